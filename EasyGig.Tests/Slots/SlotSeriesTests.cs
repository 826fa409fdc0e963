using System.Globalization;
using EasyGig.Domain;
using EasyGig.Domain.Slots;

namespace EasyGig.Tests.Slots;

/// <summary>R5: a window split into equal slots, and repeated every week.</summary>
public sealed class SlotSeriesTests
{
    private static readonly TimeZoneInfo Rome = TimeZoneInfo.FindSystemTimeZoneById("Europe/Rome");
    private static readonly TimeZoneInfo London = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    [Theory]
    [InlineData("18:00", "23:00", 3, 30, "18:00-19:20 19:50-21:10 21:40-23:00")]
    [InlineData("22:00", "01:00", 2, 0, "22:00-23:30 23:30-01:00")] // over midnight, back to back
    [InlineData("20:00", "21:40", 3, 10, "20:00-20:26 20:36-21:02 21:12-21:38")] // the two minutes left over are at the end
    [InlineData("20:00", "23:00", 1, 30, "20:00-23:00")]
    public void R5_a_window_is_split_into_equal_slots_with_the_changeover_between(string from, string to, int parts, int changeover, string slots)
    {
        var night = Night("2027-02-05", from, to);
        var (split, refusal) = new SlotSeries(night, parts).Split(night.In(Rome).Period, changeover);
        Assert.Null(refusal);
        Assert.Equal(slots, string.Join(' ', split.Select(period => LocalWindow.Of(period, Rome)).Select(window => $"{window.From:HH\\:mm}-{window.To:HH\\:mm}")));
    }

    [Fact]
    public void R5_a_split_counts_the_minutes_that_pass_not_those_that_clocks_show()
    {
        // the night on which Rome and London lose an hour: 22:00 to 04:00 is five hours
        var night = Night("2027-03-27", "22:00", "04:00");
        foreach (var zone in new[] { Rome, London })
        {
            var (split, _) = new SlotSeries(night, 2).Split(night.In(zone).Period, 60);
            Assert.All(split, slot => Assert.Equal(TimeSpan.FromHours(2), slot.End - slot.Start));
        }
    }

    [Theory]
    [InlineData(4, 0, false)] // of an hour: 15 minutes each
    [InlineData(4, 1, true)]
    [InlineData(12, 60, true)] // less than nothing is left
    public void R5_nobody_plays_for_less_than_a_quarter_of_an_hour(int parts, int changeover, bool refused)
    {
        var night = Night("2027-02-05", "20:00", "21:00");
        var (slots, refusal) = new SlotSeries(night, parts).Split(night.In(Rome).Period, changeover);
        Assert.Equal(refused, slots.Count == 0);
        Assert.Equal(refused ? SlotRefusals.SplitTooShort.Rule : null, refusal?.Rule);
    }

    [Theory]
    [InlineData("Europe/Rome", "2027-03-19", "2027-04-02", "19:00Z 19:00Z 18:00Z")]
    [InlineData("Europe/London", "2027-10-22", "2027-11-05", "19:00Z 19:00Z 20:00Z")]
    public void R5_every_week_it_is_the_same_time_at_the_venue_though_the_clocks_change(string zone, string first, string until, string starts)
    {
        var series = new SlotSeries(Night(first, "20:00", "23:00"), Until: DateOnly.Parse(until, CultureInfo.InvariantCulture));
        Assert.Null(series.Refuses());
        Assert.Equal(starts, string.Join(' ', series.Nights.Select(night => $"{night.In(TimeZoneInfo.FindSystemTimeZoneById(zone)).Period.Start:HH\\:mm}Z")));
    }

    [Theory]
    [InlineData("2027-02-05", null, 12, null)]
    [InlineData("2027-02-05", "2027-02-05", 1, null)]
    [InlineData("2027-02-05", "2027-02-11", 1, null)] // a day short of the second week: one night
    [InlineData("2027-02-05", "2027-02-04", 1, "slots_series_order")]
    [InlineData("2027-02-05", "2030-12-06", 1, "slots_series_too_long")]
    [InlineData("2027-02-05", "9999-12-31", 12, "slots_series_too_long")]
    public void R5_a_series_ends_after_it_begins_and_has_an_end(string first, string? until, int parts, string? rule)
    {
        var series = new SlotSeries(Night(first, "20:00", "23:00"), parts, until is null ? null : DateOnly.Parse(until, CultureInfo.InvariantCulture));
        Assert.Equal(rule, series.Refuses()?.Rule);
        if (rule is null) Assert.Single(series.Nights);
    }

    private static LocalWindow Night(string date, string from, string to) =>
        new(DateOnly.Parse(date, CultureInfo.InvariantCulture), TimeOnly.Parse(from, CultureInfo.InvariantCulture), TimeOnly.Parse(to, CultureInfo.InvariantCulture));
}
