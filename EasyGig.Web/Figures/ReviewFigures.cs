using EasyGig.Domain;
using EasyGig.Domain.Facts;
using EasyGig.Web.Data;
using EasyGig.Web.Localization;
using Microsoft.Extensions.Localization;
using Npgsql;

namespace EasyGig.Web.Figures;

/// <summary>What an organisation reviews. Months are those of the venue's clock.</summary>
public sealed class ReviewFigures(NpgsqlDataSource database, IStringLocalizer<Text> text, TimeProvider clock)
{
    private sealed record Month(DateOnly At, long Asked, long Decided, long InTime, double? Median, double? Slowest);

    /// <summary>Reviews by the month in which they were asked for: how many there were, were decided, and were in time, and the hours that they took. One that the
    /// venue decided when the time was over counts as decided, and late.</summary>
    public async Task<Figure> ReviewsAsync(Guid[] organisations, FigurePeriod period, CancellationToken ct)
    {
        string[] decisions = [Word.Of(FactKind.Confirmed), Word.Of(FactKind.Rejected)];
        var sql = new SqlText().Add($"""
            SELECT date_trunc('month', b.accepted_at AT TIME ZONE v.time_zone)::date, count(*), count(e.at), count(*) FILTER (WHERE e.at <= b.review_due_at),
                percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM e.at - b.accepted_at) / 3600), percentile_cont(0.9) WITHIN GROUP (ORDER BY extract(epoch FROM e.at - b.accepted_at) / 3600)
            FROM bookings b JOIN venues v ON v.id = b.venue_id
            LEFT JOIN LATERAL (SELECT min(at) AS at FROM audit e WHERE e.slot_id = b.slot_id AND e.booking_id = b.id AND e.fact = ANY({decisions})) e ON true
            WHERE b.reviewer_id = ANY({organisations}) AND b.accepted_at AT TIME ZONE v.time_zone >= {period.From} AND b.accepted_at AT TIME ZONE v.time_zone < {period.Until} GROUP BY 1
            """);
        var found = await sql.ReadAsync(database, row => new Month(row.GetFieldValue<DateOnly>(0), row.GetInt64(1), row.GetInt64(2), row.GetInt64(3), row.Number(4), row.Number(5)), ct);
        var months = found.ToDictionary(month => month.At);
        var rows = period.Months.Select(month => months.GetValueOrDefault(month) is { } of
            ? new FigureRow(FigurePeriod.Name(month), [of.Asked, of.InTime, Figure.Hours(of.Median), Figure.Hours(of.Slowest)]) : new(FigurePeriod.Name(month), [0, 0, null, null]));
        return new("reviews", text["Reviews"], FigureShape.Line, text["Month"],
            [new(text["Asked for"], Drawn: false), new(text["In time"], Drawn: false), new(text["Half within"], FigureUnit.Hours), new(text["Nine of ten within"], FigureUnit.Hours)], [.. rows],
            text["{0} of {1} reviews were decided, {2} in time.", found.Sum(m => m.Decided), found.Sum(m => m.Asked), found.Sum(m => m.InTime)])
        { Note = text["From the director’s yes to the decision, by the month of the yes."] };
    }

    /// <summary>Shows by month: those that have begun since the period began, and those that are confirmed for the next <see cref="FigurePeriod.Ahead"/> months.</summary>
    public async Task<Figure> ShowsAsync(Guid[] organisations, FigurePeriod period, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var sql = new SqlText().Add($"""
            SELECT date_trunc('month', s.local_start)::date, count(*) FILTER (WHERE b.state <> 'confirmed' OR b.starts_at <= {now}), count(*) FILTER (WHERE b.state = 'confirmed' AND b.starts_at > {now})
            FROM bookings b JOIN slots s ON s.id = b.slot_id
            WHERE b.reviewer_id = ANY({organisations}) AND b.state IN ('confirmed', 'played', 'settled') AND s.local_start >= {period.From} AND s.local_start < {period.UntilAhead} GROUP BY 1
            """);
        var found = (await sql.ReadAsync(database, row => (Month: row.GetFieldValue<DateOnly>(0), Played: row.GetInt64(1), ToCome: row.GetInt64(2)), ct)).ToDictionary(month => month.Month);
        var rows = period.MonthsTo(found.Keys).Select(month => (Month: month, Of: found.GetValueOrDefault(month))).Select(m => new FigureRow(FigurePeriod.Name(m.Month), [m.Of.Played, m.Of.ToCome]));
        return new("shows", text["Shows by month"], FigureShape.Stacked, text["Month"], [new(text["Played"]), new(text["To come"])], [.. rows],
            text["{0} shows were played, {1} are to come.", found.Values.Sum(m => m.Played), found.Values.Sum(m => m.ToCome)])
        { Note = text["Bookings that the organisation reviews, by the month of the show, up to a year ahead."] };
    }
}

internal static class FigureNumbers
{
    /// <summary>A number, or nothing.</summary>
    public static double? Number(this NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetDouble(column);
}
