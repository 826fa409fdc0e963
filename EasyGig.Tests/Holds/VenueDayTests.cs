using System.Globalization;
using EasyGig.Domain.Venues;

namespace EasyGig.Tests.Holds;

public sealed class VenueDayTests
{
    [Theory]
    [InlineData("2027-03-28", 23), InlineData("2027-10-31", 25), InlineData("2027-02-03", 24)]
    public void R22_a_day_of_a_venue_is_as_long_as_its_clocks_say(string date, int hours)
    {
        var day = new VenueDay(DateOnly.Parse(date, CultureInfo.InvariantCulture), TimeZoneInfo.FindSystemTimeZoneById("Europe/Rome")).Time;
        Assert.Equal(TimeSpan.FromHours(hours), day.End - day.Start);
    }
}
