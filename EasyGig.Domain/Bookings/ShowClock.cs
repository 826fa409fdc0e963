using EasyGig.Domain.Slots;

namespace EasyGig.Domain.Bookings;

/// <summary>A run of show as a person at the venue says it: five clock times, and no date.</summary>
public readonly record struct ShowClock(TimeOnly? LoadIn, TimeOnly? Soundcheck, TimeOnly? Doors, TimeOnly? Set, TimeOnly? Curfew)
{
    /// <summary>A show that begins before this time of the day is one of the evening before.</summary>
    private static readonly TimeSpan Morning = TimeSpan.FromHours(6);

    /// <summary>The moments that are meant: each the first at or after the one before it at which the venue's clocks show its time. The first
    /// of them is on the day of the show; set and curfew are not before the show begins.</summary>
    /// <remarks>As in <see cref="LocalWindow"/> a time that the clocks skip is refused, and of one that they repeat the first is meant.</remarks>
    public (ShowTimes Times, Refusal? Refusal) For(Period show, TimeZoneInfo zone)
    {
        var at = new DateTimeOffset?[5];
        var from = DayOf(show, zone);
        foreach (var (point, clock) in new[] { LoadIn, Soundcheck, Doors, Set, Curfew }.Index())
        {
            if (clock is not { } time) continue;
            if ((ShowPoint)point >= ShowPoint.Set && from < show.Start) from = show.Start;
            if (Next(from, time, zone) is not { } next) return (default, (SlotRefusals.TimeSkipped with { Field = ((ShowPoint)point).ToString() }).About(time, zone.Id));
            at[point] = from = next;
        }
        return (new(at[0], at[1], at[2], at[3], at[4]), null);
    }

    /// <summary>What the venue's clocks show at these moments.</summary>
    public static ShowClock Of(ShowTimes times, TimeZoneInfo zone)
    {
        return new(Shown(times.LoadIn), Shown(times.Soundcheck), Shown(times.Doors), Shown(times.Set), Shown(times.Curfew));

        TimeOnly? Shown(DateTimeOffset? at) => at is { } moment ? TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, zone).DateTime) : null;
    }

    private static DateTimeOffset DayOf(Period show, TimeZoneInfo zone)
    {
        var start = TimeZoneInfo.ConvertTime(show.Start, zone).DateTime;
        var begins = start.TimeOfDay < Morning ? start.Date.AddDays(-1) + Morning : start.Date;
        return new(begins, zone.GetUtcOffset(begins));
    }

    /// <summary>Null when the clocks skip that time.</summary>
    private static DateTimeOffset? Next(DateTimeOffset from, TimeOnly clock, TimeZoneInfo zone)
    {
        var there = TimeZoneInfo.ConvertTime(from, zone).DateTime;
        for (var day = there.Date; ; day = day.AddDays(1))
        {
            var local = day + clock.ToTimeSpan();
            if (local >= there && zone.IsInvalidTime(local)) return null;
            foreach (var moment in zone.MomentsAt(local))
                if (moment >= from) return moment.ToUniversalTime();
        }
    }
}
