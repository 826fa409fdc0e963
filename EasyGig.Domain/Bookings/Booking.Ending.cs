using EasyGig.Domain.Applications;
using EasyGig.Domain.Facts;
using EasyGig.Domain.Holds;
using EasyGig.Domain.Slots;
using EasyGig.Domain.Strikes;

namespace EasyGig.Domain.Bookings;

/// <summary>How a booking ends: called off by a side, played, or with nobody on the stage (R17).</summary>
public sealed partial class Booking
{
    /// <summary>Closer to its start than this, a confirmed booking is not called off without a strike.</summary>
    public static readonly TimeSpan Notice = TimeSpan.FromHours(48);

    /// <summary>So long after its end, a booking of which nobody said otherwise was played.</summary>
    public static readonly TimeSpan PlayedAfter = TimeSpan.FromHours(12);

    /// <summary>So long before the start a venue is asked once more about an artist that cannot play, if that was said more than twice as long before.</summary>
    private static readonly TimeSpan ReleaseReminder = TimeSpan.FromHours(6);

    private readonly List<Strike> _strikes = [];

    public Side? CancelledBy { get; private set; }

    /// <summary>When the artist said that it cannot play; the booking stands until the venue has answered.</summary>
    public DateTimeOffset? CannotPlayAt { get; private set; }
    public string? CannotPlayReason { get; private set; }
    public IReadOnlyList<Strike> Strikes => _strikes;

    /// <summary>Whether it stands, and those who rely on it can no longer make other plans in peace.</summary>
    public bool IsShortNotice(DateTimeOffset now) => State is BookingState.Confirmed && Time.Start - now < Notice;

    /// <summary>Whether the artist has said that it cannot play, and the venue has not answered.</summary>
    public bool AwaitsRelease => State is BookingState.Confirmed && CannotPlayAt is not null;

    /// <summary>Why that side cannot call it off by itself now; null when it can.</summary>
    public Refusal? RefusesCancelling(Side by, DateTimeOffset now) =>
        State is not (BookingState.PendingReview or BookingState.Confirmed) ? BookingRefusals.NotCancellable
        : now >= Time.Start ? BookingRefusals.CancelledTooLate
        : by is Side.Artist && IsShortNotice(now) ? BookingRefusals.NotAlone
        : AwaitsRelease ? BookingRefusals.AnswerInstead
        : null;

    /// <summary>One side calls it off. A venue that does so on short notice gets a strike.</summary>
    /// <param name="seen">What its page said that this would do; refused when it does something else by now.</param>
    public Refusal? Cancel(Side by, Footing on, string reason, bool reopen, Foretold seen, DateTimeOffset now)
    {
        if (RefusesCancelling(by, now) is { } refusal) return refusal;
        if (seen != new Foretold(State, IsShortNotice(now))) return BookingRefusals.Foretold;
        var strike = IsShortNotice(now);
        if (Fall(by, on, reason, reopen, FactKind.Cancelled) is { } broken) return broken;
        on.Holds?.FallWith(ArtistId, now); // of a date that was confirmed, there are none
        if (strike) Give(by, StrikeKind.Cancelled, reason, on, now);
        return null;
    }

    /// <summary>Whether the artist may say now that it cannot play.</summary>
    public Refusal? RefusesCannotPlay(DateTimeOffset now) =>
        State is not BookingState.Confirmed ? BookingRefusals.NotCancellable
        : AwaitsRelease ? BookingRefusals.CannotPlaySaid
        : now >= Time.Start ? BookingRefusals.CancelledTooLate
        : IsShortNotice(now) ? null : BookingRefusals.CancelInstead;

    /// <summary>The artist says on short notice that it cannot play: the booking stands until the venue has answered.</summary>
    public Refusal? CannotPlay(string reason, DateTimeOffset now)
    {
        if (RefusesCannotPlay(now) is { } refusal) return refusal;
        (CannotPlayAt, CannotPlayReason) = (now, reason);
        Record(That(FactKind.CannotPlay, reason));
        return null;
    }

    /// <summary>The venue lets an artist go who cannot play: the booking falls, and nobody gets a strike.</summary>
    public Refusal? Release(Footing on, bool reopen) => AnswerCannotPlay(on, reopen, FactKind.Released);

    /// <summary>The venue does not let it pass: the booking falls, and the artist gets a strike.</summary>
    public Refusal? LetStrikeStand(Footing on, bool reopen, DateTimeOffset now) => LetStrikeStand(on, reopen, FactKind.NotReleased, now);

