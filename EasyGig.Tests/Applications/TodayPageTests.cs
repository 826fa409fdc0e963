using EasyGig.Domain;
using EasyGig.Web.Bookings;
using EasyGig.Web.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace EasyGig.Tests.Applications;

/// <summary>Where a director's day begins, and the bookings.</summary>
public sealed class TodayPageTests(EasyGigApp app) : IClassFixture<EasyGigApp>
{
    [Fact]
    public async Task A_director_without_a_venue_is_led_to_one()
    {
        var browser = await app.SignInAsync(await app.PersonAsync(Roles.ArtDirector));
        var page = await browser.OpenAsync("/director");
        Assert.Contains("First, your venue.", page.Text, StringComparison.Ordinal);
        Assert.NotNull(page.Document.QuerySelector("a[href='/director/venue/new']"));
    }

    [Fact]
    public async Task Today_says_what_waits_what_is_next_and_what_is_empty()
    {
        var (_, house) = await app.OrganisationAsync("Night Shift");
        var (director, venue) = await app.VenueAsync(housePromoter: house);
        await AcceptAsync((await app.ApplicationAsync(await app.SlotAsync(venue, inDays: 20), (await app.ArtistAsync("Late Review")).Artist)).Id);
        await app.ApplicationAsync(await app.SlotAsync(venue, inDays: 21), (await app.ArtistAsync("Nightjar")).Artist);
        var (empty, draft) = (await app.SlotAsync(venue, inDays: 22), await app.SlotAsync(venue, inDays: 23, draft: true));
        app.Clock.Now = TestClock.Start.AddDays(3);
        try
        {
            var browser = await app.SignInAsync(director);
            var page = await browser.OpenAsync("/director");
            Assert.Contains("Late Review: the review is overdue", page.Text, StringComparison.Ordinal);
            Assert.Contains("Nightjar", page.Document.QuerySelector(".row-card-waits")!.TextContent, StringComparison.Ordinal);
            Assert.Contains("Due in 2 days Mon 8 Feb 2027, 13:00", page.Text, StringComparison.Ordinal);
            Assert.Contains("No confirmed booking ahead.", page.Text, StringComparison.Ordinal);
            Assert.NotNull(page.Document.QuerySelector($"a[href='/director/slots/{empty.Id}']"));
            Assert.Contains("Only you see it: publish it when it is ready.", page.Text, StringComparison.Ordinal);
            Assert.NotNull(page.Document.QuerySelector($"a[href='/director/slots/{draft.Id}']"));
        }
        finally
        {
            app.Clock.Now = TestClock.Start;
        }
    }

    [Fact]
    public async Task Today_puts_the_counter_offer_that_ends_first_on_top()
    {
        var (director, venue) = await app.VenueAsync();
        foreach (var (name, inDays) in new[] { ("Ends Later", 40), ("Ends First", 41) })
        {
            var application = await app.ApplicationAsync(await app.SlotAsync(venue, inDays, negotiable: true), (await app.ArtistAsync(name)).Artist);
            Assert.Null(await app.OfferAsync(application, 450));
            app.Clock.Now = TestClock.Start.AddHours(name == "Ends First" ? 1 : 20);
            try { Assert.Null(await app.OfferAsync(application, 480, Side.Artist)); }
            finally { app.Clock.Now = TestClock.Start; }
        }
        var page = await (await app.SignInAsync(director)).OpenAsync("/director");
        Assert.Contains("Ends First", page.Document.QuerySelector(".row-card-waits")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bookings_are_listed_by_time_to_their_venue_alone()
    {
        var (director, venue) = await app.VenueAsync();
        await AcceptAsync((await app.ApplicationAsync(await app.SlotAsync(venue), (await app.ArtistAsync("Nightjar")).Artist)).Id);
        var browser = await app.SignInAsync(director);
        var page = await browser.OpenAsync("/director/bookings");
        Assert.Contains("Nightjar", page.Document.QuerySelector(".row-card")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Nothing has been played yet.", (await browser.OpenAsync("/director/bookings?when=past&cursor=x")).Text, StringComparison.Ordinal);
        Assert.Contains("Nightjar", (await browser.OpenAsync("/director")).Text, StringComparison.Ordinal);

        var (other, _) = await app.VenueAsync();
        var stranger = await app.SignInAsync(other);
        Assert.Contains("Nothing is booked yet.", (await stranger.OpenAsync("/director/bookings")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Nightjar", (await stranger.OpenAsync("/director")).Text, StringComparison.Ordinal);
    }

    private async Task AcceptAsync(Guid application)
    {
        await using var scope = app.Services.CreateAsyncScope();
        Assert.Null((await scope.ServiceProvider.GetRequiredService<BookingDesk>().AcceptAsync(Side.Venue, application, 1, 0, false, TestContext.Current.CancellationToken)).Refusal);
    }
}
