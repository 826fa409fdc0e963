using EasyGig.Domain.Holds;
using EasyGig.Domain.Venues;
using EasyGig.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Web.Holds;

/// <summary>A date that an artist holds, as the artist reads it: of the others not a word but that there are some.</summary>
public sealed record ArtistHold
{
    public required Guid Id { get; init; }
    public required DateOnly Date { get; init; }
    public required string Artist { get; init; }
    public required string Venue { get; init; }
    public required string VenueSlug { get; init; }
    public required string Stage { get; init; }
    public required string City { get; init; }
    public required string TimeZone { get; init; }
    public required int AnswerHours { get; init; }
    public required int Rank { get; init; }
    public required HoldState State { get; init; }
    public required DateTimeOffset DecideBy { get; init; }
    public required DateTimeOffset? CommittedAt { get; init; }
    public required DateTimeOffset? EndedAt { get; init; }
    public required Guid? BookingId { get; init; }
    public required string Note { get; init; }

    /// <summary>Until when it has to answer whoever challenges it; null when nobody does.</summary>
    public required DateTimeOffset? AnswerBy { get; init; }

    /// <summary>Its booking that waits for review; null where none does.</summary>
    public required Guid? Review { get; init; }

    /// <summary>Whether it is asking its way up.</summary>
    public required bool Challenges { get; init; }

    public TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(TimeZone);
    public VenueDay Day => new(Date, Zone);
    public bool IsLive => State is HoldState.Active or HoldState.Challenged;
    public bool MayCommit => Review is null && (State is HoldState.Challenged || State is HoldState.Active && Rank == 1 && CommittedAt is null);
    public bool MayChallenge => State is HoldState.Active && Review is null && Rank > 1 && !Challenges;

    /// <summary>Until when the artist has to say something; null when it has.</summary>
    public DateTimeOffset? Until => !IsLive || Review is not null ? null : AnswerBy ?? (CommittedAt is null ? DecideBy : null);

    /// <summary>Whether it waits for the artist today: asked, or about to expire.</summary>
    public bool Waits(DateTimeOffset now) => Until is { } until && (State is HoldState.Challenged || until - now <= Hold.Reminder);
}

internal static class ArtistHolds
{
    /// <summary>Those of this person's artists, by date.</summary>
    public static IQueryable<ArtistHold> ArtistHoldsOf(this EasyGigDb db, Guid person) =>
        from hold in db.HoldsOf(person)
        join artist in db.Artists on hold.ArtistId equals artist.Id
        join venue in db.Venues on hold.VenueId equals venue.Id
        join stage in db.Stages on hold.StageId equals stage.Id
        join city in db.Cities on venue.Profile.Place.CityId equals city.Id
        orderby hold.Date, hold.PlacedAt
        select new ArtistHold
        {
            Id = hold.Id, Date = hold.Date, Artist = artist.Profile.Name, Venue = venue.Profile.Name, VenueSlug = venue.Slug, Stage = stage.Profile.Name,
            City = city.Name, TimeZone = venue.Profile.TimeZone, AnswerHours = venue.AnswerHours,
            Rank = hold.Rank, State = hold.State, DecideBy = hold.DecideBy, CommittedAt = hold.CommittedAt, EndedAt = hold.EndedAt, BookingId = hold.BookingId, Note = hold.Note,
            AnswerBy = db.Challenges.Where(c => c.AskedHoldId == hold.Id && c.State == ChallengeState.Running).Select(c => (DateTimeOffset?)c.DueAt).SingleOrDefault(),
            Review = db.HoldsUnderReview.Where(r => r.Hold.Id == hold.Id).Select(r => (Guid?)r.Booking.Id).FirstOrDefault(),
            Challenges = db.Challenges.Any(c => c.HoldId == hold.Id && c.State == ChallengeState.Running),
        };
}
