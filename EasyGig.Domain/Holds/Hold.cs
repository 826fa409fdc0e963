using EasyGig.Domain.Artists;
using EasyGig.Domain.Bookings;
using EasyGig.Domain.Facts;
using EasyGig.Domain.Venues;

namespace EasyGig.Domain.Holds;

/// <summary>An artist's ranked, unpaid claim on a date of a stage. What it does to the others is the stack's: <see cref="HoldStack"/>.</summary>
public sealed class Hold : Entity
{
    /// <summary>So long before it has to decide, the artist is reminded.</summary>
    public static readonly TimeSpan Reminder = TimeSpan.FromDays(1);

    private Hold() { }

    internal Hold(Stage stage, DateOnly date, Artist artist, int rank, DateTimeOffset decideBy, string note, DateTimeOffset now)
    {
        (Id, VenueId, StageId, Date, ArtistId, Rank) = (Guid.CreateVersion7(now), stage.VenueId, stage.Id, date, artist.Id, rank);
        (DecideBy, StandsUntil, Note, PlacedAt) = (decideBy, decideBy, note, now);
        Record(That(FactKind.HoldPlaced) with { Due = decideBy, From = Party.Venue, Reason = note.Length > 0 ? note : null });
    }

    public Guid VenueId { get; private set; }
    public Guid StageId { get; private set; }

    /// <summary>The venue's day.</summary>
    public DateOnly Date { get; private set; }
    public Guid ArtistId { get; private set; }

    /// <summary>One is the first; of a hold that is over, the last that it had.</summary>
    public int Rank { get; private set; }
    public HoldState State { get; private set; } = HoldState.Active;
    public DateTimeOffset PlacedAt { get; private set; }

    /// <summary>Until when the artist has to decide.</summary>
    public DateTimeOffset DecideBy { get; private set; }

    /// <summary>When it expires by itself: when the artist has to decide, and once it has, with the day.</summary>
    public DateTimeOffset StandsUntil { get; private set; }

    /// <summary>When the artist said that it is ready to play; null as long as it has not.</summary>
    public DateTimeOffset? CommittedAt { get; private set; }
    public DateTimeOffset? RemindedAt { get; private set; }
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>The booking that it became.</summary>
    public Guid? BookingId { get; private set; }

    /// <summary>What the venue says to it.</summary>
    public string Note { get; private set; } = "";
    public uint Version { get; private set; }

    public bool IsLive => State is HoldState.Active or HoldState.Challenged;

    /// <summary>Whether its time is over; who is asked has the challenge's deadline instead.</summary>
    public bool HasRunOut(DateTimeOffset now) => State is HoldState.Active && now >= StandsUntil;

    internal void Tell(FactKind kind, Side? from = null, DateTimeOffset? until = null) =>
        Record(That(kind) with { Due = until, From = from switch { Side.Artist => Party.Artist, Side.Venue => Party.Venue, null => null } });

    internal void MoveUp() => Rank--;

    internal void Commit(DateTimeOffset now, VenueDay day) => (State, CommittedAt, StandsUntil) = (HoldState.Active, now, day.Time.End);

    /// <summary>It did not get the date: its own day to decide counts again, or where that is over, or nearly, as long as an answer takes.</summary>
    internal void Retract(TimeSpan answerTime, VenueDay day, DateTimeOffset now)
    {
        var (least, last) = (now + answerTime, day.Time.End);
        (CommittedAt, StandsUntil) = (null, DecideBy > least ? DecideBy : least < last ? least : last);
    }

    internal void Ask() => State = HoldState.Challenged;

    internal void LetBe() => State = HoldState.Active;

    internal void Remind(DateTimeOffset now)
    {
        RemindedAt = now;
        Tell(FactKind.HoldExpiring, until: StandsUntil);
    }

    internal void End(HoldState how, DateTimeOffset now) => (State, EndedAt) = (how, now);

    internal void Become(Guid booking, DateTimeOffset now)
    {
        End(HoldState.Converted, now);
        BookingId = booking;
        Tell(FactKind.HoldConverted);
    }

    /// <summary>The date went to another.</summary>
    internal void Lose(DateTimeOffset now)
    {
        End(HoldState.Released, now);
        Tell(FactKind.HoldLost);
    }

    private Fact That(FactKind kind) => new(kind) { HoldId = Id, ArtistId = ArtistId, Rank = Rank };
}
