using System.Globalization;
using EasyGig.Domain;
using EasyGig.Domain.Artists;
using EasyGig.Web.Genres;
using EasyGig.Web.Places;
using Microsoft.AspNetCore.WebUtilities;

namespace EasyGig.Web.Artists;

/// <summary>A search as the query of <c>/artists</c>.</summary>
public static class ArtistAddress
{
    public static ArtistSearch Read(IQueryCollection query, GenreCatalogue genres) => new()
    {
        Text = PlaceAddress.Text(query["q"]),
        Genres = genres.SlugsOf(genres.Read(query["genre"].OfType<string>())),
        Category = Word.Read<Category>(query["category"]),
        Where = PlaceAddress.Read(query),
        MaxFee = PlaceAddress.Amount(query["maxFee"]),
        Currency = PlaceAddress.Currency(query["currency"]),
        Sort = Word.Read<ProfileSort>(query["sort"]) ?? ProfileSort.Name,
    };

    public static string Of(ArtistSearch search, string? cursor = null) => QueryHelpers.AddQueryString("/artists",
    [
        new("q", search.Text),
        .. search.Genres.Select(genre => KeyValuePair.Create("genre", (string?)genre)),
        new("category", search.Category is { } category ? Word.Of(category) : null),
        .. PlaceAddress.Parts(search.Where),
        new("maxFee", search.MaxFee?.ToString("0.##", CultureInfo.InvariantCulture)),
        new("currency", search.Currency),
        new("sort", search.Sort is ProfileSort.Name ? null : Word.Of(search.Sort)),
        new("cursor", cursor),
    ]);
}
