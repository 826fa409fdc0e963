using EasyGig.Domain.Bookings;
using EasyGig.Domain.Facts;

namespace EasyGig.Domain.Strikes;

/// <summary>A mark against the side that let the other down; given once, never rewritten, and lifted where it should not have been given.</summary>
public sealed class Strike : Entity
{
    /// <summary>So long it counts.</summary>
    public static readonly TimeSpan Counts = TimeSpan.FromDays(180);

    private Strike() { }

    private Strike(Guid slot, Side owner, Guid ownerId, StrikeKind kind, string reason, DateTimeOffset now)
    {
        (Id, SlotId, Kind, Reason, GivenAt, LapsesAt) = (Guid.CreateVersion7(now), slot, kind, reason, now, now + Counts);
        (ArtistId, VenueId) = owner is Side.Artist ? (ownerId, null) : ((Guid?)null, (Guid?)ownerId);
    }

    /// <summary>Whose it is; null when it is a venue's.</summary>
    public Guid? ArtistId { get; private set; }

    /// <summary>Whose it is; null when it is an artist's.</summary>
    public Guid? VenueId { get; private set; }
    public StrikeKind Kind { get; private set; }

    /// <summary>The evening that it is about.</summary>
    public Guid SlotId { get; private set; }

    /// <summary>The booking that was let down; null where nobody was booked.</summary>
    public Guid? BookingId { get; private set; }
    public DateTimeOffset GivenAt { get; private set; }

    /// <summary>What was said about it at the time; empty where nobody said anything.</summary>
    public string Reason { get; private set; } = "";
    public DateTimeOffset LapsesAt { get; private set; }

    /// <summary>How long the freeze lasts that it began, if it did; brought forward when a strike that led to it is lifted.</summary>
    public DateTimeOffset? FrozenUntil { get; private set; }
    public DateTimeOffset? LiftedAt { get; private set; }

    /// <summary>Why an admin lifted it, in their words.</summary>
    public string? LiftedReason { get; private set; }

    /// <summary>The admin who lifted it.</summary>
    public Guid? LiftedBy { get; private set; }

    public Side Owner => ArtistId is null ? Side.Venue : Side.Artist;

    public StrikeState StateAt(DateTimeOffset now) => LiftedAt is not null ? StrikeState.Lifted : LapsesAt <= now ? StrikeState.Lapsed : StrikeState.Standing;

    /// <param name="earlier">All that its owner ever got.</param>
    internal static Strike Give(Booking booking, Side owner, StrikeKind kind, string reason, IEnumerable<Strike> earlier, DateTimeOffset now) =>
        new Strike(booking.SlotId, owner, owner is Side.Artist ? booking.ArtistId : booking.VenueId, kind, reason, now) { BookingId = booking.Id }.After(earlier, now);

    /// <summary>What a venue gets that let an application run out, if it gets anything (R13).</summary>
    /// <param name="earlier">All that it ever got.</param>
    public static Strike? For(Silence silence, IReadOnlyList<Strike> earlier, DateTimeOffset now)
    {
        if (!silence.Counts(earlier, now)) return null;
        var strike = new Strike(silence.Slot.Id, Side.Venue, silence.Slot.VenueId, StrikeKind.Unanswered, "", now);
        strike.Record(strike.That(FactKind.StrikeGiven));
        return strike.After(earlier, now);
    }

    /// <summary>An admin takes it back: it counts no more, and a freeze ends, or is shorter, that would not have come so without it.</summary>
    /// <param name="by">The admin.</param>
    /// <param name="all">All that its owner ever got, this one among them.</param>
    public Refusal? Lift(string reason, Guid by, IReadOnlyList<Strike> all, DateTimeOffset now)
    {
        if (LiftedAt is not null) return StrikeRefusals.LiftedOnce;
        (LiftedAt, LiftedReason, LiftedBy) = (now, reason, by);
        foreach (var frozen in all.Where(strike => strike.FrozenUntil > now).OrderBy(strike => strike.GivenAt).ToList()) frozen.Thaw(all, now);
        Record(That(FactKind.StrikeLifted, reason));
        return null;
    }

    /// <summary>Its half year is over.</summary>
    /// <returns>Whether that changed anything.</returns>
    public bool Lapse(DateTimeOffset now)
    {
        if (StateAt(now) is not StrikeState.Lapsed) return false;
        Record(That(FactKind.StrikeLapsed));
        return true;
    }

    /// <summary>The freeze that it began is over; its owner is told once, also when several end together.</summary>
    /// <param name="all">All that its owner ever got, this one among them.</param>
    /// <returns>Whether that changed anything.</returns>
    public bool EndFreeze(IReadOnlyList<Strike> all, DateTimeOffset now)
    {
        if (FrozenUntil is null || Standing.Of(all, now).FrozenUntil is not null) return false;
        if (all.Where(strike => strike.FrozenUntil is not null).OrderBy(strike => strike.FrozenUntil).ThenBy(strike => strike.GivenAt).ThenBy(strike => strike.Id).Last() != this) return false;
        Record(That(FactKind.FreezeEnded));
        return true;
    }

    private void Thaw(IReadOnlyList<Strike> all, DateTimeOffset now)
    {
        var until = LiftedAt is null && Standing.FreezeBy(this, all) is { } freeze ? GivenAt + freeze : now;
        if (until < FrozenUntil) FrozenUntil = until > now ? until : now;
    }

    private Strike After(IEnumerable<Strike> earlier, DateTimeOffset now)
    {
        List<Strike> all = [.. earlier, this];
        if (Standing.FreezeBy(this, all) is { } freeze)
        {
            FrozenUntil = now + freeze;
            Record(That(FactKind.Frozen) with { Due = FrozenUntil });
        }
        else if (Standing.Of(all, now).Count == Standing.WarnedFrom) Record(That(FactKind.Warned));
        return this;
    }

    private Fact That(FactKind kind, string? reason = null) => new(kind, SlotId, Reason: reason) { To = Owner, ArtistId = ArtistId };
}
