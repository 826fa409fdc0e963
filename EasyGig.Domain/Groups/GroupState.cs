using static EasyGig.Domain.Groups.GroupState;

namespace EasyGig.Domain.Groups;

public enum GroupState { Submitted, Complete, Refused, Expired }

/// <summary>What a group did not come about for.</summary>
public enum GroupEnd { Declined, SlotCancelled, SlotChanged, Withdrew, ConsentEnded, TakenBack, TimeUp }

public static class GroupSteps
{
    public static readonly Steps<GroupState> All = new Steps<GroupState>()
        .Begin(Submitted)
        .Allow([Submitted], Complete, Refused, Expired);
}
