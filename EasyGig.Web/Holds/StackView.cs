using EasyGig.Domain;
using EasyGig.Domain.Holds;
using EasyGig.Domain.Venues;
using EasyGig.Web.Localization;

namespace EasyGig.Web.Holds;

/// <summary>Who holds a stage's date, as its directors read it.</summary>
/// <param name="Holds">The first first.</param>
/// <param name="Challenge">The one that runs.</param>
public sealed record StackView(StackPlace At, DateOnly Date, IReadOnlyList<HoldLine> Holds, ChallengeLine? Challenge)
{
    public string Address => HoldFormat.Address(At.StageId, Date);

    public VenueDay Day => new(Date, At.Zone);

    /// <summary>Who challenges; who has to answer.</summary>
    public HoldLine? Challenger => Holds.FirstOrDefault(hold => hold.Id == Challenge?.HoldId);
    public HoldLine? Asked => Holds.FirstOrDefault(hold => hold.Id == Challenge?.AskedHoldId);

    /// <summary>Whether one is asked after those that are asked before it say no.</summary>
    public bool IsNext(HoldLine hold) => Asked is { } asked && hold.Rank < asked.Rank;

    /// <summary>The first, once its artist is ready: it can be booked.</summary>
    public HoldLine? Ready => Holds is [{ CommittedAt: not null, Review: null } first, ..] ? first : null;

    /// <summary>Whether the director may ask upward for that hold.</summary>
    public bool MayChallenge(HoldLine hold) => Challenge is null && hold is { Rank: > 1, Review: null } && !Holds.Any(above => above.Rank < hold.Rank && above.CommittedAt is not null);

    public bool MayPlace(DateTimeOffset now) => now < Day.Time.End && Holds.Count < HoldStack.Most;
}

/// <summary>The stage whose dates are held.</summary>
public sealed record StackPlace
{
    public required Guid StageId { get; init; }
    public required string Stage { get; init; }
    public required string Venue { get; init; }
    public required string TimeZone { get; init; }
    public required int AnswerHours { get; init; }

    public TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(TimeZone);
}

public sealed record HoldLine
{
    public required Guid Id { get; init; }
    public required Guid StageId { get; init; }
    public required DateOnly Date { get; init; }
    public required Guid ArtistId { get; init; }
    public required string Artist { get; init; }
    public required string Slug { get; init; }
    public required int Rank { get; init; }
    public required HoldState State { get; init; }
    public required DateTimeOffset DecideBy { get; init; }
    public required DateTimeOffset? CommittedAt { get; init; }
    public required string Note { get; init; }

    /// <summary>The booking of its artist on that date that waits for review; null where none does.</summary>
    public required Guid? Review { get; init; }

    /// <summary>Whether its artist has to decide within a day.</summary>
    public bool EndsSoon(DateTimeOffset now) => State is HoldState.Active && CommittedAt is null && Review is null && DecideBy - now <= Hold.Reminder;
}

/// <param name="By">Who said that the challenger is ready.</param>
public sealed record ChallengeLine(Guid StageId, DateOnly Date, Guid HoldId, Guid AskedHoldId, Side By, DateTimeOffset StartedAt, DateTimeOffset DueAt);
