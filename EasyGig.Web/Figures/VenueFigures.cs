using System.Globalization;
using EasyGig.Domain;
using EasyGig.Web.Data;
using EasyGig.Web.Localization;
using EasyGig.Web.Strikes;
using Microsoft.Extensions.Localization;
using Npgsql;

namespace EasyGig.Web.Figures;

/// <summary>Which stages are counted, and the venues they are in.</summary>
public sealed record FigureScope(Guid[] Venues, Guid[] Stages)
{
    /// <summary>Every stage of the platform; whoever has none does not get these.</summary>
    public static readonly FigureScope Platform = new([], []) { Whole = true };

    private bool Whole { get; init; }

    /// <param name="row">A table that names venue and stage.</param>
    internal void AddTo(SqlText sql, SqlText row)
    {
        if (!Whole) sql.Add($" AND {row}.venue_id = ANY({Venues}) AND {row}.stage_id = ANY({Stages})");
    }
}

/// <summary>How full stages are, how soon their applicants are answered, and where bookings come from. Days and months are those of the venue's clock.</summary>
public sealed class VenueFigures(NpgsqlDataSource database, IStringLocalizer<Text> text, TimeProvider clock)
{
    private sealed record Evening(DateOnly Month, int Weekday, long Offered, long Filled, long Applications);

    private sealed record Answers(DateOnly Month, long Sent, long Answered, double? Median, double? Slowest);

    /// <summary>The fill rate by weekday and by month, and the applications per slot. <b>Offered</b> is every slot that was published, was not taken back, and has begun;
    /// <b>filled</b> are those of them that were booked when they began and whose artist came: one who never did leaves an empty slot behind. The <b>fill rate</b> is filled of
    /// offered. An application counts however it ended.</summary>
    public async Task<IReadOnlyList<Figure>> FillAsync(FigureScope scope, FigurePeriod period, CancellationToken ct)
    {
        var evenings = await EveningsAsync(scope, period, ct);
        var (offered, filled) = (evenings.Sum(e => e.Offered), evenings.Sum(e => e.Filled));
        var said = text["{0} of {1} slots were filled, {2}.", filled, offered, Figure.Percent(filled, offered) is { } rate ? (rate / 100).ToString("P0", CultureInfo.CurrentCulture) : "–"];
        FigureColumn[] columns = [new(text["Offered"], Drawn: false), new(text["Filled"], Drawn: false), new(text["Fill rate"], FigureUnit.Percent)];
        var weekdays = Enumerable.Range(1, 7).Select(day => Filled(DayName(day), [.. evenings.Where(e => e.Weekday == day)]));
        var months = period.Months.Select(month => Filled(FigurePeriod.Name(month), [.. evenings.Where(e => e.Month == month)]));
        var best = evenings.GroupBy(e => e.Weekday).MaxBy(day => Figure.Percent(day.Sum(e => e.Filled), day.Sum(e => e.Offered)));
        var fullest = best is null || filled == 0 ? said : text["{0} The fullest day is {1}.", said, DayName(best.Key)];
        var note = text["Slots that were published, not taken back, and have begun. Filled are those that were booked then and whose artist came."];
        return
        [
            new("fill-weekday", text["Fill rate by weekday"], FigureShape.Bars, text["Weekday"], columns, [.. weekdays], fullest) { Note = note },
            new("fill-month", text["Fill rate by month"], FigureShape.Line, text["Month"], columns, [.. months], said) { Note = note },
            PerSlot(evenings, period),
        ];
    }

    private static FigureRow Filled(string name, IReadOnlyList<Evening> evenings)
    {
        var (offered, filled) = (evenings.Sum(e => e.Offered), evenings.Sum(e => e.Filled));
        return new(name, [offered, filled, Figure.Percent(filled, offered)]);
    }

    private Figure PerSlot(IReadOnlyList<Evening> evenings, FigurePeriod period)
    {
        var rows = period.Months.Select(month =>
        {
            var own = evenings.Where(e => e.Month == month).ToList();
            var (offered, sent) = (own.Sum(e => e.Offered), own.Sum(e => e.Applications));
            return new FigureRow(FigurePeriod.Name(month), [offered, sent, Figure.Mean(sent, offered)]);
        });
        var (slots, applications) = (evenings.Sum(e => e.Offered), evenings.Sum(e => e.Applications));
        FigureColumn mean = new(text["Per slot"], FigureUnit.Mean);
        return new("applications", text["Applications per slot"], FigureShape.Bars, text["Month"], [new(text["Slots"], Drawn: false), new(text["Applications"], Drawn: false), mean], [.. rows],
            text["{0} applications to {1} slots, {2} each.", applications, slots, mean.Say(Figure.Mean(applications, slots), text)])
        { Note = text["By the month of the slot; an application counts however it ended."] };
    }

