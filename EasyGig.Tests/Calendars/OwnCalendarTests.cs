using EasyGig.Tests.Bookings;
using EasyGig.Tests.Groups;
using EasyGig.Tests.Holds;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Tests.Calendars;

/// <summary>R24: the calendars of artists and promoters, as a table and as a script draws them.</summary>
public sealed class OwnCalendarTests(EasyGigApp app) : IClassFixture<EasyGigApp>
{
    [Fact]
    public async Task R24_an_artist_has_its_dates_its_holds_and_what_is_with_the_venues_in_one_calendar()
    {
        var booked = await Booked.OfAsync(app, inDays: 30);
        var off = await app.BookingAsync(booked.Venue, booked.Band, 33);
        var sent = await app.ApplicationAsync(await app.SlotAsync(booked.Venue, 35), booked.Band);
        var held = await Held.OfAsync(app, 0, date: new(2027, 3, 20));
        Assert.Null(await held.AtDeskAsync(desk => desk.PlaceAsync(held.Stage, held.Date, booked.Band.Slug, app.Clock.Now.AddDays(10), "", Held.Ct)));
        var hold = await app.WithDbAsync(db => db.Holds.Where(h => h.StageId == held.Stage).Select(h => h.Id).SingleAsync(Held.Ct));
        var browser = await app.SignInAsync(booked.Artist);
        await browser.SubmitAsync(await browser.OpenAsync($"/bookings/{off.Booking}/cancel"), "Cancel the booking", ("Input.Reason", "The drummer is ill."));

        var page = await browser.OpenAsync("/artist/calendar?month=2027-03");
        string Looks(string href) => page.Document.QuerySelector($".month a[href='{href}']")!.ClassName!;
        Assert.Equal("month-entry tone-booked", Looks(booked.Page));
        Assert.Equal("month-entry tone-over month-off", Looks($"/bookings/{off.Booking}"));
        Assert.Equal("month-entry tone-waiting month-faint", Looks($"/artist/applications/{sent.Id}"));
        Assert.Equal("month-entry tone-booked month-held", Looks($"/artist/holds#hold-{hold}"));
        Assert.Contains("Blue Cellar: Zenith Trio, confirmed", page.Text, StringComparison.Ordinal);
        Assert.Equal(4, (await browser.EventsAsync("/artist/calendar")).Count);
        Assert.Empty(page.Document.QuerySelectorAll(".month-new, .month-hold, .month-gap")); // nothing is begun here
        Assert.Empty(await (await app.SignInAsync((await app.ArtistAsync()).Person)).EventsAsync("/artist/calendar"));
    }

    [Fact]
    public async Task R24_a_promoter_has_the_bookings_of_its_venues_and_groups_in_one_calendar()
    {
        var placed = await Placed.OfAsync(app);
        var (_, venue) = await app.VenueAsync("House of ours", placed.Organisation);
        var reviewed = await app.BookingAsync(venue, (await app.ArtistAsync()).Artist, 35);
        var browser = await app.SignInAsync(placed.Promoter);
        var asked = (await browser.EventsAsync("/promoter/calendar")).Where(found => found.Text("href") == placed.Page).ToList();
        Assert.Equal(["Venue 1: Band 1, the venue is asked", "Venue 2: Band 2, the venue is asked"], asked.Select(found => found.Text("title")));

        Assert.Null(await placed.AgreeAsync(0) ?? await placed.AgreeAsync(1));
        var page = await browser.OpenAsync("/promoter/calendar?month=2027-03&plain=true");
        Assert.Equal("month-entry tone-waiting", page.Document.QuerySelector($".month a[href='/bookings/{reviewed.Booking}']")!.ClassName);
        Assert.All(page.Document.QuerySelectorAll($".month a[href='{placed.Page}']"), entry => Assert.Equal("month-entry tone-booked", entry.ClassName)); // reviewed by nobody of theirs
        Assert.Equal(2, page.Document.QuerySelectorAll($".month a[href='{placed.Page}']").Length);
        Assert.Empty(page.Document.QuerySelectorAll("script[src*=calendar]"));
        Assert.NotNull(page.Document.QuerySelector("a[rel=next][href='/promoter/calendar?month=2027-04&plain=true']"));
        Assert.Empty(await (await app.SignInAsync((await app.OrganisationAsync()).Promoter)).EventsAsync("/promoter/calendar"));
    }
}
