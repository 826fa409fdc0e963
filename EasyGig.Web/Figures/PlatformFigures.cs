using EasyGig.Web.Data;
using EasyGig.Web.Localization;
using Microsoft.Extensions.Localization;
using Npgsql;

namespace EasyGig.Web.Figures;

/// <summary>What the whole platform does, month by month; months of what is about no one venue are UTC's.</summary>
public sealed class PlatformFigures(NpgsqlDataSource database, IStringLocalizer<Text> text)
{
    /// <summary>Applications that were sent, and bookings that were made and were confirmed, whatever became of them.</summary>
    public async Task<Figure> BookingsAsync(FigurePeriod period, CancellationToken ct)
    {
        var (from, sql) = (new DateTimeOffset(period.From, TimeSpan.Zero), new SqlText());
        sql.Add($"""
            SELECT date_trunc('month', at AT TIME ZONE 'UTC')::date, sum(sent)::bigint, sum(made)::bigint, sum(confirmed)::bigint FROM (
                SELECT submitted_at AS at, 1 AS sent, 0 AS made, 0 AS confirmed FROM applications WHERE submitted_at >= {from}
                UNION ALL SELECT accepted_at, 0, 1, 0 FROM bookings WHERE accepted_at >= {from}
                UNION ALL SELECT confirmed_at, 0, 0, 1 FROM bookings WHERE confirmed_at >= {from}) happened GROUP BY 1
            """);
        var months = await MonthsAsync(sql, ct);
        return new("bookings", text["Applications and bookings"], FigureShape.Bars, text["Month"], [new(text["Applications"]), new(text["Accepted"]), new(text["Confirmed"])], Rows(months, period),
            text["{0} applications, {1} accepted, {2} confirmed.", months.Values.Sum(m => m.One), months.Values.Sum(m => m.Two), months.Values.Sum(m => m.Three)])
        { Note = text["By the month in which it happened, in UTC."] };
    }

    /// <summary>Mails by the month in which they were written: how many there were, left, and were given up.</summary>
    public async Task<Figure> MailsAsync(FigurePeriod period, CancellationToken ct)
    {
        var sql = new SqlText().Add($"""
            SELECT date_trunc('month', created_at AT TIME ZONE 'UTC')::date, count(*), count(*) FILTER (WHERE state = 'sent'), count(*) FILTER (WHERE state = 'failed')
            FROM mails WHERE created_at >= {new DateTimeOffset(period.From, TimeSpan.Zero)} GROUP BY 1
            """);
        var months = await MonthsAsync(sql, ct);
        return new("mails", text["Mails"], FigureShape.Bars, text["Month"], [new(text["Written"]), new(text["Sent out"]), new(text["Did not arrive"])], Rows(months, period),
            text["{0} mails were written, {1} sent, {2} given up.", months.Values.Sum(m => m.One), months.Values.Sum(m => m.Two), months.Values.Sum(m => m.Three)])
        { Note = text["By the month in which they were written, in UTC."] };
    }

    private static FigureRow[] Rows(Dictionary<DateOnly, (long One, long Two, long Three)> months, FigurePeriod period) =>
        [.. period.Months.Select(month => (month, months.GetValueOrDefault(month))).Select(m => new FigureRow(FigurePeriod.Name(m.month), [m.Item2.One, m.Item2.Two, m.Item2.Three]))];

    private async Task<Dictionary<DateOnly, (long One, long Two, long Three)>> MonthsAsync(SqlText sql, CancellationToken ct) =>
        (await sql.ReadAsync(database, row => (Month: row.GetFieldValue<DateOnly>(0), Numbers: (row.GetInt64(1), row.GetInt64(2), row.GetInt64(3))), ct)).ToDictionary(row => row.Month, row => row.Numbers);
}
