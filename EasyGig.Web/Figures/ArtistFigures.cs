using System.Globalization;
using EasyGig.Web.Data;
using EasyGig.Web.Localization;
using Microsoft.Extensions.Localization;
using Npgsql;

namespace EasyGig.Web.Figures;

/// <summary>How an artist fares.</summary>
public sealed class ArtistFigures(NpgsqlDataSource database, IStringLocalizer<Text> text, TimeProvider clock)
{
    /// <summary>How many places a list names.</summary>
    private const int Most = 10;

    /// <summary>What became of the applications of these artists, by the month in which they were sent on the clock of the artist's home. <b>Offered</b> are those that the
    /// venue made an offer for or said yes to, <b>confirmed</b> those that led to a booking that was confirmed, whatever became of it. The <b>success rate</b> is confirmed of sent.</summary>
    public async Task<Figure> SuccessAsync(Guid[] artists, FigurePeriod period, CancellationToken ct)
    {
        var sql = new SqlText().Add($"""
            SELECT date_trunc('month', a.submitted_at AT TIME ZONE c.time_zone)::date, count(*),
                count(*) FILTER (WHERE b.made OR EXISTS (SELECT FROM offers o WHERE o.application_id = a.id AND o.side = 'venue')), count(*) FILTER (WHERE b.confirmed)
            FROM applications a JOIN artists p ON p.id = a.artist_id JOIN cities c ON c.id = p.city_id
            CROSS JOIN LATERAL (SELECT count(*) > 0 AS made, count(b.confirmed_at) > 0 AS confirmed FROM bookings b WHERE b.application_id = a.id) b
            WHERE a.artist_id = ANY({artists}) AND a.submitted_at AT TIME ZONE c.time_zone >= {period.From} AND a.submitted_at AT TIME ZONE c.time_zone < {period.Until} GROUP BY 1
            """);
        var months = (await sql.ReadAsync(database, row => (Month: row.GetFieldValue<DateOnly>(0), Sent: row.GetInt64(1), Offered: row.GetInt64(2), Confirmed: row.GetInt64(3)), ct)).ToDictionary(month => month.Month);
        var (sent, offered, confirmed) = (months.Values.Sum(m => m.Sent), months.Values.Sum(m => m.Offered), months.Values.Sum(m => m.Confirmed));
        var rows = period.Months.Select(month => (Month: month, Of: months.GetValueOrDefault(month)))
            .Select(m => new FigureRow(FigurePeriod.Name(m.Month), [m.Of.Sent, m.Of.Offered, m.Of.Confirmed, Figure.Percent(m.Of.Confirmed, m.Of.Sent)]));
        return new("success", text["Success rate"], FigureShape.Bars, text["Month"],
            [new(text["Applications"]), new(text["With an offer"]), new(text["Confirmed"]), new(text["Success rate"], FigureUnit.Percent, Drawn: false)], [.. rows],
            sent == 0 ? text["Nothing was applied for in this time."]
            : text["Of {0} applications {1} were offered a deal and {2} confirmed: {3}.", sent, offered, confirmed, (Figure.Percent(confirmed, sent)!.Value / 100).ToString("P0", CultureInfo.CurrentCulture)])
        { Note = text["By the month of the application. Those with an offer are what the venue made one for or said yes to."] };
    }

    /// <summary>Where these artists played most since the period began, or are going to: the venues, and the cities.</summary>
    public async Task<IReadOnlyList<Figure>> PlacesAsync(Guid[] artists, FigurePeriod period, CancellationToken ct)
    {
        var note = text["Gigs that were played, and those that are confirmed."];
        var venues = Ranking("venues", text["Gigs by venue"], text["Venue"], "Most at {0}: {1}.", await PlacesAsync("venue", artists, period, ct));
        var cities = Ranking("cities", text["Gigs by city"], text["City"], "Most in {0}: {1}.", await PlacesAsync("city", artists, period, ct));
        return [venues with { Note = note }, cities with { Note = note }];
    }

    private Figure Ranking(string key, string title, string of, string most, IReadOnlyList<(string Name, long Played, long ToCome)> places) =>
        new(key, title, FigureShape.Ranking, of, [new(text["Played"]), new(text["To come"])], [.. places.Select(place => new FigureRow(place.Name, [place.Played, place.ToCome]))],
            places is [var first, ..] ? text[most, first.Name, first.Played + first.ToCome] : text["No gig in this time."])
        { Note = "" };

    private Task<List<(string Name, long Played, long ToCome)>> PlacesAsync(string by, Guid[] artists, FigurePeriod period, CancellationToken ct)
    {
        var (sql, now) = (new SqlText(), clock.GetUtcNow());
        sql.Add($"""
            SELECT CASE {by} WHEN 'city' THEN c.name ELSE v.name || ', ' || c.name END, count(*) FILTER (WHERE b.state <> 'confirmed' OR b.starts_at <= {now}), count(*) FILTER (WHERE b.state = 'confirmed' AND b.starts_at > {now})
            FROM bookings b JOIN slots s ON s.id = b.slot_id JOIN venues v ON v.id = b.venue_id JOIN cities c ON c.id = v.city_id
            WHERE b.artist_id = ANY({artists}) AND b.state IN ('confirmed', 'played', 'settled') AND s.local_start >= {period.From}
            GROUP BY 1, CASE {by} WHEN 'city' THEN c.id::text ELSE v.id::text END ORDER BY count(*) DESC, 1 LIMIT {sql.Literal(Most)}
            """);
        return sql.ReadAsync(database, row => (row.GetString(0), row.GetInt64(1), row.GetInt64(2)), ct);
    }
}
