using static EasyGig.Domain.Rosters.RosterState;

namespace EasyGig.Domain.Rosters;

public enum RosterState { Asked, On, Declined, Ended }

public static class RosterSteps
{
    public static readonly Steps<RosterState> All = new Steps<RosterState>()
        .Begin(Asked)
        .Allow([Asked], On, Declined, Ended)
        .Allow([On], Ended);
}
