using EasyGig.Domain.Venues;
using EasyGig.Web.Components;
using EasyGig.Web.Data;
using EasyGig.Web.Live;
using EasyGig.Web.Slots;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Web.Pages.Venues;

/// <summary>A venue as everybody may read it, and what it has open.</summary>
[OutputCache(PolicyName = PublicCache.Policy)]
public sealed class DetailsModel(EasyGigDb db, SlotFinder finder) : PageModel
{
    public VenueView View { get; private set; } = null!;
    public IReadOnlyList<SlotSummary> OpenSlots { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct)
    {
        var views =
            from venue in db.Venues
            join city in db.Cities on venue.Profile.Place.CityId equals city.Id
            where venue.Slug == slug
            select new VenueView(venue.Id, venue.Profile, city.Name, venue.VerifiedAt != null, venue.Stages.Select(s => s.Profile).ToList());
        if (await views.AsNoTracking().SingleOrDefaultAsync(ct) is not { } view) return NotFound();
        View = view;
        OpenSlots = await finder.NextAsync(20, view.Id, ct);
        return Page();
    }

    public sealed record VenueView(Guid Id, VenueProfile Profile, string City, bool Verified, List<StageProfile> Stages);
}