    /// <summary>The start is a few hours off, and the venue has not answered an artist that cannot play.</summary>
    public void RemindOfRelease(DateTimeOffset now)
    {
        if (AwaitsRelease && Time.Start - CannotPlayAt > 2 * ReleaseReminder && now >= Time.Start - ReleaseReminder && now < Time.Start) Record(That(FactKind.ReleaseAwaited));
    }

    /// <summary>The start has come, and the venue has not answered an artist that cannot play: the strike stands, and the slot, open again and over, lapses.</summary>
    /// <returns>Whether it does.</returns>
    public bool LapseRelease(Footing on, DateTimeOffset now) => now >= Time.Start && LetStrikeStand(on, reopen: true, FactKind.ReleaseLapsed, now) is null;

    /// <summary>Whether it is over so long that it was played, as nobody says otherwise; where the artist said that it cannot, only the venue knows.</summary>
    public bool CountsAsPlayed(DateTimeOffset now) => State is BookingState.Confirmed && !AwaitsRelease && now >= Time.End + PlayedAfter;

    /// <summary>The evening has come and the artist was there; the slot ends with it.</summary>
    /// <param name="waiting">Those who waited for the slot: their waiting is over.</param>
    public Refusal? Play(Slot slot, IEnumerable<Application> waiting, DateTimeOffset now)
    {
        if ((RefusesOutcome(now) ?? slot.RefusesPlaying) is { } refusal) return refusal;
        slot.Play();
        foreach (var application in waiting) application.WaitInVain();
        State = BookingState.Played;
        Record(That(FactKind.Played));
        return null;
    }

    /// <summary>The evening has come and the artist did not: it gets a strike, and the slot passes by without a concert.</summary>
    public Refusal? NotCome(Footing on, string reason, DateTimeOffset now)
    {
        if ((RefusesOutcome(now) ?? on.Slot.RefusesReopening) is { } refusal) return refusal;
        on.Slot.Reopen(); // its start is over, so it has lapsed
        (State, Reason) = (BookingState.NoShow, reason);
        Record(That(FactKind.NoShow, reason));
        Give(Side.Artist, StrikeKind.NoShow, reason, on, now);
        return null;
    }

    /// <summary>Why nobody can say yet, or any more, how the evening went.</summary>
    public Refusal? RefusesOutcome(DateTimeOffset now) =>
        State is not BookingState.Confirmed ? BookingRefusals.NotConfirmed : now < Time.Start ? BookingRefusals.NotBegun : null;

    private Refusal? AnswerCannotPlay(Footing on, bool reopen, FactKind fact) =>
        AwaitsRelease ? Fall(Side.Artist, on, CannotPlayReason!, reopen, fact) : BookingRefusals.NothingToAnswer;

    private Refusal? LetStrikeStand(Footing on, bool reopen, FactKind fact, DateTimeOffset now)
    {
        if (AnswerCannotPlay(on, reopen, fact) is { } refusal) return refusal;
        Give(Side.Artist, StrikeKind.CannotPlay, Reason!, on, now);
        return null;
    }

    /// <param name="reason">For those who had it booked, not for those who wait for the slot.</param>
    /// <param name="reopen">Whether the slot opens again; those who wait for it lose it too where it does not.</param>
    private Refusal? Fall(Side by, Footing on, string reason, bool reopen, FactKind fact)
    {
        if ((on.Slot.RefusesReopening ?? on.Application.Refuses(ApplicationState.Declined)) is { } broken) return broken;
        if (reopen) on.Slot.Reopen();
        else on.Slot.TakeBack(on.Waiting, null);
        on.Application.Fall(by is Side.Venue ? reason : null); // there it reads as the venue's words
        (State, CancelledBy, Reason) = (BookingState.Cancelled, by, reason);
        Record(That(fact, reason));
        return null;
    }

    private void Give(Side to, StrikeKind kind, string reason, Footing on, DateTimeOffset now)
    {
        _strikes.Add(Strike.Give(this, to, kind, reason, on.Strikes.Where(strike => strike.Owner == to), now));
        Record(That(FactKind.StrikeGiven) with { To = to });
    }
}

/// <summary>What a booking stands on: its slot, the application that led to it, and the others who wait for the slot.</summary>
public sealed record Footing(Slot Slot, Application Application, IReadOnlyList<Application> Waiting)
{
    /// <summary>All strikes that its artist and its venue ever got: on them depends what another leads to.</summary>
    public IReadOnlyList<Strike> Strikes { get; init; } = [];

    /// <summary>The holds of its date; null where nobody holds dates.</summary>
    public HoldStack? Holds { get; init; }
}

/// <summary>What a page said that cancelling does: from which state, and whether it costs a strike.</summary>
public readonly record struct Foretold(BookingState State, bool Strike);
