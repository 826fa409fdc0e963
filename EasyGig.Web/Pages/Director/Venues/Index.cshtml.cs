using EasyGig.Web.Data;
using EasyGig.Web.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Web.Pages.Director.Venues;

/// <summary>The venues of a director; who has one is led to it, who has none to the form.</summary>
public sealed class IndexModel(EasyGigDb db) : PageModel
{
    public IReadOnlyList<VenueLine> Venues { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        Venues = await (
            from venue in db.VenuesOf(User.Id).AsNoTracking()
            join city in db.Cities on venue.Profile.Place.CityId equals city.Id
            orderby venue.Profile.Name, venue.Id
            select new VenueLine(venue.Id, venue.Profile.Name, venue.Profile.Address, city.Name, venue.Stages.Count)).ToListAsync(ct);
        return Venues switch
        {
            [] => RedirectToPage("New"),
            [var only] => RedirectToPage("Edit", new { id = only.Id }),
            _ => Page(),
        };
    }

    public sealed record VenueLine(Guid Id, string Name, string Address, string City, int Stages);
}
