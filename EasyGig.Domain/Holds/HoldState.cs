using static EasyGig.Domain.Holds.HoldState;

namespace EasyGig.Domain.Holds;

/// <summary>Where a hold stands; its rank among the others is a number, not a state.</summary>
public enum HoldState { Active, Challenged, Released, Expired, Converted }

public static class HoldSteps
{
    public static readonly Steps<HoldState> All = new Steps<HoldState>()
        .Begin(Active)
        .Allow([Active], Released, Expired, Converted, Challenged)
        .Allow([Challenged], Active, Released);
}

/// <summary>How a challenge goes: won when nobody is left above, lost when somebody above commits, ended when there is nothing left to ask about.</summary>
public enum ChallengeState { Running, Won, Lost, Ended }

public static class ChallengeSteps
{
    public static readonly Steps<ChallengeState> All = new Steps<ChallengeState>()
        .Begin(ChallengeState.Running)
        .Allow([ChallengeState.Running], ChallengeState.Won, ChallengeState.Lost, ChallengeState.Ended);
}
