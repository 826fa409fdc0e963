using EasyGig.Domain.Applications;
using EasyGig.Tests.Clockwork;
using EasyGig.Tests.Groups;
using EasyGig.Tests.Strikes;
using EasyGig.Web.Applications;
using EasyGig.Web.Bookings;
using EasyGig.Web.Holds;
using EasyGig.Web.Localization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EasyGig.Tests.WaitingLists;

/// <summary>R17: where a waiting list meets a change of the slot, new applicants, other bookings, strikes, groups and holds.</summary>
public sealed class ListMeetingTests : IClassFixture<EasyGigApp>
{
    private readonly EasyGigApp _app;

    public ListMeetingTests(EasyGigApp app) => (_app, app.Clock.Now) = (app, TestClock.Start);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task R17_a_slot_does_not_change_under_those_who_are_asked()
    {
        var house = await (await Waited.OfAsync(_app, 2)).CancelAsync();
        var director = await _app.SignInAsync(house.Booked.Director);
        var edit = await director.OpenAsync($"{house.SlotPage}/edit");
        Assert.Contains("the one whose turn it is has until Fri 5 Feb 2027, 13:00.", edit.Text, StringComparison.Ordinal);

        var refused = await director.SubmitAsync(edit, "Save", ("Input.MaxFee", 450));
        Assert.Contains("the one whose turn it is has until Fri 5 Feb 2027, 13:00.", refused.Text, StringComparison.Ordinal);
        Assert.Equal("450", refused.Document.QuerySelector("[name='Input.MaxFee']")!.GetAttribute("value"));
        Assert.Equal([ApplicationState.Offered, ApplicationState.Waitlisted], await house.StatesAsync());

        Assert.Null(await house.StopAsync());
        Assert.Contains("The slot is saved.", (await director.SubmitAsync(await director.OpenAsync($"{house.SlotPage}/edit"), "Save", ("Input.MaxFee", 450))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task R17_who_applies_while_others_are_asked_is_answered_after_that_and_the_venue_gets_no_strike()
    {
        var house = await (await Waited.OfAsync(_app, 3)).CancelAsync();
        var slot = house.Booked.Slot.Id;
        var fresh = await ApplyAsync(slot, (await _app.ArtistAsync("Newcomer")).Artist.Id);
        Assert.Equal(TestClock.Start.AddDays(5), (await ApplicationAsync(fresh)).ExpiresAt);

        foreach (var asked in (int[])[2, 4, 6]) await _app.WindAsync(TestClock.Start.AddDays(asked));
        Assert.Equal([house.Booked.Director.Email!], await house.Booked.ToldAsync("revival_ended"));
        Assert.Equal((ApplicationState.Submitted, TestClock.Start.AddDays(7)), ((await ApplicationAsync(fresh)).State, (await ApplicationAsync(fresh)).ExpiresAt));
        Assert.True((await (await _app.SignInAsync(house.Booked.Director)).OpenAsync($"/director/applications/{fresh}")).Document.QuerySelector($"a[href='/director/applications/{fresh}/accept']") is not null);

        await _app.WindAsync(TestClock.Start.AddDays(7));
        Assert.Equal(ApplicationState.Expired, (await ApplicationAsync(fresh)).State);
        Assert.Equal(0, await _app.WithDbAsync(db => db.Strikes.CountAsync(strike => strike.SlotId == slot, Ct)));
        await _app.AssertWoundAsync();
    }

    [Fact]
    public async Task R17_whose_yes_waits_for_a_review_elsewhere_makes_room_and_keeps_its_place()
    {
        var house = await (await Waited.OfAsync(_app, 2)).CancelAsync();
        var waiter = house.Waiting[0];
        var other = await (await Waited.OfAsync(_app, 1, reviewed: true, first: (waiter.Person, waiter.Band))).RejectAsync();
        var artist = await _app.SignInAsync(waiter.Person);
        Assert.Contains("You took the offer.", (await artist.SubmitAsync(await artist.OpenAsync(other.Waiting[0].Page), "Take the offer")).Text, StringComparison.Ordinal);
        await _app.TickAsync();

        Assert.Equal([ApplicationState.Waitlisted, ApplicationState.Offered], await house.StatesAsync());
        Assert.Equal([waiter.Person.Email!], await house.Booked.ToldAsync("revival_deferred"));
        var page = await artist.OpenAsync(waiter.Page);
        Assert.False(page.Has("Take the offer"));
        foreach (var said in (string[])["You are number 1 on the waiting list.", "Waiter 1 cannot take it for now"]) Assert.Contains(said, page.Text, StringComparison.Ordinal);

        var taken = other.Waiting[0].Application.Id;
        var booking = await _app.WithDbAsync(db => db.Bookings.Where(b => b.ApplicationId == taken).Select(b => b.Id).SingleAsync(Ct));
        await (other with { Booked = other.Booked with { Booking = booking } }).RejectAsync();
        var second = await _app.SignInAsync(house.Waiting[1].Person);
        await second.SubmitAsync(await second.OpenAsync(house.Waiting[1].Page), "Refuse the offer");
        Assert.Equal([ApplicationState.Offered, ApplicationState.Withdrawn], await house.StatesAsync());
        Assert.Contains("You are booked.", (await artist.SubmitAsync(await artist.OpenAsync(waiter.Page), "Take the offer")).Text, StringComparison.Ordinal);
        await _app.AssertWoundAsync();
    }

    [Fact]
    public async Task R17_a_booking_of_another_evening_leaves_whoever_is_asked_its_time()
    {
        var house = await (await Waited.OfAsync(_app, 2)).CancelAsync();
        await _app.BookingAsync((await _app.VenueAsync("Elsewhere")).Venue, house.Waiting[0].Band, inDays: 21);
        await _app.TickAsync();
        Assert.Equal([ApplicationState.Offered, ApplicationState.Waitlisted], await house.StatesAsync());
        Assert.Equal(TestClock.Start.AddHours(48), await house.AskedUntilAsync());
    }

    [Theory, InlineData("withdraws"), InlineData("is declined"), InlineData("is declined with others"), InlineData("is frozen"), InlineData("is booked in a group")]
    public async Task R17_however_whoever_is_asked_drops_out_the_next_is_asked_at_once(string how)
    {
        var group = await Placed.OfAsync(_app, inDays: 20);
        var house = await Waited.OfAsync(_app, 2, first: (group.Pairs[0].Artist, group.Pairs[0].Band));
        var ill = how == "is frozen" ? await StrikesAsync(group.Pairs[0]) : default;
        await house.CancelAsync();
        var (waiter, director) = (house.Waiting[0], await _app.SignInAsync(house.Booked.Director));
        switch (how)
        {
            case "withdraws":
                var artist = await _app.SignInAsync(waiter.Person);
                await artist.SubmitAsync(await artist.OpenAsync(waiter.Page), "Withdraw the application");
                break;
            case "is declined":
                await director.SubmitAsync(await director.OpenAsync($"/director/applications/{waiter.Application.Id}"), "Decline");
                break;
            case "is declined with others":
                await director.SubmitAsync(await director.OpenAsync($"{house.SlotPage}/decline"), "Decline them", ("Input.Applications", new[] { $"{waiter.Application.Id}" }));
                break;
            case "is frozen":
                _app.Clock.Now = TestClock.Start.AddHours(81);
                await using (var scope = _app.Services.CreateAsyncScope()) Assert.Null(await scope.ServiceProvider.GetRequiredService<BookingLife>().NotComeAsync(ill, "Nobody was there.", Ct));
                break;
            default:
                Assert.Null(await group.AgreeAsync(0));
                Assert.Null(await group.AgreeAsync(1));
                break;
        }
        await _app.TickAsync();
        Assert.Equal([how switch { "is frozen" => ApplicationState.Waitlisted, "withdraws" or "is booked in a group" => ApplicationState.Withdrawn, _ => ApplicationState.Declined }, ApplicationState.Offered], await house.StatesAsync());
        Assert.Equal(_app.Clock.Now.AddHours(48), await house.AskedUntilAsync());
    }

    [Fact]
    public async Task R22_nobody_else_holds_a_date_that_was_promised_down_a_waiting_list()
    {
        var house = await (await Waited.OfAsync(_app, 1)).CancelAsync();
        var (slot, holder) = (house.Booked.Slot, (await _app.ArtistAsync("Holder")).Artist);
        var director = await _app.SignInAsync(house.Booked.Director);
        var address = $"{HoldFormat.Address(slot.StageId, DateOnly.FromDateTime(slot.Time.Start.UtcDateTime))}/place?artist={holder.Slug}";
        Assert.DoesNotContain("Place a hold", (await director.OpenAsync(house.SlotPage)).Text, StringComparison.Ordinal);
        var place = await director.OpenAsync(address);
        Assert.Contains("nobody else can hold the date", place.Text, StringComparison.Ordinal);
        Assert.Contains("nobody else can hold the date", (await director.SubmitAsync(place, "Hold the date")).Text, StringComparison.Ordinal);

        Assert.Null(await house.StopAsync());
        Assert.Contains("Holder holds the date", (await director.SubmitAsync(await director.OpenAsync(address), "Hold the date")).Text, StringComparison.Ordinal);
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task R17_whoever_is_asked_and_lets_its_hold_go_to_another_cannot_take_the_slot(bool another)
    {
        var house = await Waited.OfAsync(_app, 1, reviewed: true);
        var slot = house.Booked.Slot;
        await using var scope = _app.Services.CreateAsyncScope();
        var (desk, date) = (scope.ServiceProvider.GetRequiredService<HoldDesk>(), DateOnly.FromDateTime(slot.Time.Start.UtcDateTime));
        string[] holders = [house.Waiting[0].Band.Slug, .. another ? [(await _app.ArtistAsync("Holder")).Artist.Slug] : (string[])[]];
        foreach (var holder in holders) Assert.Null(await desk.PlaceAsync(slot.StageId, date, holder, _app.Clock.Now.AddDays(5), "", Ct));
        await house.RejectAsync();
        Assert.Equal([ApplicationState.Offered], await house.StatesAsync());

        var first = await _app.WithDbAsync(db => db.Holds.Where(h => h.StageId == slot.StageId && h.Rank == 1).Select(h => h.Id).SingleAsync(Ct));
        Assert.Null(await desk.ReleaseAsync(first, Domain.Side.Artist, Ct));
        await _app.TickAsync();

        Assert.Equal([another ? ApplicationState.Waitlisted : ApplicationState.Offered], await house.StatesAsync());
        Assert.Equal(another ? null : TestClock.Start.AddHours(48), await house.AskedUntilAsync());
        Assert.Equal(another ? [house.Booked.Director.Email!] : [], await house.Booked.ToldAsync("revival_ended"));
        await _app.AssertWoundAsync();
    }

    /// <summary>Two strikes of an artist, and a booking in three days that may earn it the third.</summary>
    private async Task<Guid> StrikesAsync(Placement pair)
    {
        await _app.StruckAsync(pair.Band, pair.Venue, -20);
        await _app.StruckAsync(pair.Band, pair.Venue, -10);
        var (booking, _, _) = await _app.BookingAsync(pair.Venue, pair.Band, inDays: 3);
        _app.Clock.Now = TestClock.Start.AddHours(70);
        return booking;
    }

    private async Task<Guid> ApplyAsync(Guid slot, Guid artist)
    {
        await using var scope = _app.Services.CreateAsyncScope();
        var (application, refusal) = await scope.ServiceProvider.GetRequiredService<ApplicationDesk>().SubmitAsync(slot, artist, "We would love to play.", 400, 1, Ct);
        Assert.Null(refusal);
        return application!.Value;
    }

    private Task<Application> ApplicationAsync(Guid id) => _app.WithDbAsync(db => db.Applications.AsNoTracking().SingleAsync(a => a.Id == id, Ct));
}
