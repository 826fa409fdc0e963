using FsCheck;
using FsCheck.Fluent;

namespace EasyGig.Tests.Chance;

/// <summary>What somebody may try.</summary>
public enum Act
{
    Publish, Apply, Shortlist, Offer, Counter, RefuseOffer, WithdrawOffer, Accept, TakeOffer, Decline, Withdraw,
    ChangeSlot, ConfirmTerms, CancelSlot, Approve, Reject, Cancel, CannotPlay, Release, LetStrikeStand, Play, NotCome,
    Hold, ReleaseHold, CommitHold, Challenge, Group, Agree, TakeBack, Swap, WithdrawGroup, StopAsking, Lift,
    Wait,
}

/// <summary>One thing that is tried, allowed or not, on whatever the numbers point at among what there is.</summary>
public sealed record Deed(Act Act, int Who, int What, int How)
{
    /// <summary>Stories of some length, in which people apply, answer and wait more often than they fall out.</summary>
    /// <param name="length">Of each.</param>
    public static Arbitrary<Deed[]> Stories(int length)
    {
        var act = Gen.Frequency([.. Enum.GetValues<Act>().Select(act => (act switch { Act.Apply => 14, Act.Publish or Act.Accept => 6, Act.Wait or Act.Offer or Act.TakeOffer or Act.Approve or Act.Group or Act.Agree => 3, Act.Hold => 2, _ => 1 }, Gen.Constant(act)))]);
        var deed = from what in act from a in Gen.Choose(0, 999) from b in Gen.Choose(0, 999) from c in Gen.Choose(0, 999) select new Deed(what, a, b, c);
        return Arb.From(Gen.ArrayOf(deed, length), Shorter);
    }

    /// <summary>The same story without a part of it.</summary>
    private static IEnumerable<Deed[]> Shorter(Deed[] story)
    {
        for (var part = story.Length / 2; part >= Math.Max(1, story.Length / 16); part /= 2)
            for (var from = 0; from + part <= story.Length; from += part)
                yield return [.. story[..from], .. story[(from + part)..]];
    }
}
