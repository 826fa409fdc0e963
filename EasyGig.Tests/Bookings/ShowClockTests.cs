using System.Globalization;
using EasyGig.Domain;
using EasyGig.Domain.Bookings;
using EasyGig.Domain.Slots;

namespace EasyGig.Tests.Bookings;

/// <summary>R4: which moments are meant by five clock times without a date.</summary>
public sealed class ShowClockTests
{
    private const string Rome = "Europe/Rome", London = "Europe/London";

    // the slot, what is typed from load-in to curfew, and what is meant
    [Theory]
    [InlineData(Rome, "2027-03-05T20:00Z", "2027-03-05T23:00Z", "16:00 17:00 20:30 21:30 01:00", "05T15:00 05T16:00 05T19:30 05T20:30 06T00:00")] // winter, curfew after midnight
    [InlineData(Rome, "2027-07-02T19:00Z", "2027-07-02T22:00Z", "16:00 - - 21:00 -", "02T14:00 - - 19:00")] // summer, and what nobody knows yet
    [InlineData(Rome, "2027-07-02T19:00Z", "2027-07-02T23:30Z", "- - - 00:30 -", "- - - 02T22:30 -")] // a set after midnight, and nothing before it
    [InlineData(Rome, "2027-07-02T19:00Z", "2027-07-02T22:00Z", "- - - - 02:00", "- - - - 03T00:00")] // a curfew alone
    [InlineData(Rome, "2027-07-02T19:00Z", "2027-07-02T22:00Z", "20:00 20:00 20:00 21:00 21:00", "02T18:00 02T18:00 02T18:00 02T19:00 02T19:00")] // at once
    [InlineData(Rome, "2027-07-02T22:30Z", "2027-07-03T01:00Z", "18:00 19:00 23:30 00:45 04:00", "02T16:00 02T17:00 02T21:30 02T22:45 03T02:00")] // a slot after midnight is of the evening before
    [InlineData(Rome, "2027-07-02T22:30Z", "2027-07-03T01:00Z", "00:10 - - 00:45 -", "02T22:10 - - 02T22:45 -")]
    [InlineData(Rome, "2027-03-27T21:00Z", "2027-03-28T00:30Z", "18:00 - 21:00 22:30 04:00", "27T17:00 - 27T20:00 27T21:30 28T02:00")] // the night that loses an hour
    [InlineData(Rome, "2027-10-30T20:00Z", "2027-10-31T00:30Z", "18:00 - 21:00 22:30 04:00", "30T16:00 - 30T19:00 30T20:30 31T03:00")] // the night that gains one
    [InlineData(Rome, "2027-10-30T20:00Z", "2027-10-31T00:30Z", "- - - 22:30 02:30", "- - - 30T20:30 31T00:30")] // of a repeated time the first is meant
    [InlineData(Rome, "2027-10-30T23:00Z", "2027-10-31T02:00Z", "- - - 02:30 02:15", "- - - 31T00:30 31T01:15")] // or the second, where the first is over
    [InlineData(London, "2027-03-27T22:00Z", "2027-03-28T00:30Z", "18:00 - 21:00 22:30 03:00", "27T18:00 - 27T21:00 27T22:30 28T02:00")]
    [InlineData(London, "2027-10-30T20:00Z", "2027-10-31T00:00Z", "18:00 - 20:30 21:30 03:00", "30T17:00 - 30T19:30 30T20:30 31T03:00")]
    [InlineData(London, "2027-10-30T20:00Z", "2027-10-31T00:00Z", "- - - 21:30 01:30", "- - - 30T20:30 31T00:30")]
    public void R4_a_time_of_the_day_is_the_first_one_that_is_not_before_the_one_before_it(string zone, string start, string end, string typed, string meant)
    {
        var show = Show(start, end);
        var (times, refusal) = Clock(typed).For(show, Zone(zone));
        Assert.Null(refusal);
        Assert.Null(times.Refused(show));
        var month = start[..8];
        Assert.Equal(meant.Split(' ').Where(text => text != "-").Select(text => Moment($"{month}{(text.Contains('T', StringComparison.Ordinal) ? text : $"{start[8..10]}T{text}")}Z")), times.Known.Select(known => known.At));
        Assert.Equal(Clock(typed), ShowClock.Of(times, Zone(zone)));
    }

