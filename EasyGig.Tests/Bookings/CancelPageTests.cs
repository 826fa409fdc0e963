using System.Net;
using EasyGig.Domain;
using EasyGig.Domain.Applications;
using EasyGig.Domain.Bookings;
using EasyGig.Domain.Slots;
using EasyGig.Web.Identity;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Tests.Bookings;

/// <summary>R17 as the two sides find it.</summary>
public sealed class CancelPageTests : IClassFixture<EasyGigApp>
{
    private readonly EasyGigApp _app;

    public CancelPageTests(EasyGigApp app) => (_app, app.Clock.Now) = (app, TestClock.Start);

    [Theory]
    [InlineData(Side.Artist)]
    [InlineData(Side.Venue)]
    public async Task R17_a_side_cancels_with_a_reason_that_everybody_reads(Side side)
    {
        var house = await (await Booked.OfAsync(_app, reviewed: true, rivals: 1)).ApprovedAsync();
        var browser = await _app.SignInAsync(side is Side.Artist ? house.Artist : house.Director);
        var page = await browser.OpenAsync($"{house.Page}/cancel");
        Assert.Contains("These read your reason by mail: Zenith Trio, Blue Cellar, Night Shift.", page.Text, StringComparison.Ordinal);
        Assert.Contains("so nobody gets a strike.", page.Text, StringComparison.Ordinal);
        foreach (var reason in (string[])["", "  ", new('x', 1001)])
            Assert.NotEqual("", (await browser.SubmitAsync(page, "Cancel the booking", ("Input.Reason", reason))).ErrorOf("Input.Reason"));
        Assert.Equal(BookingState.Confirmed, (await house.StoredAsync()).State);

        var done = await browser.SubmitAsync(page, "Cancel the booking", ("Input.Reason", "The drummer has broken an arm."));

        Assert.Contains("The booking is cancelled. Everybody has been mailed.", done.Text, StringComparison.Ordinal);
        Assert.Contains("The drummer has broken an arm.", done.Text, StringComparison.Ordinal);
        Assert.Contains($"{(side is Side.Artist ? "Zenith Trio" : "Blue Cellar")} cancelled the booking.", done.Text, StringComparison.Ordinal);
        var stored = await house.StoredAsync();
        Assert.Equal((BookingState.Cancelled, side, "The drummer has broken an arm."), (stored.State, stored.CancelledBy, stored.Reason));
        Assert.Empty(stored.Strikes);
        Assert.Equal(SlotState.Open, await house.SlotAsync());
        Assert.Equal([ApplicationState.Declined, ApplicationState.Offered], await house.ApplicationsAsync());
        Assert.Equal(Booked.Addresses(house.Artist, house.Director, house.Promoter), await house.ToldAsync("cancelled"));
    }

