using System.Globalization;
using EasyGig.Domain;
using EasyGig.Domain.Artists;
using EasyGig.Web.Genres;
using EasyGig.Web.Localization;
using EasyGig.Web.Places;
using Microsoft.Extensions.Localization;

namespace EasyGig.Web.Artists;

/// <summary>The filters of a search among artists, one by one, as the reader calls them.</summary>
public sealed class ArtistFilters(PlaceFilters places, GenreCatalogue genres, IStringLocalizer<Text> text)
{
    public async Task<IReadOnlyList<(string Name, ArtistSearch Without)>> OfAsync(ArtistSearch search, CancellationToken ct)
    {
        List<(string Name, ArtistSearch Without)> filters = [];
        if (search.Text is { } words) filters.Add(($"“{words}”", search with { Text = null }));
        filters.AddRange(search.Genres.Select(slug => (genres.NamesOf(genres.Read([slug]))[0], search with { Genres = [.. search.Genres.Where(other => other != slug)] })));
        if (search.Category is { } category) filters.Add((text[$"category.{Word.Of(category)}"], search with { Category = null }));
        filters.AddRange((await places.OfAsync(search.Where, ct)).Select(place => (place.Name, search with { Where = place.Without })));
        if (search.MaxFee is { } fee) filters.Add((text["costs {0} or less", fee.ToString("0.##", CultureInfo.CurrentCulture)], search with { MaxFee = null }));
        if (search.Currency is { } currency) filters.Add((text["in {0}", currency], search with { Currency = null }));
        return filters;
    }
}
