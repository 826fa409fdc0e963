using System.Net;
using EasyGig.Domain.Venues;
using EasyGig.Web.Identity;

namespace EasyGig.Tests.Bookings;

public sealed class PromoterPagesTests : IClassFixture<EasyGigApp>
{
    private readonly EasyGigApp _app;

    public PromoterPagesTests(EasyGigApp app) => (_app, app.Clock.Now) = (app, TestClock.Start);

    [Fact]
    public async Task R16_the_queue_shows_the_soonest_deadline_first_and_page_by_page_each_booking_once()
    {
        var (promoter, venue) = await HouseAsync();
        for (var number = 1; number <= 23; number++)
        {
            _app.Clock.Now = TestClock.Start.AddMinutes(number / 2); // some are due at the same moment
            await _app.BookingAsync(venue, (await _app.ArtistAsync($"Waiting {number}")).Artist, inDays: 60 - number);
        }
        var visitor = await _app.SignInAsync(promoter);
        for (var number = 1; number <= 3; number++)
            await ApproveAsync(visitor, (await _app.BookingAsync(venue, (await _app.ArtistAsync($"Decided {number}")).Artist, inDays: 70 + number)).Booking);

        var seen = await visitor.WalkAsync("/promoter/bookings", ".row-card-title a");
        Assert.Equal("Waiting 1 at Blue Cellar", seen[0]);
        Assert.Equal(Enumerable.Range(1, 23).Select(n => $"Waiting {n} at Blue Cellar").Order(), seen.Order());
        Assert.Equal(["Decided 3 at Blue Cellar", "Decided 2 at Blue Cellar", "Decided 1 at Blue Cellar"], await visitor.WalkAsync("/promoter/bookings?show=decided", ".row-card-title a"));
    }

    [Fact]
    public async Task R16_today_shows_what_is_due_what_is_late_and_what_is_coming()
    {
        var (promoter, venue) = await HouseAsync();
        var visitor = await _app.SignInAsync(promoter);
        Assert.Contains("Nothing waits for you.", (await visitor.OpenAsync("/promoter")).Text, StringComparison.Ordinal);
        await ApproveAsync(visitor, (await _app.BookingAsync(venue, (await _app.ArtistAsync("Coming Soon")).Artist, inDays: 20)).Booking);
        await _app.BookingAsync(venue, (await _app.ArtistAsync("Late One")).Artist, inDays: 21);

        _app.Clock.Now = TestClock.Start.AddDays(4);
        var today = await visitor.OpenAsync("/promoter");

        Assert.Contains("Late One at Blue Cellar", today.Document.QuerySelector(".row-card-wrong")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Blue Cellar may decide now, too.", today.Text, StringComparison.Ordinal);
        Assert.Contains("Coming Soon at Blue Cellar", today.Document.QuerySelector("section[aria-labelledby=ahead]")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cursor=nonsense")]
    [InlineData("cursor=%00_%00")]
    [InlineData("cursor=-")]
    [InlineData("cursor=9223372036854775807_00000000000000000000000000000000")]
    [InlineData("show=%F0%9F%8E%B8&cursor=0_ffffffff-ffff-ffff-ffff-ffffffffffff")]
    public async Task R16_a_cursor_that_is_nonsense_asks_for_the_first_page(string query)
    {
        var (promoter, venue) = await HouseAsync();
        await _app.BookingAsync(venue, (await _app.ArtistAsync("Still Here")).Artist);
        Assert.Contains("Still Here", (await (await _app.SignInAsync(promoter)).OpenAsync($"/promoter/bookings?{query}")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/promoter")]
    [InlineData("/promoter/bookings")]
    public async Task R16_another_promoter_sees_nothing_of_it_and_another_role_does_not_get_in(string path)
    {
        var (_, venue) = await HouseAsync();
        await _app.BookingAsync(venue, (await _app.ArtistAsync("Not Yours")).Artist);
        var (stranger, _) = await _app.OrganisationAsync("Day Shift");
        Assert.DoesNotContain("Not Yours", (await (await _app.SignInAsync(stranger)).OpenAsync(path)).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await _app.SignInAsync(await _app.PersonAsync(Roles.Artist))).OpenAsync(path)).Status);
        Assert.StartsWith("/account/login", (await _app.Open().OpenAsync(path)).Path, StringComparison.Ordinal);
    }

    private static async Task ApproveAsync(Visitor promoter, Guid booking) =>
        Assert.Contains("is confirmed", (await promoter.SubmitAsync(await promoter.OpenAsync($"/bookings/{booking}"), "Approve the booking")).Text, StringComparison.Ordinal);

    private async Task<(Person Promoter, Venue Venue)> HouseAsync()
    {
        var (promoter, organisation) = await _app.OrganisationAsync();
        return (promoter, (await _app.VenueAsync(housePromoter: organisation)).Venue);
    }
}
