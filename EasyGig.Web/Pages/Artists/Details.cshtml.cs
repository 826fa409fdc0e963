using EasyGig.Domain;
using EasyGig.Domain.Artists;
using EasyGig.Domain.Bookings;
using EasyGig.Web.Data;
using EasyGig.Web.Genres;
using EasyGig.Web.Live;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Web.Pages.Artists;

/// <summary>An artist as everybody may read it, and where it plays next.</summary>
[OutputCache(PolicyName = PublicCache.Policy)]
public sealed class DetailsModel(EasyGigDb db, GenreCatalogue genres, TimeProvider clock) : PageModel
{
    public ArtistView View { get; private set; } = null!;
    public IReadOnlyList<string> Genres { get; private set; } = [];
    public IReadOnlyList<Gig> Gigs { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct)
    {
        var views =
            from artist in db.Artists
            join city in db.Cities on artist.Profile.Home.CityId equals city.Id
            where artist.Slug == slug
            select new ArtistView(artist.Id, artist.Profile, city.Name, artist.Members.Where(m => m.PersonId == null).Select(m => new Player(m.Name, m.Plays)).ToList());
        if (await views.AsNoTracking().SingleOrDefaultAsync(ct) is not { } view) return NotFound();
        View = view;
        Genres = genres.NamesOf(view.Profile.Genres);
        Gigs = await GigsAsync(view.Id, ct);
        return Page();
    }

    private Task<List<Gig>> GigsAsync(Guid artistId, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return (
            from booking in db.Bookings
            join venue in db.Venues on booking.VenueId equals venue.Id
            join city in db.Cities on venue.Profile.Place.CityId equals city.Id
            where booking.ArtistId == artistId && booking.State == BookingState.Confirmed && booking.Time.End > now
            orderby booking.Time.Start
            select new Gig(booking.Time, venue.Profile.Name, venue.Slug, venue.Profile.TimeZone, city.Name)).Take(20).ToListAsync(ct);
    }

    /// <param name="LineUp">Who is on stage; whoever only signs in for the artist is not in it.</param>
    public sealed record ArtistView(Guid Id, ArtistProfile Profile, string City, List<Player> LineUp);

    public sealed record Player(string Name, string Plays);

    public sealed record Gig(Period Time, string Venue, string VenueSlug, string TimeZone, string City)
    {
        public TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(TimeZone);
    }
}
