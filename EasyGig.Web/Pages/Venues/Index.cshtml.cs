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
        var from = Cursor.Read(cursor);
        var (back, key) = (from is { Back: true }, from?.Key ?? "");
        var all =
            from venue in db.Venues
            join city in db.Cities on venue.Profile.Place.CityId equals city.Id
            where back ? venue.Slug.CompareTo(key) < 0 : venue.Slug.CompareTo(key) > 0
            select new { venue.Slug, venue.Profile.Name, City = city.Name };
        var rows = await (back ? all.OrderByDescending(row => row.Slug) : all.OrderBy(row => row.Slug)).Take(ListPage.Fetch)
            .Select(row => new Row(row.Slug, row.Name, row.City)).ToListAsync(ct);
        Found = ListPage.Of(rows, from, row => row.Slug);
    }

    public sealed record Row(string Slug, string Name, string City);
}
