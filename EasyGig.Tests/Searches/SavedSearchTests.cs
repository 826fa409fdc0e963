using EasyGig.Domain.Searches;

namespace EasyGig.Tests.Searches;

public sealed class SavedSearchTests
{
    [Theory]
    [InlineData("Europe/Rome", "2027-03-27T06:59:59Z", "2027-03-27T07:00:00Z")]
    [InlineData("Europe/Rome", "2027-03-27T07:00:00Z", "2027-03-28T06:00:00Z")] // the night in which the clocks go forward
    [InlineData("Europe/Rome", "2027-10-30T23:30:00Z", "2027-10-31T07:00:00Z")] // the night in which they go back
    [InlineData("America/New_York", "2027-02-03T12:00:00Z", "2027-02-03T13:00:00Z")]
    [InlineData("Pacific/Auckland", "2027-02-03T18:00:00Z", "2027-02-03T19:00:00Z")] // there it is the next day already
    public void R8_a_daily_search_tells_at_eight_in_the_morning_by_the_clocks_of_its_owner(string zone, string found, string told)
    {
        var now = DateTimeOffset.Parse(found, System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(DateTimeOffset.Parse(told, System.Globalization.CultureInfo.InvariantCulture), SavedSearch.Next(SearchAlert.Daily, zone, now));
        Assert.Equal((now, null), (SavedSearch.Next(SearchAlert.AtOnce, zone, now), SavedSearch.Next(SearchAlert.None, zone, now)));
    }
}
