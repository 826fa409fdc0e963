using EasyGig.Domain;
using EasyGig.Domain.Slots;
using EasyGig.Web.Data;
using EasyGig.Web.Genres;
using EasyGig.Web.Places;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Web.Slots;

/// <summary>Looks up the words of a search: which cities have that name, what the text may mean.</summary>
public sealed class SlotQuestions(EasyGigDb db, GenreCatalogue genres, PlaceFinder places, TimeProvider clock)
{
    /// <param name="seeker">From whose home distances are measured when no city is named.</param>
    internal async Task<SlotQuestion> AskAsync(SlotSearch search, Seeker? seeker, CancellationToken ct)
    {
        var cities = search.City is { } city ? await places.FindAsync(city, ct) : null;
        return new(search, clock.GetUtcNow())
        {
            Genres = search.Genres.Count > 0 ? GenreSetConverter.ToBits(genres.Wanted(genres.Read(search.Genres))) : null,
            Words = search.Text is { } text ? await WordsAsync(text, ct) : null,
            Cities = cities?.Select(found => found.Id).ToList(),
            Centre = cities is [var first, ..] ? new(first.Latitude, first.Longitude) : seeker?.Home,
        };
    }

    /// <summary>A text without a word in it narrows nothing down.</summary>
    private async Task<string?> WordsAsync(string text, CancellationToken ct) =>
        await db.Database.SqlQuery<string?>($"""SELECT search_query({text})::text AS "Value" """).SingleAsync(ct);
}
