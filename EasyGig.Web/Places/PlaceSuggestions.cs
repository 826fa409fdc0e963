using EasyGig.Web.Data;
using EasyGig.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Web.Places;

/// <summary>Cities that somebody may mean who is still typing, or has misspelt one.</summary>
public sealed class PlaceSuggestions(EasyGigDb db, PlaceFinder places)
{
    private const int Most = 8;

    /// <summary>Those that begin so, the largest first; where none does, those that are spelt alike. As they can be typed: <c>Bologna (BO)</c>.</summary>
    public async Task<IReadOnlyList<string>> OfAsync(string typed, CancellationToken ct)
    {
        var name = typed.Split('(')[0].Trim();
        if (name.Length < 2) return [];
        var pattern = name.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal) + "%";
        var cities = await db.Cities.FromSql($"""
            SELECT c.* FROM cities c WHERE c.id IN (SELECT city_id FROM city_names WHERE name LIKE lower(unaccent({pattern})))
            ORDER BY population DESC LIMIT {Most}
            """).AsNoTracking().ToListAsync(ct);
        if (cities.Count == 0)
            cities = await db.Cities.FromSql($"""
                SELECT c.* FROM cities c JOIN (
                    SELECT city_id, max(similarity(name, lower(unaccent({name})))) AS alike FROM city_names WHERE name % lower(unaccent({name})) GROUP BY city_id
                ) n ON n.city_id = c.id ORDER BY n.alike DESC, c.population DESC LIMIT {Most}
                """).AsNoTracking().ToListAsync(ct);
        return await places.LabelsAsync(cities, ct);
    }
}

internal static class PlaceEndpoint
{
    /// <summary>What the city fields suggest while somebody types; the same for everybody, so it may be kept.</summary>
    public static void MapPlaces(this IEndpointRouteBuilder app) => app.MapGet("/places", async (string? q, PlaceSuggestions suggestions, HttpResponse response, CancellationToken ct) =>
    {
        response.Headers.CacheControl = "public, max-age=86400";
        return q is { Length: <= 80 } ? await suggestions.OfAsync(CleanText.Clean(q), ct) : [];
    });
}
