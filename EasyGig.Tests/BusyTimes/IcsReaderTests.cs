using EasyGig.Domain;
using EasyGig.Web.BusyTimes;

namespace EasyGig.Tests.BusyTimes;

/// <summary>R24: what calendar files of any program say about when somebody is busy.</summary>
public sealed class IcsReaderTests
{
    private static readonly DateTimeOffset Now = new(2027, 3, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly TimeZoneInfo Rome = TimeZoneInfo.FindSystemTimeZoneById("Europe/Rome");

    private const string Zone = """
        BEGIN:VTIMEZONE
        TZID:Our house
        BEGIN:STANDARD
        DTSTART:16011028T030000
        RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
        TZOFFSETFROM:+0200
        TZOFFSETTO:+0100
        END:STANDARD
        BEGIN:DAYLIGHT
        DTSTART:16010325T020000
        RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
        TZOFFSETFROM:+0100
        TZOFFSETTO:+0200
        END:DAYLIGHT
        END:VTIMEZONE
        """;

    [Theory]
    [InlineData("DTSTART:20270401T180000Z|DTEND:20270401T200000Z", "04-01 18:00–04-01 20:00")]
    [InlineData("DTSTART;TZID=America/New_York:20270401T180000|DURATION:PT1H30M", "04-01 22:00–04-01 23:30")]
    [InlineData("DTSTART;TZID=\"/x/y/Europe/London\":20270401T180000|DURATION:PT1H", "04-01 17:00–04-01 18:00")]
    [InlineData("DTSTART;TZID=Our house:20270327T180000|DURATION:PT1H|RRULE:FREQ=DAILY;COUNT=2", "03-27 17:00–03-27 18:00, 03-28 16:00–03-28 17:00")]
    [InlineData("DTSTART:20270401T180000|DURATION:PT1H", "04-01 16:00–04-01 17:00")]
    [InlineData("DTSTART;VALUE=DATE:20270328", "03-27 23:00–03-28 22:00")]
    [InlineData("DTSTART;VALUE=DATE:20270327|DTEND;VALUE=DATE:20270330", "03-26 23:00–03-29 22:00")]
    [InlineData("DTSTART:20270401T180000Z|DTEND:20270401T200000Z|STATUS:CANCELLED", "")]
    [InlineData("DTSTART:20270401T180000Z|DTEND:20270401T200000Z|TRANSP:TRANSPARENT", "")]
    [InlineData("DTSTART:20270401T180000Z", "")]
    [InlineData("UID:booking-1@easygig.example|DTSTART:20270401T180000Z|DURATION:PT1H", "")]
    [InlineData("DTSTART:20270401T180000Z|DURATION:PT1H|RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=TH,SA;UNTIL=20270417T235959Z|EXDATE:20270403T180000Z", "04-01 18:00–04-01 19:00, 04-15 18:00–04-15 19:00, 04-17 18:00–04-17 19:00")]
    [InlineData("DTSTART:20100413T180000Z|DURATION:PT1H|RRULE:FREQ=MONTHLY;BYDAY=2TU;UNTIL=20270501", "03-09 18:00–03-09 19:00, 04-13 18:00–04-13 19:00")]
    [InlineData("DTSTART:20260331T180000Z|DURATION:PT1H|RRULE:FREQ=MONTHLY;UNTIL=20270601", "03-31 18:00–03-31 19:00, 05-31 18:00–05-31 19:00")]
    [InlineData("DTSTART;VALUE=DATE:19990405|RRULE:FREQ=YEARLY;UNTIL=20280101", "04-04 22:00–04-05 22:00")]
    [InlineData("DTSTART;VALUE=DATE:20270301|DTEND;VALUE=DATE:20270302|RDATE;VALUE=DATE:20270305", "02-28 23:00–03-01 23:00, 03-04 23:00–03-05 23:00")]
    public void R24_a_calendar_of_any_program_is_read_in_its_own_zone(string lines, string expected)
    {
        var (busy, refusal) = Read($"{Zone}\nBEGIN:VEVENT\n{lines.Replace('|', '\n')}\nBEGIN:VALARM\nDURATION:PT5M\nEND:VALARM\nEND:VEVENT");
        Assert.Null(refusal);
        Assert.Empty(busy!.Unread);
        Assert.Equal(expected, string.Join(", ", busy.Times.Select(t => $"{t.Time.Start:MM-dd HH:mm}–{t.Time.End:MM-dd HH:mm}")));
    }

    [Fact]
    public void R24_one_time_of_a_series_that_was_moved_is_read_where_it_is_now()
    {
        var (busy, _) = Read("BEGIN:VEVENT\nUID:a\nDTSTART:20270401T180000Z\nDURATI\n ON:PT1H\nRRULE:FREQ=DAILY;COUNT=2\nEND:VEVENT\nBEGIN:VEVENT\nUID:a\nRECURRENCE-ID:20270402T180000Z\nDTSTART:20270405T080000Z\nDURATION:PT1H\nEND:VEVENT");
        Assert.Equal(["04-01 18", "04-05 08"], busy!.Times.Select(t => $"{t.Time.Start:MM-dd HH}"));
    }

    [Fact]
    public void R24_what_is_not_understood_is_counted_by_why()
    {
        var (busy, _) = Read(string.Join('\n', ((string[])["DTSTART:2027", "DTSTART;TZID=Mars/Base:20270401T180000", "DTSTART:20270401T180000Z\nDURATION:PT1H\nRRULE:FREQ=HOURLY", "DTSTART:20270401T180000Z\nDURATION:PT1H\nRRULE:FREQ=MONTHLY;BYDAY=MO;BYSETPOS=1"]).Select(lines => $"BEGIN:VEVENT\n{lines}\nEND:VEVENT")));
        Assert.Equal([(Unread.Time, 1), (Unread.Zone, 1), (Unread.Rule, 2)], busy!.Unread.OrderBy(u => u.Key).Select(u => (u.Key, u.Value)));
        Assert.Equal("busy_times_no_calendar", IcsReader.Read("<html>", Rome, new(Now, Now.AddDays(731)), "h").Refusal!.Rule);
        Assert.Equal("busy_times_too_many", Read(string.Join('\n', Enumerable.Range(0, 10).Select(i => $"BEGIN:VEVENT\nUID:{i}\nDTSTART:20270301T0{i}0000Z\nDURATION:PT1H\nRRULE:FREQ=DAILY\nEND:VEVENT"))).Refusal!.Rule);
    }

    [Fact]
    public void R24_no_file_whatever_is_in_it_breaks_the_reader()
    {
        var random = new Random(24);
        var whole = $"BEGIN:VCALENDAR\n{Zone}\nBEGIN:VEVENT\nUID:a\nDTSTART;TZID=\"Our house\":20270401T180000\nDTEND;TZID=Our house:20270401T190000\nRRULE:FREQ=YEARLY;INTERVAL=3;BYMONTH=2,4;BYDAY=2TU,-1FR;UNTIL=20300101T000000Z\nEXDATE:20270402T180000Z\nRDATE:20270409T180000\nRECURRENCE-ID:20270403T180000Z\nDURATION:P1DT2H\nEND:VEVENT\nEND:VCALENDAR\n";
        const string Letters = "0123456789;:,=\"-+ \n\tTZPWDHFREQBYMOSUAL\0é🎷";
        for (var i = 0; i < 5_000; i++)
        {
            var text = whole.ToCharArray();
            for (var change = random.Next(1, 6); change > 0; change--) text[random.Next(text.Length)] = Letters[random.Next(Letters.Length)];
            var mutated = new string(text);
            if (i % 3 == 0) mutated = mutated.Remove(random.Next(mutated.Length - 9), random.Next(9));
            Assert.All(IcsReader.Read(mutated, Rome, new(Now, Now.AddDays(731)), "h").Busy?.Times ?? [], time => Assert.True(time.Time.End > time.Time.Start));
        }
    }

    private static (IcsBusy? Busy, Refusal? Refusal) Read(string parts) =>
        IcsReader.Read($"BEGIN:VCALENDAR\r\n{parts.ReplaceLineEndings("\r\n")}\r\nEND:VCALENDAR\r\n", Rome, new(Now, Now.AddDays(731)), "easygig.example");
}
