using EasyGig.Domain;
using EasyGig.Domain.Slots;

namespace EasyGig.Tests.Slots;

/// <summary>R4: times are entered in the venue's zone, may cross midnight, and stay right across a clock change.</summary>
public sealed class LocalWindowTests
{
    private static readonly TimeZoneInfo Rome = TimeZoneInfo.FindSystemTimeZoneById("Europe/Rome");
    private static readonly TimeZoneInfo London = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    [Theory]
    [InlineData("2027-02-05", "20:00", "23:00", "2027-02-05T19:00Z", "2027-02-05T22:00Z")] // winter
    [InlineData("2027-07-02", "20:00", "23:00", "2027-07-02T18:00Z", "2027-07-02T21:00Z")] // summer
    [InlineData("2027-02-05", "22:00", "02:00", "2027-02-05T21:00Z", "2027-02-06T01:00Z")] // over midnight
    [InlineData("2027-03-27", "22:00", "04:00", "2027-03-27T21:00Z", "2027-03-28T02:00Z")] // the night that loses an hour
    [InlineData("2027-10-30", "22:00", "04:00", "2027-10-30T20:00Z", "2027-10-31T03:00Z")] // the night that gains one
    [InlineData("2027-10-31", "02:30", "05:00", "2027-10-31T00:30Z", "2027-10-31T04:00Z")] // of a repeated time the first is meant
    public void R4b_a_window_in_rome_is_the_right_moment(string date, string from, string to, string start, string end)
    {
        var window = new LocalWindow(Date(date), Time(from), Time(to));
        var (period, refusal) = window.In(Rome);
        Assert.Null(refusal);
        Assert.Equal(new Period(Moment(start), Moment(end)), period);
        Assert.Equal(window, LocalWindow.Of(period, Rome));
    }

    [Theory]
    [InlineData("2027-03-28", "02:30", "05:00", "From")]
    [InlineData("2027-03-27", "22:00", "02:30", "To")]
    public void R4b_a_time_that_the_clocks_skip_is_refused_beside_its_field(string date, string from, string to, string field)
    {
        var refusal = new LocalWindow(Date(date), Time(from), Time(to)).In(Rome).Refusal;
        Assert.Equal((SlotRefusals.TimeSkipped.Rule, field), (refusal!.Rule, refusal.Field));
    }

    [Fact]
    public void R4b_london_skips_another_hour_than_rome()
    {
        Assert.Equal(SlotRefusals.TimeSkipped.Rule, new LocalWindow(Date("2027-03-28"), Time("01:30"), Time("05:00")).In(London).Refusal!.Rule);
        Assert.Null(new LocalWindow(Date("2027-03-28"), Time("02:30"), Time("05:00")).In(London).Refusal);
    }

    [Theory]
    [InlineData("2027-02-05")]
    [InlineData("9999-12-31")]
    [InlineData("0001-01-01")]
    public void R4b_an_empty_window_and_dates_that_no_clock_shows_are_refused(string date) =>
        Assert.NotNull(new LocalWindow(Date(date), Time("20:00"), Time("20:00")).In(Rome).Refusal);

    [Theory]
    [InlineData("9999-12-31")]
    [InlineData("0001-01-01")]
    public void R4b_the_ends_of_the_calendar_are_refused(string date) =>
        Assert.Equal(SlotRefusals.InThePast, new LocalWindow(Date(date), Time("20:00"), Time("21:00")).In(Rome).Refusal);

    private static DateOnly Date(string text) => DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
    private static TimeOnly Time(string text) => TimeOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
    private static DateTimeOffset Moment(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
