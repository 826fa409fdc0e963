using EasyGig.Domain;
using EasyGig.Web.Localization;
using Microsoft.Extensions.Localization;

namespace EasyGig.Web.Places;

/// <summary>Where a search looks, filter by filter, as the reader calls each.</summary>
public sealed class PlaceFilters(RegionCatalogue regions, IStringLocalizer<Text> text)
{
    public async Task<IReadOnlyList<(string Name, Whereabouts Without)>> OfAsync(Whereabouts where, CancellationToken ct)
    {
        var known = await regions.AllAsync(ct);
        List<(string, Whereabouts)> filters = [];
        if (where.Country is { } country) filters.Add((known.FirstOrDefault(region => region.CountryCode == country)?.CountryName ?? country, where with { Country = null }));
        if (where.Region is { } code) filters.Add((known.FirstOrDefault(region => region.Code == code)?.Name ?? code, where with { Region = null }));
        if (where.City is { } city) filters.Add((where.Km is { } km ? text["within {0} km of {1}", km, city] : city, where with { City = null, Km = null }));
        return filters;
    }
}
