using System.Collections;
using EasyGig.Domain;
using EasyGig.Domain.Slots;
using EasyGig.Web.Data;
using EasyGig.Web.Places;

namespace EasyGig.Web.Slots;

/// <summary>A search whose words are looked up.</summary>
/// <param name="Now">Slots that have begun are not found.</param>
internal sealed record SlotQuestion(SlotSearch Search, DateTimeOffset Now)
{
    /// <summary>The genres that will do, one bit each.</summary>
    public BitArray? Genres { get; init; }

    /// <summary>A <c>tsquery</c>.</summary>
    public string? Words { get; init; }

    /// <summary>The only venue that is looked at.</summary>
    public Guid? Venue { get; init; }

    /// <summary>The artist that cannot play at its busy times; null where it has none, or where they do not count.</summary>
    public Guid? Free { get; init; }

    public PlaceQuestion Place { get; init; } = PlaceQuestion.Anywhere;

    /// <summary>From where distances are measured.</summary>
    public Coordinates? Centre => Place.Centre;

    /// <summary>The order that can be kept: distance needs a centre.</summary>
    public SlotSort Sort => Search.Sort is SlotSort.Distance or SlotSort.Fit && Centre is null ? SlotSort.Date : Search.Sort;

    /// <summary>Adds what every slot <c>s</c> that is found must fulfil.</summary>
    public void AddConditions(SqlText sql)
    {
        sql.Add($"s.state = 'open' AND s.starts_at > {Now}");
        if (Genres is { } genres) sql.Add($" AND genres_meet(s.genres, {genres}::bit(128))");
        if (Search.Category is { } category) sql.Add($" AND (s.category IS NULL OR s.category = {Word.Of(category)})");
        if (Search.MinFee is { } fee) sql.Add($" AND s.max_fee >= {fee}");
        // a text parameter would turn the column into text, too, and no index has that
        if (Search.Currency is { } currency) sql.Add($" AND s.currency = {currency}::bpchar");
        if (Search.MinCapacity is { } capacity) sql.Add($" AND s.capacity >= {capacity}");
        if (Search.Room is { } room) sql.Add($" AND s.room = {Word.Of(room)}");
        if (Words is { } words) sql.Add($" AND s.words @@ {words}::tsquery");
        if (Venue is { } venue) sql.Add($" AND s.venue_id = {venue}");
        if (Free is { } artist) sql.Add($" AND NOT EXISTS (SELECT FROM busy_times b WHERE b.artist_id = {artist} AND tstzrange(b.starts_at, b.ends_at, '[)') && tstzrange(s.starts_at, s.ends_at, '[)'))");
        var slot = sql.Piece().Add($"s");
        Place.AddConditions(sql, slot, slot);
        AddDays(sql);
    }

    /// <summary>Days are the venue's. The bound on the moment, true in every zone of the earth, is the one that the index's order answers.</summary>
    private void AddDays(SqlText sql)
    {
        if (Search.From?.ToDateTime(default) is { } from)
            sql.Add($" AND s.starts_at >= {new DateTimeOffset(from.AddHours(-14), TimeSpan.Zero)} AND s.local_start >= {from}");
        if (Search.To?.AddDays(1).ToDateTime(default) is { } to)
            sql.Add($" AND s.starts_at < {new DateTimeOffset(to.AddHours(12), TimeSpan.Zero)} AND s.local_start < {to}");
        if (Search.Weekdays.Count == 0) return;
        // the first such day that is not over everywhere on earth: what lies before is not even read
        var first = Enumerable.Range(-1, 9).Select(days => new DateTimeOffset(Now.UtcDateTime.Date.AddDays(days), TimeSpan.Zero))
            .First(day => Search.Weekdays.Contains(day.DayOfWeek) && Now < day.AddHours(24 + 12));
        sql.Add($" AND s.starts_at >= {first.AddHours(-14)} AND extract(dow FROM s.local_start) = ANY({Search.Weekdays.Select(day => (int)day).ToArray()})");
    }
}
