using EasyGig.Domain.Applications;
using EasyGig.Domain.Bookings;
using EasyGig.Domain.Slots;
using EasyGig.Tests.Bookings;
using EasyGig.Tests.Clockwork;
using EasyGig.Tests.Strikes;
using EasyGig.Web.Bookings;
using EasyGig.Web.Holds;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EasyGig.Tests.WaitingLists;

/// <summary>R17 as people live it: a booking falls, and the slot goes down its waiting list.</summary>
public sealed class RevivalPageTests : IClassFixture<EasyGigApp>
{
    private readonly EasyGigApp _app;

    public RevivalPageTests(EasyGigApp app) => (_app, app.Clock.Now) = (app, TestClock.Start);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task R17_the_slot_goes_down_the_list_until_somebody_takes_it()
    {
        var house = await Waited.OfAsync(_app, 3);
        var second = await _app.SignInAsync(house.Waiting[1].Person);
        Assert.Contains("You are number 2 on the waiting list.", (await second.OpenAsync(house.Waiting[1].Page)).Text, StringComparison.Ordinal);
        Assert.Contains("Number 2 on the waiting list", (await second.OpenAsync("/artist/applications")).Text, StringComparison.Ordinal);
        await house.CancelAsync();

        Assert.Equal([house.Waiting[0].Person.Email!], await house.Booked.ToldAsync("revived"));
        var first = await _app.SignInAsync(house.Waiting[0].Person);
        var page = await first.OpenAsync(house.Waiting[0].Page);
        foreach (var said in (string[])["Due in 2 days Fri 5 Feb 2027, 13:00", "If you refuse it or let the time pass, your application ends"]) Assert.Contains(said, page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Make a counter-offer", page.Text, StringComparison.Ordinal);
        Assert.Contains("Due in 2 days", (await first.OpenAsync("/artist")).Text, StringComparison.Ordinal);
        var slot = await (await _app.SignInAsync(house.Booked.Director)).OpenAsync(house.SlotPage);
        Assert.Contains("Waiter 1 is being asked: Due in 2 days Fri 5 Feb 2027, 13:00", slot.Text, StringComparison.Ordinal);
        Assert.Equal(["Waiter 1", "Waiter 2", "Waiter 3"], slot.Document.QuerySelectorAll("#waiting ~ ol li a").Select(a => a.TextContent));

        Assert.Contains("You let it pass, and your application ends.", (await first.SubmitAsync(page, "Refuse the offer")).Text, StringComparison.Ordinal);
        Assert.Equal([ApplicationState.Withdrawn, ApplicationState.Offered, ApplicationState.Waitlisted], await house.StatesAsync());
        Assert.Equal([house.Booked.Director.Email!], await house.Booked.ToldAsync("revival_passed"));
        await _app.WindAsync(TestClock.Start.AddHours(48));
        Assert.Equal([ApplicationState.Withdrawn, ApplicationState.Expired, ApplicationState.Offered], await house.StatesAsync());
        Assert.Equal(Booked.Addresses(house.Waiting[1].Person, house.Booked.Director), await house.Booked.ToldAsync("revival_lapsed"));

        var third = await _app.SignInAsync(house.Waiting[2].Person);
        Assert.Contains("You are booked.", (await third.SubmitAsync(await third.OpenAsync(house.Waiting[2].Page), "Take the offer")).Text, StringComparison.Ordinal);
        Assert.Equal(SlotState.Booked, await house.Booked.SlotAsync());
        Assert.Empty(await house.Booked.ToldAsync("revival_ended"));
        await _app.AssertWoundAsync();
    }

    [Fact]
    public async Task R17_at_the_end_of_the_list_the_director_is_told_and_chooses_again()
    {
        var house = await Waited.OfAsync(_app, 1);
        await house.CancelAsync();
        var (newcomer, artist) = await _app.ArtistAsync("Newcomer");
        var fresh = await _app.ApplicationAsync(house.Booked.Slot, artist);
        var director = await _app.SignInAsync(house.Booked.Director);
        var page = await director.OpenAsync($"/director/applications/{fresh.Id}");
        Assert.DoesNotContain("Make an offer", page.Text, StringComparison.Ordinal);
        var refused = await director.PostAsync(page, $"/director/applications/{fresh.Id}/accept", ("Input.TermsVersion", "1"), ("Input.Answers", "0"), ("Input.DeclineRivals", "false"));
        Assert.Contains("being offered to those who wait", refused.Text, StringComparison.Ordinal);

        await _app.WindAsync(TestClock.Start.AddHours(48));

        Assert.Equal([house.Booked.Director.Email!], await house.Booked.ToldAsync("revival_ended"));
        director = await _app.SignInAsync(house.Booked.Director);
        await director.SubmitAsync(await director.OpenAsync($"/director/applications/{fresh.Id}/accept"), "Accept Newcomer");
        Assert.Equal([newcomer.Email!], await _app.WithDbAsync(db => db.Mails.Where(m => m.PersonId == newcomer.Id && m.Kind == "confirmed").Select(m => m.Address).ToListAsync(Ct)));
    }

    [Fact]
    public async Task R17_the_director_stops_the_asking_and_offers_it_to_whom_it_wants()
    {
        var house = await Waited.OfAsync(_app, 2);
        await house.CancelAsync();
        var director = await _app.SignInAsync(house.Booked.Director);
        var page = await director.OpenAsync(house.SlotPage);
        Assert.Contains("Waiter 1 reads that the offer is taken back.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Now choose yourself.", (await director.SubmitAsync(page, "Stop offering it to those who wait")).Text, StringComparison.Ordinal);
        Assert.Contains("Nobody is being asked any more.", (await director.SubmitAsync(page, "Stop offering it to those who wait")).Text, StringComparison.Ordinal);

        Assert.Equal([ApplicationState.Waitlisted, ApplicationState.Waitlisted], await house.StatesAsync());
        Assert.Equal([house.Waiting[0].Person.Email!], await house.Booked.ToldAsync("offer_withdrawn"));
        Assert.Contains("You are number 1 on the waiting list.", (await (await _app.SignInAsync(house.Waiting[0].Person)).OpenAsync(house.Waiting[0].Page)).Text, StringComparison.Ordinal);
        await director.SubmitAsync(await director.OpenAsync($"/director/applications/{house.Waiting[1].Application.Id}/offer"), "Send the offer");
        Assert.Equal([ApplicationState.Waitlisted, ApplicationState.Offered], await house.StatesAsync());
        var stranger = await _app.SignInAsync((await _app.VenueAsync("Elsewhere")).Director);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await stranger.PostAsync(await stranger.OpenAsync("/account/manage"), $"{house.SlotPage}?handler=Stop")).Status);
    }

    [Fact]
    public async Task R17_who_cannot_take_it_is_passed_by()
    {
        var house = await Waited.OfAsync(_app, 3);
        var elsewhere = (await _app.VenueAsync("Elsewhere")).Venue;
        await _app.FrozenAsync(house.Waiting[0].Band, elsewhere);
        await _app.BookingAsync(elsewhere, house.Waiting[1].Band, inDays: 20); // confirmed there that night: that ends what it applied with here
        await house.CancelAsync();
        Assert.Equal([ApplicationState.Waitlisted, ApplicationState.Withdrawn, ApplicationState.Offered], await house.StatesAsync());
    }

    [Fact]
    public async Task R17_whoever_is_asked_and_is_booked_elsewhere_makes_room_for_the_next_at_once()
    {
        var house = await Waited.OfAsync(_app, 2);
        await house.CancelAsync();
        await _app.BookingAsync((await _app.VenueAsync("Elsewhere")).Venue, house.Waiting[0].Band, inDays: 20);
        await _app.TickAsync();
        Assert.Equal([ApplicationState.Withdrawn, ApplicationState.Offered], await house.StatesAsync());
        Assert.Equal(TestClock.Start.AddHours(48), await _app.WithDbAsync(db => db.Slots.Where(s => s.Id == house.Booked.Slot.Id).Select(s => s.AskedUntil).SingleAsync(Ct)));
        await _app.AssertWoundAsync();
    }

    [Fact]
    public async Task R17_who_was_never_told_that_it_waits_is_asked_and_the_others_learn_nothing()
    {
        var house = await Waited.OfAsync(_app, 2, reviewed: true);
        var second = await _app.SignInAsync(house.Waiting[1].Person);
        var promoter = await _app.SignInAsync(house.Booked.Promoter!);
        await promoter.SubmitAsync(await promoter.OpenAsync(house.Booked.Page), "Reject the booking", ("Input.Reason", "Too loud."));
        Assert.Equal([house.Waiting[0].Person.Email!], await house.Booked.ToldAsync("revived"));
        foreach (var path in (string[])[house.Waiting[1].Page, "/artist", "/artist/applications"])
            Assert.DoesNotContain("waiting list", (await second.OpenAsync(path)).Text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task R17_nobody_is_asked_for_a_date_that_another_artist_holds()
    {
        var house = await Waited.OfAsync(_app, 1, reviewed: true);
        await using (var scope = _app.Services.CreateAsyncScope())
        {
            var slot = house.Booked.Slot;
            Assert.Null(await scope.ServiceProvider.GetRequiredService<HoldDesk>().PlaceAsync(slot.StageId, DateOnly.FromDateTime(slot.Time.Start.UtcDateTime), (await _app.ArtistAsync("Holder")).Artist.Slug, _app.Clock.Now.AddDays(5), "", Ct));
            Assert.Null(await scope.ServiceProvider.GetRequiredService<BookingDesk>().RejectAsync(house.Booked.Booking, Reviewer.Promoter, "Too loud.", Ct));
        }
        Assert.Equal([ApplicationState.Waitlisted], await house.StatesAsync());
        Assert.Empty(await house.Booked.ToldAsync("revived"));
        Assert.Equal([house.Booked.Director.Email!], await house.Booked.ToldAsync("revival_ended"));
    }
}
