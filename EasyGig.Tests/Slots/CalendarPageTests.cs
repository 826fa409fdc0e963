using System.Net;
using EasyGig.Web.Identity;

namespace EasyGig.Tests.Slots;

/// <summary>A month of a venue, as a table.</summary>
public sealed class CalendarPageTests(EasyGigApp app) : IClassFixture<EasyGigApp>
{
    [Fact]
    public async Task A_month_shows_its_slots_on_the_venues_days_and_its_empty_weekends()
    {
        var (director, venue) = await app.VenueAsync();
        var slot = await app.SlotAsync(venue, inDays: 30, fromHour: 23.5); // Friday in UTC, Saturday 6 March in Rome
        var browser = await app.SignInAsync(director);
        var page = await browser.OpenAsync("/director/calendar?month=2027-03");
        Assert.Contains("March 2027", page.Text, StringComparison.Ordinal);
        var entry = page.Document.QuerySelector($".month-full a.tone-live[href='/director/slots/{slot.Id}']")!;
        Assert.Equal("2027-03-06", entry.ParentElement!.QuerySelector("time")!.GetAttribute("datetime"));
        Assert.Contains("00:30", entry.TextContent, StringComparison.Ordinal);
        Assert.Contains("open", entry.TextContent, StringComparison.Ordinal);
        Assert.Equal(7, page.Document.QuerySelectorAll(".month-gap").Length); // eight Fridays and Saturdays, one taken
        Assert.NotNull(page.Document.QuerySelector("a[href='/director/slots/new?date=2027-03-09']"));
        Assert.NotNull(page.Document.QuerySelector("a[rel=prev][href='/director/calendar?month=2027-02']"));
        Assert.NotNull(page.Document.QuerySelector("a[rel=next][href='/director/calendar?month=2027-04']"));
    }

    [Fact]
    public async Task Days_that_are_over_offer_nothing()
    {
        var (director, _) = await app.VenueAsync();
        var browser = await app.SignInAsync(director);
        var page = await browser.OpenAsync("/director/calendar");
        Assert.Contains("February 2027", page.Text, StringComparison.Ordinal);
        Assert.Null(page.Document.QuerySelector("a[href='/director/slots/new?date=2027-02-02']"));
        Assert.NotNull(page.Document.QuerySelector(".month-today a[href='/director/slots/new?date=2027-02-03']"));
    }

    [Fact]
    public async Task A_month_in_which_nothing_was_says_so_where_no_day_is_shown_and_days_say_what_they_lead_to()
    {
        var (director, _) = await app.VenueAsync();
        var browser = await app.SignInAsync(director);
        Assert.Contains("Nothing was on in this month.", (await browser.OpenAsync("/director/calendar?month=2026-03")).Text, StringComparison.Ordinal);
        var page = await browser.OpenAsync("/director/calendar?month=2027-03");
        Assert.DoesNotContain("Nothing was on", page.Text, StringComparison.Ordinal);
        Assert.Equal("Publish a slot on Tue 9 Mar 2027", page.Document.QuerySelector("a[href='/director/slots/new?date=2027-03-09']")!.GetAttribute("aria-label"));
    }

    [Theory]
    [InlineData("month=9999-12")]
    [InlineData("month=0001-01")]
    [InlineData("month=nonsense&stage=nonsense")]
    public async Task A_month_that_cannot_be_is_this_month(string query)
    {
        var browser = await app.SignInAsync(await app.PersonAsync(Roles.ArtDirector));
        var page = await browser.OpenAsync($"/director/calendar?{query}");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("February 2027", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stranger_sees_nothing_of_another_venue()
    {
        var (_, venue) = await app.VenueAsync();
        await app.SlotAsync(venue);
        var (other, _) = await app.VenueAsync();
        var browser = await app.SignInAsync(other);
        var page = await browser.OpenAsync($"/director/calendar?month=2027-03&stage={venue.Stages[0].Id}");
        Assert.Null(page.Document.QuerySelector(".month-full"));
    }
}
