using EasyGig.Web.Data;
using EasyGig.Web.Paging;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Web.Pages.Venues;

/// <summary>All venues by name, which is how their addresses are sorted.</summary>
public sealed class IndexModel(EasyGigDb db) : PageModel
{
    public ListPage<Row> Found { get; private set; } = null!;

    public async Task OnGetAsync(string? cursor, CancellationToken ct)
    {
        var all =
            from venue in db.Venues
            join city in db.Cities on venue.Profile.Place.CityId equals city.Id
            select new Row { Slug = venue.Slug, Name = venue.Profile.Name, City = city.Name };
        Found = await all.PageAsync(row => ValueTuple.Create(row.Slug), cursor, ct);
    }

    public sealed record Row
    {
        public required string Slug { get; init; }
        public required string Name { get; init; }
        public required string City { get; init; }
    }
}
