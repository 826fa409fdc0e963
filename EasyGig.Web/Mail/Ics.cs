using System.Globalization;
using System.Net.Mail;
using System.Text;

namespace EasyGig.Web.Mail;

/// <summary>Writes calendar files (RFC 5545), published by the site (RFC 5546).</summary>
public static class Ics
{
    private const string Publish = "METHOD:PUBLISH", Cancel = "METHOD:CANCEL";

    public const string FileName = "invite.ics";

    private const int LineOctets = 75;

    /// <summary>The type of such a file, as a mail names it: with its method.</summary>
    public static string ContentTypeOf(string ics) => $"text/calendar; method={(ics.Contains($"\r\n{Cancel}\r\n", StringComparison.Ordinal) ? "CANCEL" : "PUBLISH")}; charset=utf-8";

    /// <param name="organizer">The site's own address; its host ends every entry's UID.</param>
    /// <param name="now">When the file is written.</param>
    public static string Write(MailAddress organizer, DateTimeOffset now, params IReadOnlyCollection<CalendarEvent> events) =>
        Write([events.Count > 0 && events.All(entry => entry.Cancelled) ? Cancel : Publish], organizer, now, events);

    /// <summary>A calendar that programs fetch again and again: what fell stays in it as cancelled, and it is the same bytes as long as nothing changes.</summary>
    /// <param name="name">What programs call it.</param>
    /// <param name="events">Each says when it changed.</param>
    public static string Feed(MailAddress organizer, string name, IReadOnlyCollection<CalendarEvent> events) => Write(
        [Publish, $"NAME:{Escape(name)}", $"X-WR-CALNAME:{Escape(name)}", "REFRESH-INTERVAL;VALUE=DURATION:PT1H", "X-PUBLISHED-TTL:PT1H"], organizer, DateTimeOffset.UnixEpoch, events);

    private static string Write(IEnumerable<string> about, MailAddress organizer, DateTimeOffset now, IReadOnlyCollection<CalendarEvent> events)
    {
        List<string> lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//EasyGig//EasyGig//EN", "CALSCALE:GREGORIAN", .. about];
        if (events.Count == 0) lines.AddRange(IcsZone.Lines(TimeZoneInfo.Utc, now, now)); // a calendar without any component is none
        foreach (var zone in events.GroupBy(entry => entry.Zone.Id).Where(zone => zone.First().Zone != TimeZoneInfo.Utc))
            lines.AddRange(IcsZone.Lines(zone.First().Zone, zone.Min(entry => entry.Time.Start), zone.Max(entry => entry.Time.End)));
        foreach (var entry in events) lines.AddRange(Lines(entry, organizer, now));
        lines.Add("END:VCALENDAR");
        return string.Concat(lines.Select(line => $"{Fold(line)}\r\n"));
    }

    private static IEnumerable<string> Lines(CalendarEvent entry, MailAddress organizer, DateTimeOffset now) =>
    [
        "BEGIN:VEVENT",
        $"UID:{entry.Key}@{organizer.Host}",
        $"SEQUENCE:{entry.Sequence}",
        $"DTSTAMP:{Utc(entry.ChangedAt ?? now)}",
        .. entry.ChangedAt is { } changed ? [$"LAST-MODIFIED:{Utc(changed)}"] : (string[])[],
        $"DTSTART{At(entry.Time.Start, entry.Zone)}",
        $"DTEND{At(entry.Time.End, entry.Zone)}",
        $"SUMMARY:{Escape(entry.Summary)}",
        $"LOCATION:{Escape(entry.Location)}",
        $"DESCRIPTION:{Escape(entry.Description)}",
        $"URL:{entry.Link.AbsoluteUri}",
        $"ORGANIZER;CN=\"{Quoted(organizer.DisplayName)}\":mailto:{organizer.Address}",
        $"STATUS:{(entry.Cancelled ? "CANCELLED" : entry.Tentative ? "TENTATIVE" : "CONFIRMED")}",
        "END:VEVENT",
    ];

    /// <summary>A local time of the zone; in UTC where the clocks repeat it, for calendars disagree on which of the two is meant.</summary>
    private static string At(DateTimeOffset instant, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(instant, zone).DateTime;
        return zone == TimeZoneInfo.Utc || zone.IsAmbiguousTime(local) ? $":{Utc(instant)}" : $";TZID={zone.Id}:{Local(local)}";
    }

    internal static string Local(DateTime time) => time.ToString("yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture);

    private static string Utc(DateTimeOffset time) => $"{Local(time.UtcDateTime)}Z";

    private static string Escape(string text)
    {
        var safe = new StringBuilder();
        foreach (var letter in text.ReplaceLineEndings("\n"))
            if (letter is '\n') safe.Append("\\n");
            else if (letter is '\\' or ';' or ',') safe.Append('\\').Append(letter);
            else if (!char.IsControl(letter)) safe.Append(letter);
        return safe.ToString();
    }

    private static string Quoted(string text) => new([.. text.Where(letter => letter is not '"' && !char.IsControl(letter))]);

    /// <summary>Breaks a line after at most 75 octets, never within a character.</summary>
    private static string Fold(string line)
    {
        var folded = new StringBuilder();
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > LineOctets)
            {
                folded.Append("\r\n ");
                octets = 1;
            }
            folded.Append(rune);
            octets += rune.Utf8SequenceLength;
        }
        return folded.ToString();
    }
}
