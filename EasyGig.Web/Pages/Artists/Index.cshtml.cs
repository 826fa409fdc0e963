using EasyGig.Domain.Artists;
using EasyGig.Web.Artists;
using EasyGig.Web.Genres;
using EasyGig.Web.Live;
using EasyGig.Web.Paging;
using EasyGig.Web.Places;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;

namespace EasyGig.Web.Pages.Artists;

/// <summary>The search among artists. The address is the search.</summary>
[OutputCache(PolicyName = PublicCache.Policy)]
public sealed class IndexModel(ArtistFinder finder, ArtistFilters filters, GenreCatalogue genres) : PageModel
{
    public ArtistSearch Search { get; private set; } = new();
    public ListPage<ProfileRow> Found { get; private set; } = null!;
    public IReadOnlyList<FilterChip> Chips { get; private set; } = [];

    public async Task OnGetAsync(string? cursor, CancellationToken ct)
    {
        Search = ArtistAddress.Read(Request.Query, genres);
        Found = await finder.PageAsync(Search, cursor, ct);
        Chips = [.. (await filters.OfAsync(Search, ct)).Select(filter => new FilterChip(filter.Name, ArtistAddress.Of(filter.Without)))];
    }
}
