using EasyGig.Domain.Applications;
using EasyGig.Domain.Bookings;
using EasyGig.Domain.Facts;
using EasyGig.Domain.Slots;
using EasyGig.Domain.WaitingLists;

namespace EasyGig.Domain.Groups;

/// <summary>How a group is answered: by a yes of each venue, which reserves nothing until the last; or it falls as a whole.</summary>
public sealed partial class Group
{
    /// <summary>How many venues have said yes.</summary>
    public int Yeses => _pairs.Count(pair => pair.AgreedAt is not null);

    /// <summary>A venue says yes to its pair. The last yes books all of them, and returns the bookings.</summary>
    /// <param name="termsVersion">The version of the slot's terms that the venue had on the page.</param>
    public (IReadOnlyList<Booking> Bookings, Refusal? Refusal) Agree(
        Guid applicationId, IReadOnlyDictionary<Guid, Ground> on, int termsVersion, bool declineRivals, DateTimeOffset now)
    {
        if (Refuses(on, now) is { } over) return ([], over);
        if (Of(applicationId) is not { } pair) return ([], GroupRefusals.Over);
        if (pair.AgreedAt is not null) return ([], GroupRefusals.Agreed);
        if (termsVersion != on[applicationId].Slot.TermsVersion) return ([], ApplicationRefusals.TermsChanged);
        if (RefusesBooking(on[applicationId], now) is { } gone) return ([], gone);
        var last = IsLast(applicationId);
        if (last && _pairs.Any(other => RefusesBooking(on[other.ApplicationId], now) is not null)) return ([], GroupRefusals.NotFree);
        pair.Agree(declineRivals, now);
        on[applicationId].Application.Hear();
        Record(That(FactKind.GroupAgreed, pair));
        return (last ? Complete(pair, on, now) : [], null);
    }

    /// <summary>Whether everybody else has said yes.</summary>
    public bool IsLast(Guid applicationId) => _pairs.All(other => other.ApplicationId == applicationId || other.AgreedAt is not null);

    /// <summary>A slot that goes down its waiting list is nobody else's, nor is a date that another artist holds.</summary>
    private static Refusal? RefusesBooking(Ground on, DateTimeOffset now) =>
        on.Slot.RefusesBooking(now) ?? (on.Slot.AskedUntil is null ? null : WaitingListRefusals.Running) ?? on.Around.Holds?.RefusesBooking(on.Application.ArtistId);

    /// <summary>A venue takes its yes back, while it was not the last.</summary>
    public Refusal? TakeBack(Guid applicationId, IReadOnlyDictionary<Guid, Ground> on, DateTimeOffset now)
    {
        if (Refuses(on, now) is { } over) return over;
        if (Of(applicationId) is not { } pair) return GroupRefusals.Over;
        if (pair.AgreedAt is null) return GroupRefusals.NotAgreed;
        pair.TakeBack();
        Record(That(FactKind.GroupUnagreed, pair));
        return null;
    }

    /// <summary>The organisation takes the whole back.</summary>
    public Refusal? Withdraw(IReadOnlyDictionary<Guid, Ground> on)
    {
        if (State is not GroupState.Submitted) return GroupRefusals.Over;
        Fall(GroupState.Refused, GroupEnd.TakenBack, null, FactKind.GroupWithdrawn, on);
        return null;
    }

    /// <summary>Ends a group that cannot come about any more, or whose time is up; does nothing where neither is so.</summary>
    public Refusal? Settle(IReadOnlyDictionary<Guid, Ground> on, DateTimeOffset now)
    {
        if (State is not GroupState.Submitted) return null;
        if (Break(on) is { } broken) Fall(GroupState.Refused, broken.Why, broken.Pair, FactKind.GroupRefused, on);
        else if (now >= DueAt) Fall(GroupState.Expired, GroupEnd.TimeUp, null, FactKind.GroupExpired, on);
        return null;
    }

    /// <summary>The first pair that can no longer come about, and why. What only waits for a review may still fall, and breaks nothing.</summary>
    private (GroupPair Pair, GroupEnd Why)? Break(IReadOnlyDictionary<Guid, Ground> on)
    {
        foreach (var pair in _pairs)
            if (WhyNot(on[pair.ApplicationId]) is { } why) return (pair, why);
        return null;
    }

    private static GroupEnd? WhyNot(Ground on) => on.Application.State switch
    {
        ApplicationState.Declined when on.Slot.State is SlotState.Cancelled => GroupEnd.SlotCancelled,
        ApplicationState.Declined => GroupEnd.Declined,
        ApplicationState.Withdrawn => GroupEnd.Withdrew,
        ApplicationState.Expired => GroupEnd.TimeUp,
        _ when on.Application.TermsVersion != on.Slot.TermsVersion => GroupEnd.SlotChanged,
        _ when !on.Consents => GroupEnd.ConsentEnded,
        _ => null,
    };

    private List<Booking> Complete(GroupPair last, IReadOnlyDictionary<Guid, Ground> on, DateTimeOffset now)
    {
        State = GroupState.Complete;
        Record(That(FactKind.GroupCompleted, last));
        return [.. _pairs.Select(pair =>
        {
            var ground = on[pair.ApplicationId];
            return Booking.Make(ground.Venue, ground.Slot, ground.Application, StillLive(ground.Around), pair.DeclineRivals, now);
        })];
    }

    /// <summary>The pair before may have ended what this one would touch.</summary>
    private static Surroundings StillLive(Surroundings around) => around with
    {
        Rivals = [.. around.Rivals.Where(rival => ApplicationSteps.Live.Contains(rival.State))],
        Overlapping = [.. around.Overlapping.Where(clash => ApplicationSteps.Live.Contains(clash.State))],
    };

    private void Fall(GroupState how, GroupEnd why, GroupPair? at, FactKind fact, IReadOnlyDictionary<Guid, Ground> on)
    {
        (State, Ending, BrokenPair) = (how, why, at?.Number);
        Record(That(fact, at ?? _pairs[0], at is null ? null : on[at.ApplicationId].Application.Reason));
        foreach (var pair in _pairs) on[pair.ApplicationId].Application.FallWith(how);
    }
}
