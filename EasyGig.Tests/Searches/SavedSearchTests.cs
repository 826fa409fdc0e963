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
        var search = new SavedSearch(Guid.NewGuid(), "Rock", "/slots?genre=rock", SearchAlert.Daily, zone, Told.Now);
        search.Find(DateTimeOffset.Parse(found, System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(DateTimeOffset.Parse(told, System.Globalization.CultureInfo.InvariantCulture), search.DueAt);
    }

    [Fact]
    public void R8_what_waits_to_be_told_follows_the_choice()
    {
        var search = new SavedSearch(Guid.NewGuid(), "Rock", "/slots?genre=rock", SearchAlert.Daily, "Europe/Rome", Told.Now);
        search.Find(Told.Now);
        search.Change("Rock", SearchAlert.AtOnce, "Europe/Rome", Told.Now.AddHours(1));
        Assert.Equal(Told.Now.AddHours(1), search.DueAt);
        search.Change("Rock music", SearchAlert.AtOnce, "Europe/Rome", Told.Now.AddHours(2));
        Assert.Equal(("Rock music", Told.Now.AddHours(1)), (search.Name, search.DueAt));
        search.Silence();
        search.Find(Told.Now);
        Assert.Null(search.DueAt);
    }
}
