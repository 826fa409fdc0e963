using System.Globalization;

namespace EasyGig.Web.BusyTimes;

internal enum Frequency { Daily, Weekly, Monthly, Yearly }

/// <summary>How an event repeats (RFC 5545, 3.3.10), as far as calendars of people do.</summary>
/// <param name="Until">The last moment; of a whole day, its end.</param>
/// <param name="ByDay">Which days of the week; a number other than 0 is which one of the month, from its end where it is negative.</param>
internal sealed record Recurrence(Frequency Frequency, int Interval, int? Count, DateTimeOffset? Until, (int Nth, DayOfWeek Day)[] ByDay, int[] ByMonthDay, int[] ByMonth, DayOfWeek WeekBegins)
{
    private static readonly string[] Days = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];
    private static readonly string[] Understood = ["FREQ", "INTERVAL", "COUNT", "UNTIL", "BYDAY", "BYMONTHDAY", "BYMONTH", "WKST"];

    /// <returns>Null where it repeats in a way that is not understood.</returns>
    public static Recurrence? Read(string value, TimeZoneInfo zone)
    {
        var parts = value.ToUpperInvariant().Split(';', StringSplitOptions.RemoveEmptyEntries).Select(part => part.Split('=', 2)).Where(part => part.Length == 2).DistinctBy(part => part[0]).ToDictionary(part => part[0], part => part[1]);
        if (parts.Keys.Except(Understood).Any() || !Enum.TryParse<Frequency>(parts.GetValueOrDefault("FREQ"), true, out var frequency) || !Enum.IsDefined(frequency) || int.TryParse(parts["FREQ"], out _)) return null;
        var (interval, count, until) = (Number(parts, "INTERVAL"), Number(parts, "COUNT"), parts.TryGetValue("UNTIL", out var end) ? IcsTime.Read(end, zone) : null);
        var (days, monthDays, months) = (List(parts, "BYDAY", DayOf), List(parts, "BYMONTHDAY", part => Within(part, -31, 31)), List(parts, "BYMONTH", part => Within(part, 1, 12)));
        if (days is null || monthDays is null || months is null || interval is null && parts.ContainsKey("INTERVAL") || count is null && parts.ContainsKey("COUNT") || until is null && parts.ContainsKey("UNTIL")) return null;
        if (frequency is Frequency.Daily or Frequency.Weekly && days.Any(day => day.Nth != 0) || frequency is Frequency.Yearly && days.Length > 0 && months.Length == 0 || frequency is Frequency.Weekly && monthDays.Length > 0) return null;
        var last = until is { WholeDay: true } day ? new IcsTime(day.Local.AddDays(1).AddSeconds(-1), zone, false).Moment : until?.Moment;
        return new(frequency, interval ?? 1, count, last, days, monthDays, months, Array.IndexOf(Days, parts.GetValueOrDefault("WKST")) is >= 0 and var begins ? (DayOfWeek)begins : DayOfWeek.Monday);
    }

    /// <summary>The days on which a period of the rule may have it, the first period being that of the start; days before the start are among them.</summary>
    public IEnumerable<DateTime> In(int period, DateTime start) => (Frequency switch
    {
        Frequency.Daily => [start.Date.AddDays((double)period * Interval)],
        Frequency.Weekly => Week(start.Date.AddDays(-((start.DayOfWeek - WeekBegins + 7) % 7)).AddDays(7.0 * period * Interval), start.DayOfWeek),
        Frequency.Monthly => Month(new DateTime(start.Year, start.Month, 1).AddMonths(period * Interval), start.Day),
        _ => (ByMonth.Length > 0 ? ByMonth : [start.Month]).Order().SelectMany(month => Month(new(start.Year + period * Interval, month, 1), start.Day)),
    }).Where(day => (ByMonth.Length == 0 || ByMonth.Contains(day.Month)) && (Frequency is not Frequency.Daily || (ByDay.Length == 0 || ByDay.Any(by => by.Day == day.DayOfWeek)) && (ByMonthDay.Length == 0 || IsOf(day, ByMonthDay))));

    /// <summary>How many periods a year has, at least.</summary>
    public int InYear => Frequency switch { Frequency.Daily => 365, Frequency.Weekly => 52, Frequency.Monthly => 12, _ => 1 };

    /// <summary>So many periods lie before the one of a day, at least.</summary>
    public int Before(DateTime day, DateTime start) => Math.Max(0, (int)(Frequency switch
    {
        Frequency.Daily => (day - start).TotalDays,
        Frequency.Weekly => (day - start).TotalDays / 7,
        Frequency.Monthly => (day.Year - start.Year) * 12 + day.Month - start.Month,
        _ => day.Year - start.Year,
    }) / Interval - 1);

    private IEnumerable<DateTime> Week(DateTime first, DayOfWeek usual) =>
        Enumerable.Range(0, 7).Select(days => first.AddDays(days)).Where(day => ByDay.Length == 0 ? day.DayOfWeek == usual : ByDay.Any(by => by.Day == day.DayOfWeek));

    private IEnumerable<DateTime> Month(DateTime first, int usual)
    {
        var length = DateTime.DaysInMonth(first.Year, first.Month);
        return Enumerable.Range(0, length).Select(days => first.AddDays(days)).Where(day => ByDay.Length == 0 && ByMonthDay.Length == 0 ? day.Day == usual
            : (ByMonthDay.Length == 0 || IsOf(day, ByMonthDay)) && (ByDay.Length == 0 || ByDay.Any(by => by.Day == day.DayOfWeek && (by.Nth == 0 || by.Nth == (day.Day - 1) / 7 + 1 || -by.Nth == (length - day.Day) / 7 + 1))));
    }

    private static bool IsOf(DateTime day, int[] monthDays) => monthDays.Any(by => by == day.Day || by == day.Day - DateTime.DaysInMonth(day.Year, day.Month) - 1);

    private static int? Number(Dictionary<string, string> parts, string name) => Within(parts.GetValueOrDefault(name), 1, 9999);

    private static int? Within(string? text, int least, int most) => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most && number != 0 ? number : null;

    private static (int Nth, DayOfWeek Day)? DayOf(string text) => text.Length < 2 || Array.IndexOf(Days, text[^2..]) is not (>= 0 and var day) ? null
        : text.Length == 2 ? (0, (DayOfWeek)day) : Within(text[..^2], -5, 5) is { } nth ? (nth, (DayOfWeek)day) : null;

    /// <returns>Empty where it is not there, null where one of it is not understood.</returns>
    private static T[]? List<T>(Dictionary<string, string> parts, string name, Func<string, T?> read) where T : struct
    {
        if (!parts.TryGetValue(name, out var text)) return [];
        var all = text.Split(',').Select(read).ToList();
        return all.TrueForAll(one => one is not null) ? [.. all.Select(one => one!.Value)] : null;
    }
}