    /// <summary>Hours from an application to the venue's first answer (<see cref="StrikeDesk.Answers"/>). Of each month's applications
    /// the median, and what nine of ten were answered within; those that nobody answered are told beside it.</summary>
    public async Task<Figure> AnswersAsync(FigureScope scope, FigurePeriod period, CancellationToken ct)
    {
        string[] facts = [.. StrikeDesk.Answers.Select(fact => Word.Of(fact))];
        var sql = new SqlText();
        sql.Add($"""
            SELECT date_trunc('month', a.submitted_at AT TIME ZONE v.time_zone)::date, count(*), count(e.at),
                percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM e.at - a.submitted_at) / 3600), percentile_cont(0.9) WITHIN GROUP (ORDER BY extract(epoch FROM e.at - a.submitted_at) / 3600)
            FROM slots s JOIN venues v ON v.id = s.venue_id JOIN applications a ON a.slot_id = s.id
            LEFT JOIN LATERAL (SELECT min(at) AS at FROM audit e WHERE e.application_id = a.id AND e.fact = ANY({facts})) e ON true
            WHERE a.submitted_at AT TIME ZONE v.time_zone >= {period.From} AND a.submitted_at AT TIME ZONE v.time_zone < {period.Until}
            """);
        scope.AddTo(sql, sql.Piece().Add($"s"));
        sql.Add($" GROUP BY 1");
        var months = (await sql.ReadAsync(database, row => new Answers(row.GetFieldValue<DateOnly>(0), row.GetInt64(1), row.GetInt64(2), row.Number(3), row.Number(4)), ct)).ToDictionary(month => month.Month);
        var rows = period.Months.Select(month => months.GetValueOrDefault(month) is { } of
            ? new FigureRow(FigurePeriod.Name(month), [of.Sent, of.Answered, Figure.Hours(of.Median), Figure.Hours(of.Slowest)]) : new(FigurePeriod.Name(month), [0, 0, null, null]));
        return new("answers", text["Answer times"], FigureShape.Line, text["Month"],
            [new(text["Applications"], Drawn: false), new(text["Answered"], Drawn: false), new(text["Half within"], FigureUnit.Hours), new(text["Nine of ten within"], FigureUnit.Hours)], [.. rows],
            text["{0} of {1} applications were answered.", months.Values.Sum(m => m.Answered), months.Values.Sum(m => m.Sent)])
        { Note = text["From the application to the venue’s first answer, by the month of the application."] };
    }

    /// <summary>What led to the bookings that were confirmed and not called off: a promoter's group, the waiting list, a hold, an invitation, or the artist's own idea;
    /// the first of these that is true.</summary>
    public async Task<Figure> SourcesAsync(FigureScope scope, FigurePeriod period, CancellationToken ct)
    {
        var sql = new SqlText();
        sql.Add($"""
            SELECT CASE WHEN a.group_id IS NOT NULL THEN 'group' WHEN EXISTS (SELECT FROM offers o WHERE o.application_id = a.id AND o.listed AND o.state = 'accepted') THEN 'list'
                WHEN EXISTS (SELECT FROM holds h WHERE h.booking_id = b.id) THEN 'hold'
                WHEN EXISTS (SELECT FROM invitations i WHERE i.slot_id = b.slot_id AND i.artist_id = b.artist_id AND i.sent_at <= a.submitted_at) THEN 'invitation' ELSE 'application' END, count(*)
            FROM bookings b JOIN applications a ON a.id = b.application_id JOIN venues v ON v.id = b.venue_id
            WHERE b.state IN ('confirmed', 'played', 'settled') AND b.confirmed_at AT TIME ZONE v.time_zone >= {period.From}
            """);
        scope.AddTo(sql, sql.Piece().Add($"b"));
        sql.Add($" GROUP BY 1");
        var found = (await sql.ReadAsync(database, row => (Source: row.GetString(0), Count: row.GetInt64(1)), ct)).ToDictionary(of => of.Source, of => of.Count);
        var all = found.Values.Sum();
        string[] sources = ["application", "invitation", "hold", "group", "list"];
        var rows = sources.Select(source => (Source: source, Count: found.GetValueOrDefault(source)))
            .Select(of => new FigureRow(text[$"source.{of.Source}"], [of.Count, Figure.Percent(of.Count, all)]));
        return new("sources", text["Where bookings come from"], FigureShape.Ranking, text["Comes from"], [new(text["Bookings"]), new(text["Part of all"], FigureUnit.Percent, Drawn: false)], [.. rows],
            text["{0} bookings, {1} from an application of the artist’s own.", all, found.GetValueOrDefault("application")])
        { Note = text["Bookings that were confirmed in this time and not called off."] };
    }

    private Task<List<Evening>> EveningsAsync(FigureScope scope, FigurePeriod period, CancellationToken ct)
    {
        var sql = new SqlText();
        sql.Add($"""
            SELECT date_trunc('month', s.local_start)::date, extract(isodow FROM s.local_start)::integer, count(*), count(*) FILTER (WHERE s.state IN ('booked', 'played')), coalesce(sum(a.sent), 0)::bigint
            FROM slots s CROSS JOIN LATERAL (SELECT count(*) AS sent FROM applications a WHERE a.slot_id = s.id) a
            WHERE s.state NOT IN ('draft', 'cancelled') AND s.starts_at <= {clock.GetUtcNow()} AND s.local_start >= {period.From} AND s.local_start < {period.Until}
            """);
        scope.AddTo(sql, sql.Piece().Add($"s"));
        sql.Add($" GROUP BY 1, 2");
        return sql.ReadAsync(database, row => new Evening(row.GetFieldValue<DateOnly>(0), row.GetInt32(1), row.GetInt64(2), row.GetInt64(3), row.GetInt64(4)), ct);
    }

    /// <param name="day">1 is Monday.</param>
    private static string DayName(int day) => CultureInfo.CurrentCulture.DateTimeFormat.GetDayName((DayOfWeek)(day % 7));
}
