using System.Globalization;
using EasyGig.Domain;
using EasyGig.Domain.Artists;
using EasyGig.Web.Genres;
using EasyGig.Web.Places;
using Microsoft.AspNetCore.WebUtilities;

namespace EasyGig.Web.Artists;

/// <summary>A director's search as the query of <c>/director/artists</c>: read kindly, and written back as a link.</summary>
public static class ScoutAddress
{
    private const int MostStars = 5;

    /// <summary>What cannot be read is as if it were not there.</summary>
    public static ScoutSearch Read(IQueryCollection query, GenreCatalogue genres) => new()
    {
        Whom = ArtistAddress.Read(query, genres) with { Sort = ProfileSort.Distance },
        Slot = Guid.TryParse(query["slot"], out var slot) ? slot : null,
        Venue = Guid.TryParse(query["venue"], out var venue) ? venue : null,
        Km = PlaceAddress.Number(query["km"], Whereabouts.MaxKm),
        Free = DateOnly.TryParseExact(query["free"], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 1900 and < 9000 ? day : null,
        Stars = PlaceAddress.Number(query["stars"], MostStars),
        Sort = Word.Read<ScoutSort>(query["sort"]) ?? ScoutSort.Fit,
    };

    public static string Of(ScoutSearch search, string? cursor = null) => QueryHelpers.AddQueryString("/director/artists",
    [
        new("slot", search.Slot?.ToString()),
        new("venue", search.Slot is null ? search.Venue?.ToString() : null),
        new("q", search.Whom.Text),
        .. search.Whom.Genres.Select(genre => KeyValuePair.Create("genre", (string?)genre)),
        new("category", search.Whom.Category is { } category ? Word.Of(category) : null),
        .. PlaceAddress.Parts(search.Whom.Where with { Km = search.Km }),
        new("maxFee", search.Whom.MaxFee?.ToString("0.##", CultureInfo.InvariantCulture)),
        new("currency", search.Whom.Currency),
        new("free", search.Free?.ToString("O", CultureInfo.InvariantCulture)),
        new("stars", search.Stars?.ToString(CultureInfo.InvariantCulture)),
        new("sort", search.Sort is ScoutSort.Fit ? null : Word.Of(search.Sort)),
        new("cursor", cursor),
    ]);
}
