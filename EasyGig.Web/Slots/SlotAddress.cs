using System.Globalization;
using EasyGig.Domain;
using EasyGig.Domain.Artists;
using EasyGig.Domain.Slots;
using EasyGig.Domain.Venues;
using EasyGig.Web.Genres;
using EasyGig.Web.Places;
using Microsoft.AspNetCore.WebUtilities;

namespace EasyGig.Web.Slots;

/// <summary>A search as the query of <c>/slots</c>: read kindly, and written back as a link.</summary>
public static class SlotAddress
{
    private const int MostPeople = 1_000_000;

    /// <summary>What cannot be read is as if it were not there.</summary>
    public static SlotSearch Read(IQueryCollection query, GenreCatalogue genres) => new()
    {
        Text = PlaceAddress.Text(query["q"]),
        Genres = genres.SlugsOf(genres.Read(query["genre"].OfType<string>())),
        Category = Word.Read<Category>(query["category"]),
        Where = PlaceAddress.Read(query),
        From = Day(query["from"]),
        To = Day(query["to"]),
        Weekdays = [.. Enum.GetValues<DayOfWeek>().Where(day => query["weekday"].Contains(Word.Of(day)))],
        MinFee = PlaceAddress.Amount(query["minFee"]),
        Currency = PlaceAddress.Currency(query["currency"]),
        MinCapacity = PlaceAddress.Number(query["minCapacity"], MostPeople),
        Room = Word.Read<Room>(query["room"]),
        Sort = Word.Read<SlotSort>(query["sort"]) ?? SlotSort.Date,
    };

    /// <summary>A search as it was written; one without a query finds everything.</summary>
    public static SlotSearch Read(string address, GenreCatalogue genres) =>
        Read(new QueryCollection(QueryHelpers.ParseQuery(address.Split('?', 2) is [_, var query] ? query : "")), genres);

    /// <summary>The search as an address; another page of it has another cursor.</summary>
    public static string Of(SlotSearch search, string? cursor = null) => QueryHelpers.AddQueryString("/slots",
    [
        new("q", search.Text),
        .. search.Genres.Select(genre => KeyValuePair.Create("genre", (string?)genre)),
        new("category", search.Category is { } category ? Word.Of(category) : null),
        .. PlaceAddress.Parts(search.Where),
        new("from", search.From?.ToString("O", CultureInfo.InvariantCulture)),
        new("to", search.To?.ToString("O", CultureInfo.InvariantCulture)),
        .. search.Weekdays.Select(day => KeyValuePair.Create("weekday", (string?)Word.Of(day))),
        new("minFee", search.MinFee?.ToString("0.##", CultureInfo.InvariantCulture)),
        new("currency", search.Currency),
        new("minCapacity", search.MinCapacity?.ToString(CultureInfo.InvariantCulture)),
        new("room", search.Room is { } room ? Word.Of(room) : null),
        new("sort", search.Sort is SlotSort.Date ? null : Word.Of(search.Sort)),
        new("cursor", cursor),
    ]);

    private static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 1900 and < 9000 ? day : null;
}
