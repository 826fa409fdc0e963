using EasyGig.Domain.Bookings;
using EasyGig.Domain.Files;
using EasyGig.Domain.Venues;
using EasyGig.Web.Bookings;
using EasyGig.Web.Components;
using EasyGig.Web.Data;
using EasyGig.Web.Files;
using EasyGig.Web.Live;
using EasyGig.Web.Ratings;
using EasyGig.Web.Slots;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Web.Pages.Venues;

/// <summary>A venue as everybody may see and read it: who plays, who has played, and what is open.</summary>
[OutputCache(PolicyName = PublicCache.Policy)]
public sealed class DetailsModel(EasyGigDb db, SlotFinder finder, TimeProvider clock) : PageModel
{
    public VenueView View { get; private set; } = null!;
    public IReadOnlyList<ShownFile> Files { get; private set; } = [];
    public IReadOnlyList<Gig> Gigs { get; private set; } = [];
    public IReadOnlyList<Gig> Played { get; private set; } = [];
    public PublicRatings Ratings { get; private set; } = PublicRatings.None;
    public IReadOnlyList<SlotSummary> OpenSlots { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct)
    {
        var views =
            from venue in db.Venues
            join city in db.Cities on venue.Profile.Place.CityId equals city.Id
            where venue.Slug == slug
            select new VenueView(venue.Id, venue.Slug, venue.Profile, city.Name, venue.VerifiedAt != null, venue.Stages.Select(s => s.Profile).ToList());
        if (await views.AsNoTracking().SingleOrDefaultAsync(ct) is not { } view) return NotFound();
        View = view;
        Files = await db.FilesOf(FileOwner.Venue(view.Id)).Shown().ToListAsync(ct);
        var bookings = db.Bookings.Where(b => b.VenueId == view.Id);
        Gigs = await db.Upcoming(bookings, clock.GetUtcNow()).Take(20).ToListAsync(ct);
        Played = await db.Played(bookings).Take(20).ToListAsync(ct);
        Ratings = await db.RatingsAsync(bookings, Party.Artist, ct);
        OpenSlots = await finder.NextAsync(20, view.Id, ct);
        return Page();
    }

    public sealed record VenueView(Guid Id, string Slug, VenueProfile Profile, string City, bool Verified, List<StageProfile> Stages);
}
