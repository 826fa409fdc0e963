using System.Net.Mail;
using System.Text;
using EasyGig.Domain;
using EasyGig.Web.Mail;

namespace EasyGig.Tests.Mail;

public sealed class IcsTests
{
    private static readonly DateTimeOffset Now = new(2026, 4, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly MailAddress Site = new("mail@easygig.example", "EasyGig");
    private static readonly DateTimeOffset Evening = new(2026, 5, 1, 18, 0, 0, TimeSpan.Zero);

    private static CalendarEvent Booking(string zone = "Europe/Rome", DateTimeOffset? start = null, string summary = "Zenith Trio @ Blue Note") =>
        new("booking-1", 2, new(start ?? Evening, (start ?? Evening).AddHours(2)), TimeZoneInfo.FindSystemTimeZoneById(zone),
            summary, "Blue Note, Via Roma 1; Milano", "Main stage\r\nload-in \\ 16:00", new("https://easygig.example/bookings/1"));

    private static string[] Lines(params CalendarEvent[] events) =>
        Ics.Write(Site, Now, events).Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n");

    [Fact]
    public void R38_a_confirmed_booking_is_an_entry_in_the_venues_time() => Assert.Equal([
        "BEGIN:VEVENT", "UID:booking-1@easygig.example", "SEQUENCE:2", "DTSTAMP:20260401T120000Z",
        "DTSTART;TZID=Europe/Rome:20260501T200000", "DTEND;TZID=Europe/Rome:20260501T220000",
        "SUMMARY:Zenith Trio @ Blue Note", @"LOCATION:Blue Note\, Via Roma 1\; Milano", @"DESCRIPTION:Main stage\nload-in \\ 16:00",
        "URL:https://easygig.example/bookings/1", "ORGANIZER;CN=\"EasyGig\":mailto:mail@easygig.example", "STATUS:CONFIRMED", "END:VEVENT",
    ], Lines(Booking()).SkipWhile(line => line != "BEGIN:VEVENT").TakeWhile(line => line != "END:VCALENDAR"));

    [Fact]
    public void R38_the_zone_comes_with_the_change_of_clocks_that_is_in_force()
    {
        var lines = Lines(Booking());
        Assert.Equal("TZID:Europe/Rome", lines[Array.IndexOf(lines, "BEGIN:VTIMEZONE") + 1]);
        Assert.Equal(["BEGIN:DAYLIGHT", "DTSTART:20260329T020000", "TZOFFSETFROM:+0100", "TZOFFSETTO:+0200", "END:DAYLIGHT", "END:VTIMEZONE"],
            lines.TakeWhile(line => line != "BEGIN:VEVENT").TakeLast(6));
        Assert.Contains("DTSTART:20251026T030000", lines);
    }

    [Fact]
    public void R38_a_night_across_the_change_of_clocks_has_both_sides_of_it()
    {
        var lines = Lines(Booking(start: new(2026, 10, 24, 23, 30, 0, TimeSpan.Zero))); // until 02:30, for the second time
        Assert.Contains("DTSTART;TZID=Europe/Rome:20261025T013000", lines);
        Assert.Contains("DTEND:20261025T013000Z", lines);
        Assert.Contains("DTSTART:20261025T030000", lines);
    }

    [Theory]
    [InlineData("Asia/Kolkata", "TZOFFSETTO:+0530")]
    [InlineData("America/St_Johns", "TZOFFSETTO:-0230")]
    public void R38_zones_without_summer_and_with_half_hours_are_written_too(string zone, string offset) =>
        Assert.Contains(offset, Lines(Booking(zone)));

    [Fact]
    public void R38_a_time_in_UTC_needs_no_zone()
    {
        var lines = Lines(Booking("UTC"));
        Assert.Contains("DTSTART:20260501T180000Z", lines);
        Assert.DoesNotContain("BEGIN:VTIMEZONE", lines);
    }

    [Fact]
    public void R38_lines_are_folded_at_75_octets_and_no_letter_is_broken()
    {
        var file = Ics.Write(Site, Now, Booking(summary: string.Concat(Enumerable.Repeat("Perché no 🎷 ", 20))));
        Assert.All(file.Split("\r\n"), line => Assert.True(Encoding.UTF8.GetByteCount(line) <= 75, line));
        Assert.DoesNotContain("\n", file.Replace("\r\n", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain('\uFFFD', Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(file)));
    }

    [Fact]
    public void R38_a_name_cannot_add_a_line() =>
        Assert.Contains(@"SUMMARY:Zenith\nURL:https://evil.example", Lines(Booking(summary: "Zenith\r\nURL:https://evil.example\u0000")));

    [Fact]
    public void R24_a_fallen_booking_stays_as_cancelled_and_each_zone_is_written_once()
    {
        var lines = Lines(Booking(), Booking() with { Key = "booking-2", Cancelled = true }, Booking("Europe/London") with { Key = "booking-3" });
        Assert.Contains("STATUS:CANCELLED", lines);
        Assert.Equal(["TZID:Europe/Rome", "TZID:Europe/London"], lines.Where(line => line.StartsWith("TZID", StringComparison.Ordinal)));
    }
}
