using EasyGig.Domain;
using EasyGig.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Web.Places;

/// <summary>Finds cities by what people type: "Bologna", "munich", "Castro (LE)".</summary>
public sealed class PlaceFinder(EasyGigDb db)
{
    /// <summary>Every city of that name, in any language, the largest first. A province in brackets or behind a comma narrows it down.</summary>
    public Task<List<City>> FindAsync(string typed, CancellationToken ct)
    {
        var parts = typed.Split(['(', ')', ','], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var (name, province) = (parts.ElementAtOrDefault(0)?.ToLowerInvariant() ?? "", parts.ElementAtOrDefault(1)?.ToUpperInvariant());
        return db.Cities.AsNoTracking()
            .Where(city => city.Names.Contains(name) && (province == null || city.Province == province || city.CountryCode == province))
            .OrderByDescending(city => city.Population).Take(20).ToListAsync(ct);
    }

    /// <summary>The one city that is meant, or why none is.</summary>
    public async Task<(City? City, Refusal? Refusal)> FindOneAsync(string typed, CancellationToken ct) => await FindAsync(typed, ct) switch
    {
        [var one] => (one, null),
        [] => (null, PlaceRefusals.Unknown.About(typed)),
        var several => (null, PlaceRefusals.Several.About(string.Join(", ", several.Take(6).Select(Label)))),
    };

    /// <summary>The name as it can be typed again: with its province, or its country where there is none.</summary>
    public static string Label(City city) => $"{city.Name} ({(city.Province.Length > 0 ? city.Province : city.CountryCode)})";

    public async Task<string> LabelAsync(int cityId, CancellationToken ct) => Label(await db.Cities.AsNoTracking().SingleAsync(city => city.Id == cityId, ct));
}

public static class PlaceRefusals
{
    /// <summary>No city has that name; names it.</summary>
    public static readonly Refusal Unknown = new("places_unknown", "City");

    /// <summary>Several cities have that name; names them.</summary>
    public static readonly Refusal Several = new("places_several", "City");
}
