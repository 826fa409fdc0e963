namespace EasyGig.Domain.Slots;

/// <summary>A time window as a person at the venue says it: a date and two clock times, in the venue's zone.</summary>
/// <param name="Date">The day on which it starts.</param>
/// <param name="From">Start.</param>
/// <param name="To">End; at or before the start it is a time of the next day.</param>
public readonly record struct LocalWindow(DateOnly Date, TimeOnly From, TimeOnly To)
{
    /// <summary>The window in UTC, or why there is no such window.</summary>
    /// <remarks>A time that the clocks skip is refused; of a time that they repeat the first is meant.</remarks>
    public (Period Period, Refusal? Refusal) In(TimeZoneInfo zone)
    {
        if (From == To) return (default, SlotRefusals.TimeOrder);
        if (Date > DateOnly.MaxValue.AddDays(-2) || Date < DateOnly.MinValue.AddDays(2)) return (default, SlotRefusals.InThePast);
        var (start, end) = (Date.ToDateTime(From), Date.AddDays(To < From ? 1 : 0).ToDateTime(To));
        if (zone.IsInvalidTime(start)) return (default, SlotRefusals.TimeSkipped.About(From, zone.Id));
        if (zone.IsInvalidTime(end)) return (default, (SlotRefusals.TimeSkipped with { Field = "To" }).About(To, zone.Id));
        return (new(zone.MomentsAt(start).First(), zone.MomentsAt(end).First()), null);
    }

    /// <summary>The window that a period is at the venue.</summary>
    public static LocalWindow Of(Period period, TimeZoneInfo zone)
    {
        var (start, end) = (TimeZoneInfo.ConvertTime(period.Start, zone), TimeZoneInfo.ConvertTime(period.End, zone));
        return new(DateOnly.FromDateTime(start.DateTime), TimeOnly.FromDateTime(start.DateTime), TimeOnly.FromDateTime(end.DateTime));
    }
}
