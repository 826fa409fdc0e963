using EasyGig.Domain.Artists;
using EasyGig.Domain.Facts;
using EasyGig.Domain.Venues;

namespace EasyGig.Domain.Holds;

/// <summary>The live holds of a stage's date, the first first, and the challenge that runs among them. Whatever changes one of them goes
/// through here, because it moves the others.</summary>
/// <remarks>Each verb returns null when it was done, or the refusal when nothing was changed.</remarks>
public sealed partial class HoldStack
{
    /// <summary>So many hold a date, and nobody more.</summary>
    public const int Most = 20;

    private readonly Venue _venue;
    private readonly Guid _stageId;
    private readonly List<Hold> _holds;

    /// <param name="live">All that are, in any order.</param>
    /// <param name="running">The challenge that runs among them; null where none does.</param>
    public HoldStack(Venue venue, Guid stageId, DateOnly date, IEnumerable<Hold> live, Challenge? running) =>
        (_venue, _stageId, Day, _holds, Challenge) = (venue, stageId, new(date, venue.Zone), [.. live.OrderBy(hold => hold.Rank)], running);

    public VenueDay Day { get; }
    public IReadOnlyList<Hold> Holds => _holds;
    public Challenge? Challenge { get; private set; }

    /// <summary>One more, below all others.</summary>
    public (Hold? Hold, Refusal? Refusal) Place(Artist artist, DateTimeOffset decideBy, string note, DateTimeOffset now)
    {
        if (RefusesPlacing(decideBy, now) is { } refusal) return (null, refusal);
        Hold hold = new(_venue.Stages.Single(stage => stage.Id == _stageId), Day.Date, artist, _holds.Count + 1, decideBy, note, now);
        _holds.Add(hold);
        return (hold, null);
    }

    private Refusal? RefusesPlacing(DateTimeOffset decideBy, DateTimeOffset now) =>
        now >= Day.Time.End ? HoldRefusals.DatePast
        : decideBy <= now ? HoldRefusals.DecideAhead
        : decideBy > Day.Time.End ? HoldRefusals.DecideInTime
        : _holds.Count >= Most ? HoldRefusals.Most.About(Most)
        : null;

    /// <summary>A side gives the hold back; those below move up.</summary>
    public Refusal? Release(Guid id, Side by, DateTimeOffset now)
    {
        if (Find(id) is not { } hold) return HoldRefusals.Over;
        hold.Tell(FactKind.HoldReleased, by);
        Leave(hold, HoldState.Released, now);
        return null;
    }

    /// <summary>Ends a hold whose time is over; does nothing to others.</summary>
    public void Expire(Guid id, DateTimeOffset now)
    {
        if (Find(id) is { } hold && hold.HasRunOut(now)) RunOut(hold, now);
    }

    /// <summary>Reminds an artist that has to decide soon, once.</summary>
    public void Remind(Guid id, DateTimeOffset now)
    {
        if (Find(id) is { State: HoldState.Active, CommittedAt: null, RemindedAt: null } hold && now >= hold.StandsUntil - Hold.Reminder && now < hold.StandsUntil) hold.Remind(now);
    }

    /// <summary>Why that artist cannot be booked on the stage on this date; null when it can.</summary>
    public Refusal? RefusesBooking(Guid artist) => _holds switch
    {
        [] => null,
        [var first, ..] when first.ArtistId != artist => HoldRefusals.DateHeld,
        [{ State: HoldState.Challenged }, ..] => HoldRefusals.AnswerFirst,
        _ => null,
    };

    /// <summary>The first is booked, and its hold becomes the booking. Those below move up; they are told only what comes of it.</summary>
    internal void Convert(Guid artist, Guid booking, DateTimeOffset now)
    {
        if (_holds is not [var first, ..] || first.ArtistId != artist) return;
        if (Challenge is not null) CallOff(now);
        _holds.Remove(first);
        first.Become(booking, now);
        foreach (var below in _holds) below.MoveUp(told: false);
    }

    /// <summary>The date went to an artist for good: nobody else holds it any more.</summary>
    internal void GoTo(Guid artist, DateTimeOffset now)
    {
        Challenge?.End(ChallengeState.Ended, now);
        Challenge = null;
        foreach (var other in _holds.Where(hold => hold.ArtistId != artist))
        {
            other.End(HoldState.Released, now);
            other.Tell(FactKind.HoldLost);
        }
        _holds.RemoveAll(hold => !hold.IsLive);
        foreach (var own in _holds)
            while (own.Rank > 1) own.MoveUp(told: false);
    }

    private Hold? Find(Guid id) => _holds.Find(hold => hold.Id == id);

    private void RunOut(Hold hold, DateTimeOffset now)
    {
        hold.Tell(FactKind.HoldExpired);
        Leave(hold, HoldState.Expired, now);
    }

    private void Leave(Hold hold, HoldState how, DateTimeOffset now)
    {
        hold.End(how, now);
        _holds.Remove(hold);
        foreach (var below in _holds.Where(other => other.Rank > hold.Rank)) below.MoveUp(told: true);
        if (Challenge?.HoldId == hold.Id) CallOff(now);
        else if (Challenge?.AskedHoldId == hold.Id) AskUpward(now);
    }
}