    [Theory]
    [InlineData(Rome, "2027-03-27T22:00Z", "2027-03-28T03:00Z", "- - - 02:30 -", "Set")]
    [InlineData(Rome, "2027-03-27T20:00Z", "2027-03-27T23:00Z", "18:00 - - 21:30 02:00", "Curfew")]
    [InlineData(London, "2027-03-27T22:00Z", "2027-03-28T00:30Z", "- - - - 01:30", "Curfew")]
    public void R4_a_time_that_the_clocks_skip_is_refused_beside_its_field(string zone, string start, string end, string typed, string field)
    {
        var refusal = Clock(typed).For(Show(start, end), Zone(zone)).Refusal;
        Assert.Equal((SlotRefusals.TimeSkipped.Rule, field), (refusal?.Rule, refusal?.Field));
    }

    [Fact]
    public void R4_the_hour_that_one_zone_skips_is_there_in_another() =>
        Assert.Null(Clock("- - - 22:30 02:30").For(Show("2027-03-27T22:00Z", "2027-03-28T00:30Z"), Zone(London)).Refusal);

    // the slot is 21:00 to 24:00
    [Theory]
    [InlineData("- - - 20:59 -", "run_of_shows_set_outside", "Set")]
    [InlineData("- - - 00:00 -", "run_of_shows_set_outside", "Set")] // its end is no time to begin
    [InlineData("- - 22:00 21:30 -", "run_of_shows_set_outside", "Set")] // then the set is on the next day
    [InlineData("22:00 18:00 - - -", "run_of_shows_too_late", "Soundcheck")]
    [InlineData("- 18:00 17:00 - -", "run_of_shows_too_late", "Doors")]
    [InlineData("- - - 21:00 20:00", "run_of_shows_curfew_late", "Curfew")]
    [InlineData("- - - 21:00 12:01", "run_of_shows_curfew_late", "Curfew")]
    public void R4_what_cannot_be_on_the_day_of_that_show_is_refused_beside_its_field(string typed, string rule, string field)
    {
        var show = Show("2027-03-05T20:00Z", "2027-03-05T23:00Z");
        var refusal = Clock(typed).For(show, Zone(Rome)).Times.Refused(show);
        Assert.Equal((rule, field), (refusal?.Rule, refusal?.Field));
    }

    [Fact]
    public void R4_the_limits_themselves_are_within()
    {
        var show = Show("2027-03-05T20:00Z", "2027-03-05T23:00Z");
        var widest = new ShowTimes(show.Start - ShowTimes.MostBefore, null, null, show.Start, show.End + ShowTimes.MostAfter);
        Assert.Null(widest.Refused(show));
        Assert.Equal(RunOfShowRefusals.TooEarly.Rule, (widest with { LoadIn = widest.LoadIn - TimeSpan.FromMinutes(1) }).Refused(show)?.Rule);
        Assert.Null(default(ShowTimes).Refused(show));
    }

    private static ShowClock Clock(string typed)
    {
        var clock = typed.Split(' ').Select(text => text == "-" ? null as TimeOnly? : TimeOnly.Parse(text, CultureInfo.InvariantCulture)).ToList();
        return new(clock[0], clock[1], clock[2], clock[3], clock[4]);
    }

    private static Period Show(string start, string end) => new(Moment(start), Moment(end));

    private static DateTimeOffset Moment(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    private static TimeZoneInfo Zone(string name) => TimeZoneInfo.FindSystemTimeZoneById(name);
}
