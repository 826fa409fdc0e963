using EasyGig.Domain;
using EasyGig.Domain.Applications;
using EasyGig.Domain.Artists;
using EasyGig.Domain.Bookings;
using EasyGig.Domain.Ratings;
using EasyGig.Domain.Slots;
using EasyGig.Web.Data;
using EasyGig.Web.Genres;
using EasyGig.Web.Ratings;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Web.Slots;

/// <summary>An artist in search of slots: what its fit for each is computed from (R12).</summary>
/// <param name="Home">The artist's city.</param>
/// <param name="Venues">Where it has played.</param>
/// <param name="Record">What it has done so far, anywhere.</param>
/// <param name="Reputation">What venues think of it.</param>
public sealed record Seeker(Guid ArtistId, ArtistProfile Profile, Coordinates Home, IReadOnlySet<Guid> Venues, PlayingRecord Record, Reputation Reputation)
{
    /// <summary>Whether it has busy times at which no slot is looked for.</summary>
    public bool IsBusy { get; init; }

    /// <param name="asked">What the artist asks for; the usual fee when nothing else was said.</param>
    public Fit FitFor(SlotTerms terms, Coordinates venue, Guid venueId, GenreCatalogue genres, Money? asked = null) => Fit.Of(new(
        genres.Match(Profile.Genres, terms.Genres), Home.KmTo(venue), asked ?? Profile.Fee, Profile.Category, terms,
        Venues.Contains(venueId) ? PlayingRecord.PlayedHere : Record, Reputation));
}

internal static class Seekers
{
    /// <summary>The first artist of a person, with whether it is busy at some time to come; null where there is none.</summary>
    public static async Task<Seeker?> SeekerOfAsync(this EasyGigDb db, Guid person, DateTimeOffset now, CancellationToken ct) =>
        (await db.SeekersAsync(db.ArtistsOf(person), ct)).FirstOrDefault() is { } seeker
            ? seeker with { IsBusy = await db.BusyTimes.AnyAsync(busy => busy.ArtistId == seeker.ArtistId && busy.Time.End > now, ct) } : null;

    /// <summary>These artists as seekers.</summary>
    public static async Task<List<Seeker>> SeekersAsync(this EasyGigDb db, IQueryable<Artist> artists, CancellationToken ct)
    {
        var found = await (
            from artist in artists
            join city in db.Cities on artist.Profile.Home.CityId equals city.Id
            orderby artist.Slug
            select new { artist.Id, artist.Profile, city.Latitude, city.Longitude }).AsNoTracking().ToListAsync(ct);
        var ids = found.Select(artist => artist.Id).ToList();
        var past = await db.Bookings.Where(b => ids.Contains(b.ArtistId) && (b.State == BookingState.Played || b.State == BookingState.Settled || b.State == BookingState.NoShow
                || b.State == BookingState.Cancelled && b.CancelledBy == Side.Artist && b.ConfirmedAt != null)) // called off before anybody relied on it, it broke nothing
            .Select(b => new { b.ArtistId, b.VenueId, b.State }).Distinct().ToListAsync(ct);
        var reputations = await db.ReputationsOfAsync(ids, ct);
        return [.. found.Select(artist =>
        {
            var own = past.Where(b => b.ArtistId == artist.Id).ToList();
            var record = own.Count == 0 ? PlayingRecord.New : own.Any(b => !HasPlayed(b.State)) ? PlayingRecord.BrokeOne : PlayingRecord.KeptAll;
            return new Seeker(artist.Id, artist.Profile, new(artist.Latitude, artist.Longitude), own.Where(b => HasPlayed(b.State)).Select(b => b.VenueId).ToHashSet(), record, reputations.GetValueOrDefault(artist.Id));
        })];
    }

    private static bool HasPlayed(BookingState state) => state is BookingState.Played or BookingState.Settled;
}
