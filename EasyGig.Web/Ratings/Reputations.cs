using EasyGig.Domain.Bookings;
using EasyGig.Domain.Ratings;
using EasyGig.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Web.Ratings;

internal static class Reputations
{
    /// <summary>How many ratings with words a public page shows.</summary>
    private const int Shown = 5;

    extension(EasyGigDb db)
    {
        /// <summary>What venues think of each of these artists, by its id; an artist whom nobody rated is not in it.</summary>
        public Task<Dictionary<Guid, Reputation>> ReputationsOfAsync(IReadOnlyCollection<Guid> artists, CancellationToken ct) => (
            from booking in db.Bookings
            join rating in db.Ratings on booking.Id equals rating.BookingId
            where artists.Contains(booking.ArtistId) && rating.Side == Party.Venue
            group rating by booking.ArtistId into given
            select new { given.Key, Reputation = new Reputation(given.Sum(r => r.Stars), given.Count()) }).ToDictionaryAsync(of => of.Key, of => of.Reputation, ct);

        /// <summary>What one side of these bookings gave the other, for everybody to read.</summary>
        /// <param name="giver">Who gave it: for an artist's page the venues, for a venue's the artists.</param>
        public async Task<PublicRatings> RatingsAsync(IQueryable<Booking> bookings, Party giver, CancellationToken ct)
        {
            var given =
                from booking in bookings
                join rating in db.Ratings.Where(r => r.Side == giver) on booking.Id equals rating.BookingId
                join artist in db.Artists on booking.ArtistId equals artist.Id
                join venue in db.Venues on booking.VenueId equals venue.Id
                select new PublicRating
                {
                    Stars = rating.Stars, Text = rating.Text, GivenAt = rating.GivenAt, TimeZone = venue.Profile.TimeZone,
                    By = giver == Party.Venue ? venue.Profile.Name : artist.Profile.Name,
                    Href = giver == Party.Venue ? "/venues/" + venue.Slug : "/artists/" + artist.Slug,
                };
            var reputation = await given.GroupBy(_ => 1).Select(all => new Reputation(all.Sum(r => r.Stars), all.Count())).SingleOrDefaultAsync(ct);
            return new(reputation, reputation.Count == 0 ? [] : await given.Where(r => r.Text != "").OrderByDescending(r => r.GivenAt).Take(Shown).ToListAsync(ct));
        }
    }
}

/// <param name="Latest">Those that say something, newest first.</param>
public sealed record PublicRatings(Reputation Reputation, IReadOnlyList<PublicRating> Latest)
{
    public static readonly PublicRatings None = new(default, []);
}

/// <summary>A rating as everybody may read it: the side that gave it, and not which of its people.</summary>
public sealed record PublicRating
{
    public required int Stars { get; init; }
    public required string Text { get; init; }
    public required DateTimeOffset GivenAt { get; init; }

    /// <summary>The venue's.</summary>
    public required string TimeZone { get; init; }

    /// <summary>The artist or the venue that gave it.</summary>
    public required string By { get; init; }

    /// <summary>Its public page.</summary>
    public required string Href { get; init; }

    public TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(TimeZone);
}
