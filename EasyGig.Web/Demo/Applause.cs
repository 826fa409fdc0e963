using EasyGig.Domain.Bookings;
using EasyGig.Domain.Ratings;
using EasyGig.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Web.Demo;

/// <summary>Lets the sides of what was played rate each other in the days after: most of them, and mostly kindly.</summary>
internal sealed class Applause(EasyGigDb db, Cast cast, Company company, Chronicle chronicle, Dice dice, DateTimeOffset now)
{
    public async Task GiveAsync(CancellationToken ct)
    {
        var played = await db.Bookings.AsNoTracking().Where(booking => booking.State == BookingState.Played).ToListAsync(ct);
        var artists = cast.Artists.ToDictionary(line => company.Artists[line.Slug].Id);
        var venues = cast.Venues.ToDictionary(line => company.Venues[line.Slug].Id);
        foreach (var booking in played.OrderBy(booking => booking.Time.Start).ThenBy(booking => artists[booking.ArtistId].Slug, StringComparer.Ordinal))
        {
            var (artist, venue) = (artists[booking.ArtistId], venues[booking.VenueId]);
            Rate(booking, Party.Artist, company.Artists[artist.Slug].Members[0].PersonId!.Value, cast.PhrasesOf(artist.Owner).AboutVenues);
            Rate(booking, Party.Venue, company.Venues[venue.Slug].Directors[0].PersonId, cast.PhrasesOf(venue.Director).AboutArtists);
        }
        await db.SaveChangesAsync(ct);
    }

    private void Rate(Booking booking, Party side, Guid person, IReadOnlyList<string> words)
    {
        var (stars, at) = (dice.Roll(10) switch { 0 => 3, < 5 => 4, _ => 5 }, Calendar.AtDaytime(booking.Time.End.AddDays(1 + dice.Roll(3))));
        var text = stars > 3 && dice.Roll(2) > 0 ? dice.Of(words) : "";
        if (at >= now || dice.Roll(4) == 0) return;
        var rating = Rating.Give(booking, side, person, stars, text, at).Rating!;
        db.Add(rating);
        chronicle.Note(at, person, told: false, rating.TakeFacts());
    }
}
