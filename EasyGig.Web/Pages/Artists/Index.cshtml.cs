using System.Globalization;
using EasyGig.Domain;
using EasyGig.Domain.Artists;
using EasyGig.Web.Artists;
using EasyGig.Web.Genres;
using EasyGig.Web.Live;
using EasyGig.Web.Localization;
using EasyGig.Web.Paging;
using EasyGig.Web.Places;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Localization;

namespace EasyGig.Web.Pages.Artists;

/// <summary>The search among artists. The address is the search.</summary>
[OutputCache(PolicyName = PublicCache.Policy)]
public sealed class IndexModel(ArtistFinder finder, PlaceFilters places, GenreCatalogue genres, IStringLocalizer<Text> text) : PageModel
{
    public ArtistSearch Search { get; private set; } = new();
    public ListPage<ProfileRow> Found { get; private set; } = null!;
    public IReadOnlyList<FilterChip> Chips { get; private set; } = [];

    public async Task OnGetAsync(string? cursor, CancellationToken ct)
    {
        Search = ArtistAddress.Read(Request.Query, genres);
        Found = await finder.PageAsync(Search, cursor, ct);
        Chips = [.. await ChipsAsync(ct)];
    }

    private async Task<IEnumerable<FilterChip>> ChipsAsync(CancellationToken ct)
    {
        List<(string Name, ArtistSearch Without)> filters = [];
        if (Search.Text is { } words) filters.Add(($"“{words}”", Search with { Text = null }));
        filters.AddRange(Search.Genres.Select(slug => (genres.NamesOf(genres.Read([slug]))[0], Search with { Genres = [.. Search.Genres.Where(other => other != slug)] })));
        if (Search.Category is { } category) filters.Add((text[$"category.{Word.Of(category)}"], Search with { Category = null }));
        filters.AddRange((await places.OfAsync(Search.Where, ct)).Select(place => (place.Name, Search with { Where = place.Without })));
        if (Search.MaxFee is { } fee) filters.Add((text["costs {0} or less", fee.ToString("0.##", CultureInfo.CurrentCulture)], Search with { MaxFee = null }));
        if (Search.Currency is { } currency) filters.Add((text["in {0}", currency], Search with { Currency = null }));
        return filters.Select(filter => new FilterChip(filter.Name, ArtistAddress.Of(filter.Without)));
    }
}
