using System.Globalization;
using EasyGig.Domain;

namespace EasyGig.Web.Calendars;

/// <summary>The days that are asked for.</summary>
/// <param name="Until">The first that is not.</param>
public readonly record struct CalendarRange(DateOnly From, DateOnly Until)
{
    /// <summary>Two months: no view shows more.</summary>
    private const int Most = 62;

    private static readonly DateOnly Earliest = new(2000, 1, 1), Latest = new(2199, 12, 1);

    public IEnumerable<DateOnly> Days => Enumerable.Range(0, Until.DayNumber - From.DayNumber).Select(From.AddDays);

    /// <summary>All that can be on one of the days: which day it is depends on the venue's zone.</summary>
    public Period Moments => new(At(From.AddDays(-1)), At(Until.AddDays(1)));

    public bool Holds(DateOnly day) => day >= From && day < Until;

    /// <summary>A month in whole weeks from Monday.</summary>
    /// <param name="first">The month's first day.</param>
    public static CalendarRange OfMonth(DateOnly first) => new(Monday(first), Monday(first.AddMonths(1).AddDays(6)));

    /// <summary>The week, from Monday, that a day is in.</summary>
    public static CalendarRange OfWeek(DateOnly day) => new(Monday(day), Monday(day).AddDays(7));

    /// <summary>Days as <c>yyyy-MM-dd</c>; null where they are none, or too many.</summary>
    public static CalendarRange? Read(string? from, string? until) =>
        Day(from) is { } first && Day(until) is { } last && last > first && last.DayNumber - first.DayNumber <= Most ? new(first, last) : null;

    /// <summary>A month as <c>yyyy-MM</c>: its first day.</summary>
    public static DateOnly? Month(string? text) => Day($"{text}-01");

    /// <summary>A day as <c>yyyy-MM-dd</c>; null where it is none, or one on nobody's calendar.</summary>
    public static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day >= Earliest && day <= Latest ? day : null;

    private static DateOnly Monday(DateOnly day) => day.AddDays(-((int)day.DayOfWeek + 6) % 7);

    private static DateTimeOffset At(DateOnly day) => new(day, TimeOnly.MinValue, TimeSpan.Zero);
}
