using EasyGig.Web.Data;
using EasyGig.Web.Paging;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Web.Pages.Artists;

/// <summary>All artists by name, which is how their addresses are sorted.</summary>
public sealed class IndexModel(EasyGigDb db) : PageModel
{
    public ListPage<Row> Found { get; private set; } = null!;

    public async Task OnGetAsync(string? cursor, CancellationToken ct)
    {
        var all =
            from artist in db.Artists
            join city in db.Cities on artist.Profile.Home.CityId equals city.Id
            select new Row { Slug = artist.Slug, Name = artist.Profile.Name, City = city.Name };
        Found = await all.PageAsync(row => ValueTuple.Create(row.Slug), cursor, ct);
    }

    public sealed record Row
    {
        public required string Slug { get; init; }
        public required string Name { get; init; }
        public required string City { get; init; }
    }
}
