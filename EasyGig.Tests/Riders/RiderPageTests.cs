using EasyGig.Web.Identity;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Tests.Riders;

/// <summary>Where the gaps between a rider and a backline are shown.</summary>
public sealed class RiderPageTests(EasyGigApp app) : IClassFixture<EasyGigApp>
{
    [Fact]
    public async Task R2g_the_sides_of_a_booking_read_what_is_missing_and_can_unfold_the_rest()
    {
        var house = await HouseAsync("Drums\n4 vocal mics\nGrand piano", "Drums\n2 vocal mics");
        foreach (var person in (Person[])[house.Artist, house.Director])
        {
            var page = await (await app.SignInAsync(person)).OpenAsync($"/bookings/{house.Booking}/day");
            Assert.Contains("2 things are missing: 4 vocal mics only 2 there Grand piano is not there A machine has compared words, so ask if you are in doubt.", page.Text, StringComparison.Ordinal);
            var fold = page.Document.QuerySelector("details.fold")!;
            Assert.False(fold.HasAttribute("open"));
            Assert.Contains("Everything that was compared", fold.TextContent, StringComparison.Ordinal);
            Assert.Contains("is there", fold.QuerySelector("li")!.TextContent, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task R2g_where_one_of_them_says_nothing_its_own_side_is_led_to_where_to_say_it()
    {
        var house = await HouseAsync("", "");
        var artist = await (await app.SignInAsync(house.Artist)).OpenAsync($"/bookings/{house.Booking}/day");
        Assert.Contains("Zenith Trio has written no rider. Write what you need Blue Cellar has not said what stands on its stages.", artist.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Write the backline", artist.Text, StringComparison.Ordinal);
        var visitor = await app.SignInAsync(house.Director);
        var director = await visitor.OpenAsync($"/bookings/{house.Booking}/day");
        Assert.Contains("Zenith Trio has written no rider. Blue Cellar has not said what stands on its stages. Write the backline", director.Text, StringComparison.Ordinal);
        var where = director.Document.QuerySelectorAll("a").Single(a => a.TextContent == "Write the backline").GetAttribute("href")!.Split('#');
        Assert.NotNull((await visitor.OpenAsync(where[0])).Document.GetElementById(where[1]));
    }

    [Fact]
    public async Task R2g_a_director_reads_of_an_applicant_how_much_is_missing()
    {
        var house = await HouseAsync("Drums\nGrand piano", "Drums");
        var slot = await app.SlotAsync(house.Venue, inDays: 50);
        var application = await app.ApplicationAsync(slot, house.Player);
        var page = await (await app.SignInAsync(house.Director)).OpenAsync($"/director/applications/{application.Id}");
        Assert.Equal("One thing is missing in your backline", page.Document.QuerySelector("details.fold > summary")!.TextContent);
        Assert.Contains("Grand piano is not there", page.Text, StringComparison.Ordinal);
    }

    private async Task<(Guid Booking, Person Artist, Person Director, Domain.Venues.Venue Venue, Domain.Artists.Artist Player)> HouseAsync(string rider, string backline)
    {
        var (director, venue) = await app.VenueAsync(profile: usual => usual with { Backline = backline });
        var (person, artist) = await app.ArtistAsync();
        await app.WithDbAsync(db => db.Artists.Where(a => a.Id == artist.Id).ExecuteUpdateAsync(set => set.SetProperty(a => a.Profile.Rider, rider)));
        return ((await app.BookingAsync(venue, artist)).Booking, person, director, venue, artist);
    }
}