    [Fact]
    public async Task R17_a_cancelled_booking_is_struck_out_of_the_calendars_that_it_was_in()
    {
        var house = await Booked.OfAsync(_app);
        var browser = await _app.SignInAsync(house.Director);
        await browser.SubmitAsync(await browser.OpenAsync($"{house.Page}/cancel"), "Cancel the booking", ("Input.Reason", "The roof leaks."));

        var files = await _app.WithDbAsync(db => db.Mails.Where(m => m.BookingId == house.Booking && m.PersonId == house.Artist.Id).OrderByDescending(m => m.Kind).Select(m => m.Ics!).ToListAsync());
        Assert.Equal(2, files.Count);
        var (first, last) = (files[0].Split("\r\n"), files[1].Split("\r\n"));
        foreach (var (file, line) in ((string[], string)[])[(first, "METHOD:PUBLISH"), (first, "STATUS:CONFIRMED"), (first, "SEQUENCE:0"), (last, "METHOD:CANCEL"), (last, "STATUS:CANCELLED"), (last, "SEQUENCE:1")])
            Assert.Contains(line, file);
        Assert.Equal(first.Single(line => line.StartsWith("UID:", StringComparison.Ordinal)), last.Single(line => line.StartsWith("UID:", StringComparison.Ordinal)));
        var fetched = await (await browser.FetchAsync($"{house.Page}/calendar.ics")).Content.ReadAsStringAsync(Booked.Ct);
        Assert.Contains("STATUS:CANCELLED", fetched, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(100)]
    public async Task R17_what_was_not_confirmed_is_cancelled_without_a_strike(int hours)
    {
        var house = await Booked.OfAsync(_app, reviewed: true);
        _app.Clock.Now = house.Start.AddHours(-hours);
        var browser = await _app.SignInAsync(house.Artist);
        var done = await browser.SubmitAsync(await browser.OpenAsync($"{house.Page}/cancel"), "Cancel the booking", ("Input.Reason", "We split up."));

        Assert.Contains("The booking is cancelled.", done.Text, StringComparison.Ordinal);
        Assert.Empty((await house.StoredAsync()).Strikes);
        Assert.Equal(Booked.Addresses(house.Artist, house.Director, house.Promoter), await house.ToldAsync("cancelled"));
        Assert.All(await _app.WithDbAsync(db => db.Mails.Where(m => m.BookingId == house.Booking).ToListAsync()), mail => Assert.Null(mail.Ics));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task R17_nothing_is_cancelled_once_the_evening_has_begun(bool reviewed)
    {
        var house = await Booked.OfAsync(_app, reviewed);
        var early = await (await _app.SignInAsync(house.Director)).OpenAsync($"{house.Page}/cancel");
        _app.Clock.Now = house.Start;
        foreach (var person in (Person[])[house.Artist, house.Director])
        {
            var browser = await _app.SignInAsync(person);
            Assert.Contains("so it cannot be cancelled any more.", (await browser.OpenAsync($"{house.Page}/cancel")).Text, StringComparison.Ordinal);
            var own = await browser.OpenAsync("/account/manage");
            var refused = await browser.PostAsync(own, $"{house.Page}/cancel", ("Input.Reason", "Too late."), ("Input.State", reviewed ? "PendingReview" : "Confirmed"));
            Assert.Contains("so it cannot be cancelled any more.", refused.Text, StringComparison.Ordinal);
        }
        Assert.True(early.Has("Cancel the booking"));
        Assert.Equal(reviewed ? BookingState.PendingReview : BookingState.Confirmed, (await house.StoredAsync()).State);
    }

    [Fact]
    public async Task R17_a_venue_that_cancels_on_short_notice_gets_a_strike_and_reads_so_before()
    {
        var house = await Booked.OfAsync(_app);
        _app.Clock.Now = house.Start.AddHours(-47);
        var browser = await _app.SignInAsync(house.Director);
        var page = await browser.OpenAsync($"{house.Page}/cancel");
        Assert.Contains("It is less than 48 hours until the start: Blue Cellar gets a strike.", page.Text, StringComparison.Ordinal);

        var done = await browser.SubmitAsync(page, "Cancel the booking", ("Input.Reason", "Nobody bought a ticket."));

        Assert.Contains("Blue Cellar got a strike for this booking on", done.Text, StringComparison.Ordinal);
        var strike = Assert.Single((await house.StoredAsync()).Strikes);
        Assert.Equal((house.Venue.Id, null, "Nobody bought a ticket.", _app.Clock.Now), (strike.VenueId, strike.ArtistId, strike.Reason, strike.GivenAt));
        Assert.Equal(Booked.Addresses(house.Director), await house.ToldAsync("strike_given"));
        Assert.DoesNotContain("got a strike", (await (await _app.SignInAsync(house.Artist)).OpenAsync(house.Page)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task R17_a_page_that_said_something_else_cancels_nothing_and_says_it_anew()
    {
        var house = await Booked.OfAsync(_app);
        var browser = await _app.SignInAsync(house.Director);
        _app.Clock.Now = house.Start.AddHours(-48);
        var page = await browser.OpenAsync($"{house.Page}/cancel");
        Assert.Contains("so nobody gets a strike.", page.Text, StringComparison.Ordinal);
        _app.Clock.Now = house.Start.AddHours(-47);

        var refused = await browser.SubmitAsync(page, "Cancel the booking", ("Input.Reason", "The roof leaks."));

        Assert.Contains("read again what. Nothing was changed.", refused.Text, StringComparison.Ordinal);
        Assert.Contains("Blue Cellar gets a strike.", refused.Text, StringComparison.Ordinal);
        Assert.Equal("The roof leaks.", refused.Document.QuerySelector("#Input_Reason")!.TextContent.Trim());
        Assert.Equal(BookingState.Confirmed, (await house.StoredAsync()).State);
        await browser.SubmitAsync(refused, "Cancel the booking");
        Assert.Equal(BookingState.Cancelled, (await house.StoredAsync()).State);
    }

    [Fact]
    public async Task R17_the_venue_takes_the_slot_back_and_those_who_wait_are_told()
    {
        var house = await Booked.OfAsync(_app, rivals: 2);
        var browser = await _app.SignInAsync(house.Director);
        var page = await browser.OpenAsync($"{house.Page}/cancel");
        Assert.Contains("2 artists wait for it", page.Text, StringComparison.Ordinal);
        await browser.SubmitAsync(page, "Cancel the booking", ("Input.Reason", "The roof leaks."), ("Input.Reopen", (string[])["false"]));

        Assert.Equal(SlotState.Cancelled, await house.SlotAsync());
        Assert.All(await house.ApplicationsAsync(), state => Assert.Equal(ApplicationState.Declined, state));
        var lost = await _app.WithDbAsync(db => db.Mails.Where(m => m.SlotId == house.Slot.Id && m.Kind == "slot_lost").ToListAsync(Booked.Ct));
        Assert.Equal(2, lost.Count);
        Assert.All(lost, mail => Assert.DoesNotContain("The roof leaks.", mail.Text, StringComparison.Ordinal)); // it is for those who had it booked
        Assert.All(await _app.WithDbAsync(db => db.Applications.Where(a => a.SlotId == house.Slot.Id && a.Id != house.Application.Id).ToListAsync(Booked.Ct)), rival => Assert.Null(rival.Reason));
    }

    [Fact]
    public async Task R17_the_promoter_reads_that_it_cannot_cancel()
    {
        var house = await Booked.OfAsync(_app, reviewed: true);
        var browser = await _app.SignInAsync(house.Promoter!);
        var page = await browser.OpenAsync($"{house.Page}/cancel");
        Assert.Contains("Only the artist and the venue cancel a booking.", page.Text, StringComparison.Ordinal);
        foreach (var handler in (string[])["", "?handler=CannotPlay", "?handler=Release", "?handler=LetStand"])
            Assert.Equal(HttpStatusCode.NotFound, (await browser.PostAsync(await browser.OpenAsync("/account/manage"), $"{house.Page}/cancel{handler}", ("Input.Reason", "x"))).Status);
        Assert.Equal(BookingState.PendingReview, (await house.StoredAsync()).State);
    }
}
