using EasyGig.Domain;
using EasyGig.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Web.Places;

/// <summary>Looks up the words of a search: which cities have that name, what a text may mean.</summary>
public sealed class PlaceQuestions(EasyGigDb db, PlaceFinder places)
{
    /// <param name="home">From where distances are measured when no city is named.</param>
    internal async Task<PlaceQuestion> AskAsync(Whereabouts where, Coordinates? home, CancellationToken ct)
    {
        var cities = where.City is { } city ? await places.FindAsync(city, ct) : null;
        return new(where, cities?.Select(found => found.Id).ToList(), cities is [var first, ..] ? new(first.Latitude, first.Longitude) : home);
    }

    /// <summary>A text as a <c>tsquery</c>; null when there is no word in it.</summary>
    internal async Task<string?> WordsAsync(string? text, CancellationToken ct) => text is null ? null
        : await db.Database.SqlQuery<string?>($"""SELECT search_query({text})::text AS "Value" """).SingleAsync(ct);
}
