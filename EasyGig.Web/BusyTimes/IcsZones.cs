using System.Globalization;

namespace EasyGig.Web.BusyTimes;

/// <summary>The zones that a calendar file names: by their IANA or Windows name, else as the file describes them.</summary>
/// <param name="home">For times that name no zone.</param>
internal sealed class IcsZones(TimeZoneInfo home)
{
    private readonly Dictionary<string, List<(bool Summer, IcsLine[] Lines)>> _described = [];
    private readonly Dictionary<string, TimeZoneInfo?> _known = [];

    public TimeZoneInfo Home => home;

    /// <summary>Takes note of a VTIMEZONE.</summary>
    public void Describe(string id, List<(bool Summer, IcsLine[] Lines)> observances) => _described[id] = observances;

    /// <returns>Null where nobody knows it.</returns>
    public TimeZoneInfo? Of(string? id)
    {
        if (string.IsNullOrEmpty(id)) return home;
        if (!_known.TryGetValue(id, out var zone)) _known[id] = zone = Named(id) ?? Named(string.Join('/', id.Split('/').TakeLast(2))) ?? Described(id);
        return zone;
    }

    private static TimeZoneInfo? Named(string id) => id.Length is > 0 and < 65 && !id.Contains("..", StringComparison.Ordinal) && TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) ? zone : null;

    private TimeZoneInfo? Described(string id)
    {
        if (!_described.TryGetValue(id, out var observances)) return null;
        var (winter, summer) = (observances.FindLast(o => !o.Summer), observances.FindLast(o => o.Summer));
        if (Offset(winter.Lines ?? summer.Lines) is not { } usual) return null;
        try
        {
            if (winter.Lines is null || Offset(summer.Lines) is not { } later || Change(summer.Lines!) is not { } begins || Change(winter.Lines) is not { } ends || later <= usual)
                return TimeZoneInfo.CreateCustomTimeZone("file", usual, null, null);
            var rule = TimeZoneInfo.AdjustmentRule.CreateAdjustmentRule(DateTime.MinValue.Date, DateTime.MaxValue.Date, later - usual, begins, ends);
            return TimeZoneInfo.CreateCustomTimeZone("file", usual, null, null, null, [rule]);
        }
        catch (Exception e) when (e is ArgumentException or InvalidTimeZoneException) { return null; } // offsets or changes that no place on earth has
    }

    private static TimeSpan? Offset(IcsLine[]? lines) => lines?.FirstOrDefault(line => line.Name == "TZOFFSETTO")?.Value is [('+' or '-') and var sign, .. var digits]
        && TimeSpan.TryParseExact(digits.Length > 4 ? digits[..4] : digits, "hhmm", CultureInfo.InvariantCulture, out var offset) && offset < TimeSpan.FromHours(14) ? sign == '-' ? -offset : offset : null;

    /// <summary>When the clocks change every year.</summary>
    private static TimeZoneInfo.TransitionTime? Change(IcsLine[] lines)
    {
        if (lines.FirstOrDefault(line => line.Name == "DTSTART") is not { } start || IcsTime.Read(start.Value, TimeZoneInfo.Utc) is not { } first) return null;
        if (lines.FirstOrDefault(line => line.Name == "RRULE") is not { } repeats || Recurrence.Read(repeats.Value, TimeZoneInfo.Utc) is not { ByDay: [var (nth, day)] } rule || nth is 0) return null;
        return TimeZoneInfo.TransitionTime.CreateFloatingDateRule(DateTime.MinValue.Date + first.Local.TimeOfDay, rule.ByMonth is [var month] ? month : first.Local.Month, nth < 0 ? 5 : Math.Min(nth, 5), day);
    }
}
