using static EasyGig.Domain.Bookings.TermsState;

namespace EasyGig.Domain.Bookings;

public enum TermsState { Proposed, Agreed, Refused, Withdrawn, Replaced }

public static class TermsSteps
{
    public static readonly Steps<TermsState> All = new Steps<TermsState>()
        .Begin(Proposed, Agreed)
        .Allow([Proposed], Agreed, Refused, Withdrawn, Replaced);
}
