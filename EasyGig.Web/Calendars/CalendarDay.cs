namespace EasyGig.Web.Calendars;

/// <summary>A day of a calendar.</summary>
/// <param name="InMonth">Whether it is one of the month that is looked at.</param>
/// <param name="Entries">By time; what is about the whole day comes last.</param>
public sealed record CalendarDay(DateOnly Date, bool InMonth, bool IsToday, IReadOnlyList<CalendarEntry> Entries)
{
    /// <summary>Where something is begun on it, and where it is held; null where neither can be.</summary>
    public string? New { get; init; }
    public string? Hold { get; init; }

    /// <summary>A Friday or Saturday to come on which something could be planned, and nothing is and nobody waits.</summary>
    public bool IsGap => InMonth && New is not null && Entries.Count == 0 && Date.DayOfWeek is (DayOfWeek.Friday or DayOfWeek.Saturday);

    public string Kind => !InMonth ? "month-out" : Entries.Count > 0 ? "month-full" : IsGap ? "month-gap" : "";
}
