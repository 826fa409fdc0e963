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

    private readonly HashSet<Hold> _movedUp = [];
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

    /// <summary>The artists of the bookings of this date that wait for review, one for each. Their holds stay where they are, and a challenge that comes to one waits with it.</summary>
    public IReadOnlyList<Guid> UnderReview { get; init; } = [];

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
        if (IsUnderReview(hold)) return HoldRefusals.UnderReview;
        hold.Tell(FactKind.HoldReleased, by);
        Leave(hold, HoldState.Released, now);
        TellMovedUp();
        return null;
    }

    /// <summary>Ends a hold whose time is over; does nothing to others.</summary>
    public void Expire(Guid id, DateTimeOffset now)
    {
        if (Find(id) is { } hold && HasRunOut(hold, now)) RunOut(hold, now);
        TellMovedUp();
    }

    /// <summary>Reminds an artist that has to decide soon, once.</summary>
    public void Remind(Guid id, DateTimeOffset now)
    {
        if (Find(id) is { State: HoldState.Active, CommittedAt: null, RemindedAt: null } hold && !IsUnderReview(hold) && now >= hold.StandsUntil - Hold.Reminder && now < hold.StandsUntil) hold.Remind(now);
    }

    /// <summary>Why that artist cannot be booked on the stage on this date; null when it can.</summary>
    public Refusal? RefusesBooking(Guid artist) => _holds is [var first, ..] && first.ArtistId != artist ? HoldRefusals.DateHeld : null;

    /// <summary>Lets an artist be whose booking is about to be decided on: nobody waits for its answer any more.</summary>
    /// <returns>Whether somebody did.</returns>
    public bool LetBe(Guid artist)
    {
        if (_holds.Find(hold => hold.ArtistId == artist) is not { State: HoldState.Challenged } asked) return false;
        asked.LetBe();
        return true;
    }

    /// <summary>The date went to an artist for good: its hold becomes the booking, and nobody else holds the date any more.</summary>
    internal void GoTo(Guid artist, Guid booking, DateTimeOffset now)
    {
        Challenge?.End(ChallengeState.Ended, now);
        Challenge = null;
        foreach (var hold in _holds)
            if (hold.ArtistId == artist) hold.Become(booking, now);
            else hold.Lose(now);
        _holds.Clear();
    }

    /// <summary>The booking of one of them fell before anybody heard of it: its hold goes with it, and those below move up. While another booking of it on that
    /// date waits for review, it holds on.</summary>
    internal void FallWith(Guid artist, DateTimeOffset now)
    {
        if (UnderReview.Count(reviewed => reviewed == artist) > 1 || _holds.Find(hold => hold.ArtistId == artist) is not { } fallen) return;
        fallen.Tell(FactKind.HoldFell);
        Leave(fallen, HoldState.Released, now);
        TellMovedUp();
    }

    private Hold? Find(Guid id) => _holds.Find(hold => hold.Id == id);

    private bool IsUnderReview(Hold hold) => UnderReview.Contains(hold.ArtistId);

    private bool HasRunOut(Hold hold, DateTimeOffset now) => hold.HasRunOut(now) && !IsUnderReview(hold);

    private void RunOut(Hold hold, DateTimeOffset now)
    {
        hold.Tell(FactKind.HoldExpired);
        Leave(hold, HoldState.Expired, now);
    }

    private void Leave(Hold hold, HoldState how, DateTimeOffset now)
    {
        hold.End(how, now);
        _holds.Remove(hold);
        foreach (var below in _holds.Where(other => other.Rank > hold.Rank))
        {
            below.MoveUp();
            _movedUp.Add(below);
        }
        if (Challenge?.HoldId == hold.Id) End(Challenge, ChallengeState.Ended, now);
        else if (Challenge?.AskedHoldId == hold.Id) AskUpward(now);
    }

    /// <summary>However far one moved up in an act, it is told once; who has won its challenge by it is told that.</summary>
    private void TellMovedUp()
    {
        foreach (var hold in _movedUp.Where(hold => hold.IsLive)) hold.Tell(FactKind.HoldPromoted);
        _movedUp.Clear();
    }
}
