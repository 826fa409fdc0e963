using EasyGig.Domain;
using EasyGig.Web.Data;
using EasyGig.Web.Localization;
using Microsoft.Extensions.Localization;
using Npgsql;

namespace EasyGig.Web.Figures;

/// <summary>What is guaranteed in one currency in one month.</summary>
/// <param name="Shows">How many bookings.</param>
/// <param name="Sharing">How many of them share the door, so that more may come.</param>
/// <param name="Played">The sum of the guarantees of those that have begun, and <paramref name="ToCome"/> of those ahead; major units.</param>
public sealed record Guaranteed(string Currency, DateOnly Month, long Shows, long Sharing, decimal Played, decimal ToCome);

/// <summary>What bookings guarantee, month by month of the venue's calendar, each currency by itself: sums of two are never added.</summary>
/// <remarks>A guarantee is the fee of the terms that are agreed; of a door deal that is nothing. What was earned beside it is in no table yet.</remarks>
public sealed class MoneyFigures(NpgsqlDataSource database, IStringLocalizer<Text> text, TimeProvider clock)
{
    /// <summary>What the confirmed bookings ahead that these organisations review owe their artists; all that are to come, however far.</summary>
    public Task<List<Guaranteed>> OwedAsync(Guid[] organisations, CancellationToken ct)
    {
        var sql = new SqlText();
        return ReadAsync(sql.Add($"b.reviewer_id = ANY({organisations}) AND b.state = 'confirmed' AND b.starts_at > {clock.GetUtcNow()}"), ct);
    }

    /// <summary>What these artists were guaranteed since the period began, and are for what is confirmed.</summary>
    public Task<List<Guaranteed>> EarnedAsync(Guid[] artists, FigurePeriod period, CancellationToken ct)
    {
        var sql = new SqlText();
        return ReadAsync(sql.Add($"b.artist_id = ANY({artists}) AND b.state IN ('confirmed', 'played', 'settled') AND s.local_start >= {period.From}"), ct);
    }

    /// <summary>Money at risk: what is guaranteed ahead, by the month of the show, in which it falls due.</summary>
    public IEnumerable<Figure> Owed(IReadOnlyList<Guaranteed> known) => known.GroupBy(of => of.Currency).OrderBy(of => of.Key, StringComparer.Ordinal).Select(of =>
    {
        var (currency, months) = (of.Key, of.ToDictionary(month => month.Month));
        FigureColumn sum = new(text["Guaranteed"], FigureUnit.Money, currency);
        var all = sum.Say(of.Sum(month => month.ToCome), text);
        var rows = FigurePeriod.MonthsOf(months.Keys).Select(month => months.GetValueOrDefault(month) is { } at
            ? new FigureRow(FigurePeriod.Name(month), [at.Shows, at.Sharing, at.ToCome]) : new(FigurePeriod.Name(month), [0, 0, 0]));
        return new Figure($"risk-{currency.ToLowerInvariant()}", text["Money at risk in {0}", currency], FigureShape.Bars, text["Month"],
            [new(text["Shows"], Drawn: false), new(text["Sharing the door"], Drawn: false), sum], [.. rows],
            of.Sum(month => month.Shows) is var shows && shows == 1 ? text["{0} guaranteed for one confirmed show.", all] : text["{0} guaranteed for {1} confirmed shows.", all, shows])
        { Note = text["Guarantees of confirmed shows ahead, due in the month of the show. A share of the door comes on top."] };
    });

    /// <summary>Income: what was guaranteed for what was played, and is for what is confirmed.</summary>
    public IEnumerable<Figure> Earned(IReadOnlyList<Guaranteed> known, FigurePeriod period) => known.GroupBy(of => of.Currency).OrderBy(of => of.Key, StringComparer.Ordinal).Select(of =>
    {
        var (currency, months) = (of.Key, of.ToDictionary(month => month.Month));
        FigureColumn played = new(text["Played"], FigureUnit.Money, currency), come = new(text["To come"], FigureUnit.Money, currency);
        var rows = period.MonthsTo(months.Keys).Select(month => months.GetValueOrDefault(month) is { } at
            ? new FigureRow(FigurePeriod.Name(month), [at.Shows, at.Played, at.ToCome]) : new(FigurePeriod.Name(month), [0, 0, 0]));
        return new Figure($"income-{currency.ToLowerInvariant()}", text["Income in {0}", currency], FigureShape.Stacked, text["Month"],
            [new(text["Gigs"], Drawn: false), played, come], [.. rows],
            text["{0} guaranteed for what was played, {1} for what is to come.", played.Say(of.Sum(month => month.Played), text), come.Say(of.Sum(month => month.ToCome), text)])
        { Note = text["Guarantees, by the month of the gig. A share of the door comes on top."] };
    });

    private Task<List<Guaranteed>> ReadAsync(SqlText which, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var sql = which.Piece().Add($"""
            SELECT b.currency, date_trunc('month', s.local_start)::date, count(*), count(*) FILTER (WHERE b.deal_kind <> 'flat'),
                coalesce(sum(b.fee) FILTER (WHERE b.state <> 'confirmed' OR b.starts_at <= {now}), 0), coalesce(sum(b.fee) FILTER (WHERE b.state = 'confirmed' AND b.starts_at > {now}), 0)
            FROM bookings b JOIN slots s ON s.id = b.slot_id WHERE {which} GROUP BY 1, 2
            """);
        return sql.ReadAsync(database, row => new Guaranteed(row.GetString(0), row.GetFieldValue<DateOnly>(1), row.GetInt64(2), row.GetInt64(3), row.GetDecimal(4), row.GetDecimal(5)), ct);
    }
}
