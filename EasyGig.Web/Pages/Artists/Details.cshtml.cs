using EasyGig.Domain.Artists;
using EasyGig.Domain.Bookings;
using EasyGig.Domain.Files;
using EasyGig.Web.Bookings;
using EasyGig.Web.Data;
using EasyGig.Web.Files;
using EasyGig.Web.Genres;
using EasyGig.Web.Live;
using EasyGig.Web.Ratings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Web.Pages.Artists;

/// <summary>An artist as everybody may see, hear and read it, where it plays next, and where it has played.</summary>
[OutputCache(PolicyName = PublicCache.Policy)]
public sealed class DetailsModel(EasyGigDb db, GenreCatalogue genres, TimeProvider clock) : PageModel
{
    public ArtistView View { get; private set; } = null!;
    public IReadOnlyList<string> Genres { get; private set; } = [];
    public IReadOnlyList<ShownFile> Files { get; private set; } = [];
    public IReadOnlyList<Gig> Gigs { get; private set; } = [];
    public IReadOnlyList<Gig> Played { get; private set; } = [];
    public PublicRatings Ratings { get; private set; } = PublicRatings.None;

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct)
    {
        var views =
            from artist in db.Artists
            join city in db.Cities on artist.Profile.Home.CityId equals city.Id
            where artist.Slug == slug
            select new ArtistView(artist.Id, artist.Slug, artist.Profile, city.Name, artist.Members.Where(m => m.PersonId == null).Select(m => new Player(m.Name, m.Plays)).ToList());
        if (await views.AsNoTracking().SingleOrDefaultAsync(ct) is not { } view) return NotFound();
        View = view;
        Genres = genres.NamesOf(view.Profile.Genres);
        Files = await db.FilesOf(FileOwner.Artist(view.Id)).Shown().ToListAsync(ct);
        var bookings = db.Bookings.Where(b => b.ArtistId == view.Id);
        Gigs = await db.Upcoming(bookings, clock.GetUtcNow()).Take(20).ToListAsync(ct);
        Played = await db.Played(bookings).Take(20).ToListAsync(ct);
        Ratings = await db.RatingsAsync(bookings, Party.Venue, ct);
        return Page();
    }

    /// <param name="LineUp">Who is on stage; whoever only signs in for the artist is not in it.</param>
    public sealed record ArtistView(Guid Id, string Slug, ArtistProfile Profile, string City, List<Player> LineUp);

    public sealed record Player(string Name, string Plays);
}
