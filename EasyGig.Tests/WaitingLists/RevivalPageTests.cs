using EasyGig.Domain.Applications;
using EasyGig.Domain.Bookings;
using EasyGig.Domain.Slots;
using EasyGig.Tests.Bookings;
using EasyGig.Tests.Clockwork;
using EasyGig.Tests.Strikes;
using EasyGig.Web.Bookings;
using EasyGig.Web.Holds;
using EasyGig.Web.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EasyGig.Tests.WaitingLists;

/// <summary>R17 as people live it: a booking falls, and the slot goes down its waiting list.</summary>
public sealed class RevivalPageTests : IClassFixture<EasyGigApp>
{
    private sealed record Waiter(Person Person, Application Application)
    {
        public string Page => $"/artist/applications/{Application.Id}";
    }

    private sealed record House(Booked Booked, IReadOnlyList<Waiter> Waiting)
    {
        public string SlotPage => $"/director/slots/{Booked.Slot.Id}";
    }

    private readonly EasyGigApp _app;

    public RevivalPageTests(EasyGigApp app) => (_app, app.Clock.Now) = (app, TestClock.Start);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task R17_the_slot_goes_down_the_list_until_somebody_takes_it()
    {
        var house = await HouseAsync(3);
        var second = await _app.SignInAsync(house.Waiting[1].Person);
        Assert.Contains("You are number 2 on the waiting list.", (await second.OpenAsync(house.Waiting[1].Page)).Text, StringComparison.Ordinal);
        Assert.Contains("Number 2 on the waiting list", (await second.OpenAsync("/artist/applications")).Text, StringComparison.Ordinal);
        await CancelAsync(house);

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
        Assert.Equal([ApplicationState.Withdrawn, ApplicationState.Offered, ApplicationState.Waitlisted], await StatesAsync(house));
        Assert.Equal([house.Booked.Director.Email!], await house.Booked.ToldAsync("revival_passed"));
        await _app.WindAsync(TestClock.Start.AddHours(48));
        Assert.Equal([ApplicationState.Withdrawn, ApplicationState.Expired, ApplicationState.Offered], await StatesAsync(house));
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
        var house = await HouseAsync(1);
        await CancelAsync(house);
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
        var house = await HouseAsync(2);
        await CancelAsync(house);
        var director = await _app.SignInAsync(house.Booked.Director);
        var page = await director.OpenAsync(house.SlotPage);
        Assert.Contains("Waiter 1 reads that the offer is taken back.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Now choose yourself.", (await director.SubmitAsync(page, "Stop offering it to those who wait")).Text, StringComparison.Ordinal);
        Assert.Contains("Nobody is being asked any more.", (await director.SubmitAsync(page, "Stop offering it to those who wait")).Text, StringComparison.Ordinal);

        Assert.Equal([ApplicationState.Waitlisted, ApplicationState.Waitlisted], await StatesAsync(house));
        Assert.Equal([house.Waiting[0].Person.Email!], await house.Booked.ToldAsync("offer_withdrawn"));
        Assert.Contains("You are number 1 on the waiting list.", (await (await _app.SignInAsync(house.Waiting[0].Person)).OpenAsync(house.Waiting[0].Page)).Text, StringComparison.Ordinal);
        await director.SubmitAsync(await director.OpenAsync($"/director/applications/{house.Waiting[1].Application.Id}/offer"), "Send the offer");
        Assert.Equal([ApplicationState.Waitlisted, ApplicationState.Offered], await StatesAsync(house));
        var stranger = await _app.SignInAsync((await _app.VenueAsync("Elsewhere")).Director);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await stranger.PostAsync(await stranger.OpenAsync("/account/manage"), $"{house.SlotPage}?handler=Stop")).Status);
    }

    [Fact]
    public async Task R17_who_cannot_take_it_is_passed_by()
    {
        var house = await HouseAsync(3);
        var elsewhere = (await _app.VenueAsync("Elsewhere")).Venue;
        await _app.FrozenAsync(await ArtistAsync(house.Waiting[0]), elsewhere);
        await _app.BookingAsync(elsewhere, await ArtistAsync(house.Waiting[1]), inDays: 20); // confirmed there that night: that ends what it applied with here
        await CancelAsync(house);
        Assert.Equal([ApplicationState.Waitlisted, ApplicationState.Withdrawn, ApplicationState.Offered], await StatesAsync(house));
    }

    [Fact]
    public async Task R17_whoever_is_asked_and_is_booked_elsewhere_makes_room_for_the_next_at_once()
    {
        var house = await HouseAsync(2);
        await CancelAsync(house);
        await _app.BookingAsync((await _app.VenueAsync("Elsewhere")).Venue, await ArtistAsync(house.Waiting[0]), inDays: 20);
        await _app.TickAsync();
        Assert.Equal([ApplicationState.Withdrawn, ApplicationState.Offered], await StatesAsync(house));
        Assert.Equal(TestClock.Start.AddHours(48), await _app.WithDbAsync(db => db.Slots.Where(s => s.Id == house.Booked.Slot.Id).Select(s => s.AskedUntil).SingleAsync(Ct)));
        await _app.AssertWoundAsync();
    }

    [Fact]
    public async Task R17_who_was_never_told_that_it_waits_is_asked_and_the_others_learn_nothing()
    {
        var house = await HouseAsync(2, reviewed: true);
        var second = await _app.SignInAsync(house.Waiting[1].Person);
        var promoter = await _app.SignInAsync(house.Booked.Promoter!);
        await promoter.SubmitAsync(await promoter.OpenAsync(house.Booked.Page), "Reject the booking", ("Input.Reason", "Too loud."));
        Assert.Equal([house.Waiting[0].Person.Email!], await house.Booked.ToldAsync("revived"));
        foreach (var path in (string[])[house.Waiting[1].Page, "/artist", "/artist/applications"])
            Assert.DoesNotContain("waiting list", (await second.OpenAsync(path)).Text, StringComparison.OrdinalIgnoreCase);
    }

    private async Task CancelAsync(House house)
    {
        var artist = await _app.SignInAsync(house.Booked.Artist);
        await artist.SubmitAsync(await artist.OpenAsync($"{house.Booked.Page}/cancel"), "Cancel the booking", ("Input.Reason", "Ill."));
        Assert.Equal(BookingState.Cancelled, (await house.Booked.StoredAsync()).State);
    }

    private Task<Domain.Artists.Artist> ArtistAsync(Waiter waiter) => _app.WithDbAsync(db => db.Artists.AsNoTracking().SingleAsync(a => a.Id == waiter.Application.ArtistId, Ct));

    private Task<List<ApplicationState>> StatesAsync(House house)
    {
        var ids = house.Waiting.Select(waiter => waiter.Application.Id).ToArray();
        return _app.WithDbAsync(db => db.Applications.Where(a => ids.Contains(a.Id)).OrderBy(a => a.Id).Select(a => a.State).ToListAsync(Ct));
    }

    [Fact]
    public async Task R17_nobody_is_asked_for_a_date_that_another_artist_holds()
    {
        var house = await HouseAsync(1, reviewed: true);
        await using (var scope = _app.Services.CreateAsyncScope())
        {
            var slot = house.Booked.Slot;
            Assert.Null(await scope.ServiceProvider.GetRequiredService<HoldDesk>().PlaceAsync(slot.StageId, DateOnly.FromDateTime(slot.Time.Start.UtcDateTime), (await _app.ArtistAsync("Holder")).Artist.Slug, _app.Clock.Now.AddDays(5), "", Ct));
            Assert.Null(await scope.ServiceProvider.GetRequiredService<BookingDesk>().RejectAsync(house.Booked.Booking, Reviewer.Promoter, "Too loud.", Ct));
        }
        Assert.Equal([ApplicationState.Waitlisted], await StatesAsync(house));
        Assert.Empty(await house.Booked.ToldAsync("revived"));
        Assert.Equal([house.Booked.Director.Email!], await house.Booked.ToldAsync("revival_ended"));
    }

    /// <summary>A slot in 20 days that is booked, and so many who wait for it.</summary>
    private async Task<House> HouseAsync(int waiting, bool reviewed = false)
    {
        var (promoter, organisation) = reviewed ? await _app.OrganisationAsync() : default;
        var (director, venue) = await _app.VenueAsync(housePromoter: organisation);
        var (person, artist) = await _app.ArtistAsync();
        var slot = await _app.SlotAsync(venue, 20);
        var application = await _app.ApplicationAsync(slot, artist);
        List<Waiter> all = [];
        for (var number = 1; number <= waiting; number++)
        {
            var (waiter, band) = await _app.ArtistAsync($"Waiter {number}");
            all.Add(new(waiter, await _app.ApplicationAsync(slot, band)));
        }
        return new(new(_app, await _app.AcceptAsync(application), slot, application, person, director, promoter, artist, venue), all);
    }
}
