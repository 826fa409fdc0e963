using System.Text.RegularExpressions;
using EasyGig.Domain;
using EasyGig.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Web.Places;

/// <summary>Finds cities by what people type: "Bologna", "munich", "Castro (LE)", "Halle (Saale)", "Madison, US-AL".</summary>
public sealed partial class PlaceFinder(EasyGigDb db)
{
    private readonly Dictionary<string, List<City>> _named = []; // whoever asks for many searches asks for the same few cities

    /// <summary>Every city of that name, in any language, the largest first. A province, region or country in brackets or behind
    /// a comma narrows it down, unless it belongs to the name.</summary>
    public async Task<IReadOnlyList<City>> FindAsync(string typed, CancellationToken ct)
    {
        var named = await NamedAsync(typed, ct);
        if (named.Count > 0 || Narrowed().Match(typed) is not { Success: true } parts) return named;
        var where = parts.Groups["where"].Value.ToUpperInvariant();
        return [.. (await NamedAsync(parts.Groups["name"].Value, ct)).Where(city => IsIn(city, where))];
    }

    /// <summary>The one city that is meant, or why none is.</summary>
    public async Task<(City? City, Refusal? Refusal)> FindOneAsync(string typed, CancellationToken ct) => await FindAsync(typed, ct) switch
    {
        [var one] => (one, null),
        [] => (null, PlaceRefusals.Unknown.About(typed)),
        var several => (null, PlaceRefusals.Several.About(string.Join(", ", several.Take(6).Select(city => Label(city, several))))),
    };

    /// <summary>A city's name as it can be typed again.</summary>
    public async Task<string> LabelAsync(int cityId, CancellationToken ct)
    {
        var city = await db.Cities.AsNoTracking().SingleAsync(city => city.Id == cityId, ct);
        return Label(city, await NamedAsync(city.Name, ct));
    }

    /// <summary>The names of several cities as they can be typed.</summary>
    public async Task<IReadOnlyList<string>> LabelsAsync(IReadOnlyList<City> cities, CancellationToken ct)
    {
        var names = cities.Select(city => city.Name.ToLowerInvariant()).ToArray();
        var namesakes = await db.Cities.AsNoTracking().Where(city => city.Names.Any(name => names.Contains(name))).ToListAsync(ct);
        return [.. cities.Select(city => Label(city, [.. namesakes.Where(other => other.Names.Contains(city.Name.ToLowerInvariant()))]))];
    }

    /// <summary>With its province, or its country where there is none; with its region where that means another city, too.</summary>
    private static string Label(City city, IReadOnlyList<City> namesakes)
    {
        var where = city.Province.Length > 0 ? city.Province : city.CountryCode;
        return $"{city.Name} ({(namesakes.Count(other => IsIn(other, where)) > 1 ? city.RegionCode : where)})";
    }

    private async Task<List<City>> NamedAsync(string name, CancellationToken ct)
    {
        string[] names = [name.Trim().ToLowerInvariant()];
        if (_named.TryGetValue(names[0], out var known)) return known;
        return _named[names[0]] = await db.Cities.AsNoTracking().Where(city => city.Names.Any(known => names.Contains(known))) // "overlap": what the index on names answers
           .OrderByDescending(city => city.Population).ThenBy(city => city.Id).Take(50).ToListAsync(ct);
    }

    private static bool IsIn(City city, string where) => where == city.Province || where == city.RegionCode || where == city.CountryCode;

    [GeneratedRegex(@"^(?<name>.+)[(,]\s*(?<where>[^(),]+?)\s*\)?\s*$")] private static partial Regex Narrowed();
}

public static class PlaceRefusals
{
    /// <summary>No city has that name; names it.</summary>
    public static readonly Refusal Unknown = new("places_unknown", "City");

    /// <summary>Several cities have that name; names them.</summary>
    public static readonly Refusal Several = new("places_several", "City");
}
