using System.Collections;
using EasyGig.Domain;
using EasyGig.Domain.Slots;
using EasyGig.Web.Data;

namespace EasyGig.Web.Slots;

/// <summary>A search whose words are looked up: names are ids, text is a query on words.</summary>
/// <param name="Now">Slots that have begun are not found.</param>
internal sealed record SlotQuestion(SlotSearch Search, DateTimeOffset Now)
{
    /// <summary>The genres that will do, one bit each.</summary>
    public BitArray? Genres { get; init; }

    /// <summary>A <c>tsquery</c>.</summary>
    public string? Words { get; init; }

    /// <summary>Cities of the name that was typed; an empty list finds nothing.</summary>
    public IReadOnlyList<int>? Cities { get; init; }

    /// <summary>The only venue that is looked at.</summary>
    public Guid? Venue { get; init; }

    /// <summary>From where distances are measured.</summary>
    public Coordinates? Centre { get; init; }

    /// <summary>The order that can be kept: distance needs a centre.</summary>
    public SlotSort Sort => Search.Sort is SlotSort.Distance or SlotSort.Fit && Centre is null ? SlotSort.Date : Search.Sort;

    /// <summary>Adds what every slot <c>s</c> that is found must fulfil.</summary>
    public void AddConditions(SqlText sql)
    {
        sql.Add($"s.state = 'open' AND s.starts_at > {Now}");
        if (Genres is { } genres) sql.Add($" AND genres_meet(s.genres, {genres}::bit(128))");
        if (Search.Category is { } category) sql.Add($" AND (s.category IS NULL OR s.category = {Word.Of(category)})");
        if (Search.MinFee is { } fee) sql.Add($" AND s.max_fee >= {fee}");
        if (Search.Currency is { } currency) sql.Add($" AND s.currency = {currency}");
        if (Search.MinCapacity is { } capacity) sql.Add($" AND s.capacity >= {capacity}");
        if (Search.Room is { } room) sql.Add($" AND s.room = {Word.Of(room)}");
        if (Words is { } words) sql.Add($" AND s.words @@ {words}::tsquery");
        if (Venue is { } venue) sql.Add($" AND s.venue_id = {venue}");
        AddPlace(sql);
        AddDays(sql);
    }

    private void AddPlace(SqlText sql)
    {
        if (Search.Country is { } country) sql.Add($" AND s.country_code = {country}");
        if (Search.Region is { } region) sql.Add($" AND s.region_code = {region}");
        if (Cities is null) return;
        if (Search.Km is { } km && Centre is var (latitude, longitude))
        {
            // the band of latitudes is cheap to compare and leaves little for the exact distance
            var band = km / 111.0 + 0.1;
            sql.Add($" AND s.latitude BETWEEN {latitude - band} AND {latitude + band} AND km_between(s.latitude, s.longitude, {latitude}, {longitude}) <= {(double)km}");
        }
        else if (Cities is [var one]) sql.Add($" AND s.city_id = {one}");
        else sql.Add($" AND s.city_id = ANY({Cities.ToArray()})");
    }

    /// <summary>Days are the venue's. The bound on the moment, true in every zone of the earth, is the one that the index's order answers.</summary>
    private void AddDays(SqlText sql)
    {
        if (Search.From?.ToDateTime(default) is { } from)
            sql.Add($" AND s.starts_at >= {new DateTimeOffset(from.AddHours(-14), TimeSpan.Zero)} AND s.local_start >= {from}");
        if (Search.To?.AddDays(1).ToDateTime(default) is { } to)
            sql.Add($" AND s.starts_at < {new DateTimeOffset(to.AddHours(12), TimeSpan.Zero)} AND s.local_start < {to}");
        if (Search.Weekdays.Count > 0) sql.Add($" AND extract(dow FROM s.local_start) = ANY({Search.Weekdays.Select(day => (int)day).ToArray()})");
    }
}
