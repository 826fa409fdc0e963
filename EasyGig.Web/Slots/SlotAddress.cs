using System.Globalization;
using System.Text.RegularExpressions;
using EasyGig.Domain;
using EasyGig.Domain.Artists;
using EasyGig.Domain.Slots;
using EasyGig.Domain.Venues;
using EasyGig.Web.Genres;
using EasyGig.Web.Hosting;
using Microsoft.AspNetCore.WebUtilities;

namespace EasyGig.Web.Slots;

/// <summary>A search as the query of <c>/slots</c>: read kindly, and written back as a link.</summary>
public static partial class SlotAddress
{
    private const int LongestText = 120;

    /// <summary>ISO 3166-1 alpha-2.</summary>
    [GeneratedRegex(@"^[A-Z]{2}\z")]
    private static partial Regex CountryCode { get; }

    /// <summary>ISO 3166-2.</summary>
    [GeneratedRegex(@"^[A-Z]{2}-[A-Z0-9]{1,3}\z")]
    private static partial Regex RegionCode { get; }

    /// <summary>ISO 4217.</summary>
    [GeneratedRegex(@"^[A-Z]{3}\z")]
    private static partial Regex CurrencyCode { get; }

    /// <summary>What cannot be read is as if it were not there.</summary>
    public static SlotSearch Read(IQueryCollection query, GenreCatalogue genres)
    {
        var city = Clean(query["city"]);
        return new()
        {
            Text = Clean(query["q"]),
            Genres = genres.SlugsOf(genres.Read(query["genre"].OfType<string>())),
            Category = Word.Read<Category>(query["category"]),
            Country = Code(query["country"], CountryCode),
            Region = Code(query["region"], RegionCode),
            City = city,
            Km = city is null ? null : Number(query["km"], SlotSearch.MaxKm),
            From = Day(query["from"]),
            To = Day(query["to"]),
            Weekdays = [.. Enum.GetValues<DayOfWeek>().Where(day => query["weekday"].Contains(Word.Of(day)))],
            MinFee = decimal.TryParse(query["minFee"], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var fee) && fee is > 0 and <= 1_000_000 ? fee : null,
            Currency = Code(query["currency"], CurrencyCode),
            MinCapacity = Number(query["minCapacity"], 1_000_000),
            Room = Word.Read<Room>(query["room"]),
            Sort = Word.Read<SlotSort>(query["sort"]) ?? SlotSort.Date,
        };
    }

    /// <summary>The search as an address; another page of it has another cursor.</summary>
    public static string Of(SlotSearch search, string? cursor = null) => QueryHelpers.AddQueryString("/slots", Parts(search).Append(new("cursor", cursor)));

    private static IEnumerable<KeyValuePair<string, string?>> Parts(SlotSearch search)
    {
        yield return new("q", search.Text);
        foreach (var genre in search.Genres) yield return new("genre", genre);
        yield return new("category", Written(search.Category));
        yield return new("country", search.Country);
        yield return new("region", search.Region);
        yield return new("city", search.City);
        yield return new("km", search.Km?.ToString(CultureInfo.InvariantCulture));
        yield return new("from", search.From?.ToString("O", CultureInfo.InvariantCulture));
        yield return new("to", search.To?.ToString("O", CultureInfo.InvariantCulture));
        foreach (var day in search.Weekdays) yield return new("weekday", Word.Of(day));
        yield return new("minFee", search.MinFee?.ToString("0.##", CultureInfo.InvariantCulture));
        yield return new("currency", search.Currency);
        yield return new("minCapacity", search.MinCapacity?.ToString(CultureInfo.InvariantCulture));
        yield return new("room", Written(search.Room));
        yield return new("sort", search.Sort is SlotSort.Date ? null : Word.Of(search.Sort));
    }

    private static string? Written<TEnum>(TEnum? value) where TEnum : struct, Enum => value is { } known ? Word.Of(known) : null;

    private static string? Clean(string? text) => CleanText.Clean(text ?? "") is { Length: > 0 and <= LongestText } clean ? clean : null;

    private static string? Code(string? text, Regex form) => text?.ToUpperInvariant() is { } code && form.IsMatch(code) ? code : null;

    private static int? Number(string? text, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most ? number : null;

    private static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 1900 and < 9000 ? day : null;
}
