using System.Globalization;
using EasyGig.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;

namespace EasyGig.Web.Places;

/// <summary>A region with venues, and its country in the reader's language.</summary>
public sealed record RegionName(string Code, string Name, string CountryCode, string CountryName);

/// <summary>Where there are venues, read at most once a minute: searches offer these regions to choose from.</summary>
public sealed class RegionCatalogue(EasyGigDb db, IMemoryCache cache)
{
    public async Task<IReadOnlyList<RegionName>> AllAsync(CancellationToken ct)
    {
        var all = await cache.GetOrCreateAsync(nameof(RegionCatalogue), async entry =>
        {
            entry.AbsoluteExpirationRelativeToNow = TimeSpan.FromMinutes(1);
            return await (
                from region in db.Regions
                join country in db.Countries on region.CountryCode equals country.Code
                where db.Venues.Any(venue => venue.Profile.Place.RegionCode == region.Code)
                orderby country.Name, region.Name
                select new { region, country }).AsNoTracking().ToListAsync(ct);
        });
        var italian = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "it";
        return [.. all!.Select(row => new RegionName(row.region.Code, row.region.Name, row.country.Code, italian ? row.country.NameIt : row.country.Name))];
    }
}
