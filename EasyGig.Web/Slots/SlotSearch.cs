using System.Globalization;
using EasyGig.Domain;
using EasyGig.Domain.Artists;
using EasyGig.Web.Genres;
using EasyGig.Web.Hosting;
using EasyGig.Web.Paging;
using Microsoft.AspNetCore.WebUtilities;

namespace EasyGig.Web.Slots;

/// <summary>What somebody looks for among the open slots: the query of <c>/slots</c>, read kindly, and written back as a link.</summary>
public sealed record SlotSearch
{
    /// <summary>Slugs of genres and groups; any of them will do.</summary>
    public IReadOnlyList<string> Genres { get; init; } = [];

    /// <summary>ISO 3166-2.</summary>
    public string? Region { get; init; }

    /// <summary>As it was typed.</summary>
    public string? City { get; init; }

    /// <summary>First day, on the venue's calendar.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day, on the venue's calendar.</summary>
    public DateOnly? To { get; init; }

    /// <summary>What the slot must be ready to pay, in its own currency.</summary>
    public decimal? MinFee { get; init; }
    public Category? Category { get; init; }
    public Cursor<(DateTimeOffset Start, Guid Id)>? Cursor { get; init; }

    public bool IsEmpty => Parts.Count == 0;

    /// <summary>Reads a query; what cannot be read is as if it were not there.</summary>
    public static SlotSearch Read(IQueryCollection query, GenreCatalogue genres)
    {
        return new()
        {
            Genres = genres.SlugsOf(genres.Read(query["genre"].OfType<string>())),
            Region = Clean(query["region"]),
            City = Clean(query["city"]),
            From = Day(query["from"]),
            To = Day(query["to"]),
            MinFee = decimal.TryParse(query["minFee"], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var fee) && fee is > 0 and <= 1_000_000 ? fee : null,
            Category = Word.Read<Category>(query["category"]),
            Cursor = Cursor<(DateTimeOffset, Guid)>.Read(Clean(query["cursor"])),
        };

        static string? Clean(string? text) => CleanText.Clean(text ?? "") is { Length: > 0 and <= 120 } clean ? clean : null;

        static DateOnly? Day(string? text) =>
            DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 1900 and < 9000 ? day : null;
    }

    /// <summary>The search as an address; another page of it has another cursor.</summary>
    public string Link(string? cursor = null) => QueryHelpers.AddQueryString("/slots", cursor is null ? Parts : [.. Parts, new("cursor", cursor)]);

    /// <summary>This search with one filter less, for each filter; from its first page.</summary>
    public IEnumerable<(SlotFilter Filter, SlotSearch Without)> Wider()
    {
        var first = this with { Cursor = null };
        if (Genres.Count > 0) yield return (SlotFilter.Genre, first with { Genres = [] });
        if (Region is not null) yield return (SlotFilter.Region, first with { Region = null });
        if (City is not null) yield return (SlotFilter.City, first with { City = null });
        if (From is not null) yield return (SlotFilter.From, first with { From = null });
        if (To is not null) yield return (SlotFilter.To, first with { To = null });
        if (MinFee is not null) yield return (SlotFilter.MinFee, first with { MinFee = null });
        if (Category is not null) yield return (SlotFilter.Category, first with { Category = null });
    }

    private List<KeyValuePair<string, string?>> Parts
    {
        get
        {
            List<KeyValuePair<string, string?>> parts = [.. Genres.Select(genre => KeyValuePair.Create("genre", (string?)genre))];
            Add("region", Region);
            Add("city", City);
            Add("from", From?.ToString("O", CultureInfo.InvariantCulture));
            Add("to", To?.ToString("O", CultureInfo.InvariantCulture));
            Add("minFee", MinFee?.ToString("0.##", CultureInfo.InvariantCulture));
            Add("category", Category is { } category ? Word.Of(category) : null);
            return parts;

            void Add(string name, string? value)
            {
                if (value is not null) parts.Add(new(name, value));
            }
        }
    }
}

/// <summary>What a search can be narrowed by.</summary>
public enum SlotFilter { Genre, Region, City, From, To, MinFee, Category }
