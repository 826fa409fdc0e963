using EasyGig.Domain;
using EasyGig.Domain.BusyTimes;

namespace EasyGig.Web.BusyTimes;

/// <summary>What a calendar file says about when somebody is busy.</summary>
/// <param name="Name">What the calendar calls itself; null where it does not.</param>
/// <param name="Unread">How many of its events were not understood, by why.</param>
internal sealed record IcsBusy(string? Name, IReadOnlyList<(Period Time, string Uid)> Times, IReadOnlyDictionary<Unread, int> Unread);

/// <summary>Reads calendar files (RFC 5545) of any program. Whatever is in one, it throws nothing and ends soon.</summary>
internal static class IcsReader
{
    private const int Steps = 300_000;

    /// <param name="home">The zone of times that name none, and of whole days.</param>
    /// <param name="window">What lies outside is left out.</param>
    /// <param name="host">That of the site: its own entries are left out, it knows them.</param>
    /// <returns>What it says, or why it is refused.</returns>
    public static (IcsBusy? Busy, Refusal? Refusal) Read(string text, TimeZoneInfo home, Period window, string host)
    {
        var (zones, steps) = (new IcsZones(home), new Budget(Steps));
        var lines = IcsLines.Read(text).ToList();
        if (lines is not [{ Name: "BEGIN", Value: "VCALENDAR" }, ..]) return (null, BusyRefusals.NoCalendar);
        foreach (var zone in Parts(lines, "VTIMEZONE")) Describe(zone, zones);
        var read = Parts(lines, "VEVENT").Select(part => IcsEvent.Read(Own(part), zones)).ToList();
        var events = read.Select(r => r.Event).OfType<IcsEvent>().Where(e => !(e.Uid.StartsWith("booking-", StringComparison.Ordinal) && e.Uid.EndsWith($"@{host}", StringComparison.OrdinalIgnoreCase))).ToList();
        var replaced = events.Where(e => e.Replaces is not null).ToLookup(e => e.Uid, e => e.Replaces!.Value.Moment);
        List<(Period, string)> times = [];
        foreach (var one in events.Where(e => !e.Free))
        {
            times.AddRange(one.Within(window, one.Replaces is null ? replaced[one.Uid].ToHashSet() : new HashSet<DateTimeOffset>(), steps).Take(BusyTime.Most + 1).Select(time => (time, one.Uid)));
            if (times.Count > BusyTime.Most || steps.IsSpent) return (null, BusyRefusals.TooMany.About(BusyTime.Most));
        }
        var name = lines.FirstOrDefault(line => line.Name is "X-WR-CALNAME" or "NAME" && line.Value.Length > 0)?.Value.Replace("\\", "", StringComparison.Ordinal);
        return (new(name, [.. times.Distinct()], read.Where(r => r.Why is not null).CountBy(r => r.Why!.Value).ToDictionary()), null);
    }

    /// <summary>The lines between each BEGIN and END of a kind.</summary>
    private static IEnumerable<List<IcsLine>> Parts(IReadOnlyList<IcsLine> lines, string kind)
    {
        List<IcsLine>? part = null;
        foreach (var line in lines)
        {
            if (line is { Name: "BEGIN" } && line.Value == kind) part = [];
            else if (line is { Name: "END" } && line.Value == kind && part is not null)
            {
                yield return part;
                part = null;
            }
            else part?.Add(line);
        }
    }

    /// <summary>Without what is within it, such as an alarm.</summary>
    private static List<IcsLine> Own(List<IcsLine> part)
    {
        var (own, depth) = (new List<IcsLine>(), 0);
        foreach (var line in part)
        {
            if (line.Name == "BEGIN") depth++;
            else if (line.Name == "END") depth--;
            else if (depth == 0) own.Add(line);
        }
        return own;
    }

    private static void Describe(List<IcsLine> part, IcsZones zones)
    {
        if (part.FirstOrDefault(line => line.Name == "TZID") is not { } id) return;
        zones.Describe(id.Value, [.. Parts(part, "STANDARD").Select(lines => (false, lines.ToArray())), .. Parts(part, "DAYLIGHT").Select(lines => (true, lines.ToArray()))]);
    }
}
