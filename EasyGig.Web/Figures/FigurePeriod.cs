using System.Globalization;

namespace EasyGig.Web.Figures;

/// <summary>So many whole months, the present one, as far as it has gone, the last of them.</summary>
/// <param name="Count">How many months, one of <see cref="Choices"/>.</param>
/// <param name="This">The first day of the present month.</param>
public sealed record FigurePeriod(int Count, DateOnly This)
{
    public static readonly IReadOnlyList<int> Choices = [3, 12, 24];
    private const int Usual = 12;

    /// <summary>How far ahead a figure looks that counts what is to come, months.</summary>
    public const int Ahead = 12;

    /// <param name="typed">As the address carries it; nonsense is a year.</param>
    public static FigurePeriod Read(string? typed, DateTimeOffset now, TimeZoneInfo zone)
    {
        var count = int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var months) && Choices.Contains(months) ? months : Usual;
        var today = TimeZoneInfo.ConvertTime(now, zone);
        return new(count, new(today.Year, today.Month, 1));
    }

    public DateOnly First => This.AddMonths(1 - Count);

    /// <summary>The beginning of its first day, on whoever's clock.</summary>
    public DateTime From => First.ToDateTime(default);

    /// <summary>The end of the present month.</summary>
    public DateTime Until => This.AddMonths(1).ToDateTime(default);

    /// <summary>The end of the last month that looks ahead.</summary>
    public DateTime UntilAhead => This.AddMonths(Ahead).ToDateTime(default);

    public IEnumerable<DateOnly> Months => Enumerable.Range(0, Count).Select(First.AddMonths);

    /// <summary>From the first month to the last of these, where that is later than the present one.</summary>
    public IEnumerable<DateOnly> MonthsTo(IReadOnlyCollection<DateOnly> known) => Filled(First, This, known);

    /// <summary>The months of what is to come, from the first of these to the last.</summary>
    public static IEnumerable<DateOnly> MonthsOf(IReadOnlyCollection<DateOnly> known) => known.Count == 0 ? [] : Filled(known.Min(), known.Min(), known);

    /// <summary>Months without anything are among them, but not those between now and something far off.</summary>
    private static IEnumerable<DateOnly> Filled(DateOnly first, DateOnly now, IReadOnlyCollection<DateOnly> known)
    {
        var (near, last) = (now.AddMonths(Ahead), known.Append(now).Max());
        for (var month = first; month <= last; month = month.AddMonths(1))
            if (month < near || known.Contains(month)) yield return month;
    }

    /// <summary><c>Feb 2027</c></summary>
    public static string Name(DateOnly month) => month.ToString("MMM yyyy", CultureInfo.CurrentCulture);
}
