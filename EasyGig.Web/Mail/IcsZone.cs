namespace EasyGig.Web.Mail;

/// <summary>Describes a time zone to calendars that do not know it by name (VTIMEZONE, RFC 5545, 3.6.5).</summary>
/// <remarks>Every change of the clocks around the given time is written by its date. Rules without end (RRULE) would say more than
/// is known: how a zone's rules lie in the system differs from platform to platform, its offsets do not.</remarks>
internal static class IcsZone
{
    /// <summary>Longer than a year, so that winter and summer are both in it.</summary>
    private static readonly TimeSpan Before = TimeSpan.FromDays(400);

    public static IEnumerable<string> Lines(TimeZoneInfo zone, DateTimeOffset from, DateTimeOffset to) =>
        ["BEGIN:VTIMEZONE", $"TZID:{zone.Id}", .. Changes(zone, (from - Before).UtcDateTime, to.UtcDateTime).SelectMany(change => Observance(zone, change)), "END:VTIMEZONE"];

    /// <summary>The start, and every moment after it at which the offset becomes another, in UTC.</summary>
    private static IEnumerable<DateTime> Changes(TimeZoneInfo zone, DateTime from, DateTime to)
    {
        yield return from;
        for (var day = from; day < to; day = day.AddDays(1))
            if (zone.GetUtcOffset(day) != zone.GetUtcOffset(day.AddDays(1)))
                yield return Moment(zone, day, day.AddDays(1));
    }

    /// <summary>The second at which the offset becomes that of the end.</summary>
    private static DateTime Moment(TimeZoneInfo zone, DateTime before, DateTime after)
    {
        while (after - before > TimeSpan.FromSeconds(1))
        {
            var middle = before + (after - before) / 2;
            if (zone.GetUtcOffset(middle) == zone.GetUtcOffset(before)) before = middle;
            else after = middle;
        }
        return after.AddTicks(-(after.Ticks % TimeSpan.TicksPerSecond));
    }

    private static IEnumerable<string> Observance(TimeZoneInfo zone, DateTime change)
    {
        var (old, next) = (zone.GetUtcOffset(change.AddSeconds(-1)), zone.GetUtcOffset(change));
        var name = zone.IsDaylightSavingTime(change) ? "DAYLIGHT" : "STANDARD";
        return [$"BEGIN:{name}", $"DTSTART:{Ics.Local(change + old)}", $"TZOFFSETFROM:{Offset(old)}", $"TZOFFSETTO:{Offset(next)}", $"END:{name}"];
    }

    private static string Offset(TimeSpan offset) => $"{(offset < TimeSpan.Zero ? '-' : '+')}{offset:hhmm}";
}
