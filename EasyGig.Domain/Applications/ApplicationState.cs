using static EasyGig.Domain.Applications.ApplicationState;

namespace EasyGig.Domain.Applications;

public enum ApplicationState { Submitted, Shortlisted, Offered, Accepted, Waitlisted, Declined, Withdrawn, Expired }

public static class ApplicationSteps
{
    public static readonly Steps<ApplicationState> All = new Steps<ApplicationState>()
        .Begin(Submitted)
        .Allow([Submitted], Shortlisted)
        .Allow([Submitted, Shortlisted], Offered, Accepted)
        .Allow([Offered], Accepted, Shortlisted)
        .Allow([Submitted, Shortlisted, Offered], Waitlisted, Declined, Withdrawn, Expired)
        .Allow([Accepted], Waitlisted, Declined)
        .Allow([Waitlisted], Offered, Declined, Withdrawn, Expired);

    /// <summary>Those that may still lead to a booking, or already have.</summary>
    public static readonly IReadOnlySet<ApplicationState> Live = new HashSet<ApplicationState> { Submitted, Shortlisted, Offered, Accepted, Waitlisted };
}
