using EasyGig.Domain.Applications;
using EasyGig.Domain.Artists;
using EasyGig.Domain.Bookings;
using EasyGig.Domain.Holds;
using EasyGig.Domain.Slots;
using EasyGig.Tests.Clockwork;
using EasyGig.Web.Bookings;
using EasyGig.Web.Holds;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EasyGig.Tests.WaitingLists;

/// <summary>Where a date is held, a booking waits for review and a list is asked, all at once.</summary>
public sealed class HeldListTests : IClassFixture<EasyGigApp>
{
    private readonly EasyGigApp _app;

    public HeldListTests(EasyGigApp app) => (_app, app.Clock.Now) = (app, TestClock.Start);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task R17_the_hold_that_falls_with_its_booking_keeps_nobody_from_being_asked()
    {
        var house = await Waited.OfAsync(_app, 1, reviewed: true);
        await HoldAsync(house.Booked.Slot, house.Booked.Band);

        await house.RejectAsync();

        Assert.Equal([ApplicationState.Offered], await house.StatesAsync());
        Assert.Empty(await house.Booked.ToldAsync("revival_ended"));
        Assert.Single(await _app.WithDbAsync(db => db.Mails.Where(m => m.PersonId == house.Booked.Artist.Id && m.Kind == "hold_fell").ToListAsync(Ct)));
        await _app.AssertWoundAsync();
    }

    [Fact]
    public async Task R22_a_hold_stands_while_another_booking_of_its_artist_on_that_date_waits_for_review()
    {
        var (house, second) = (await Waited.OfAsync(_app, 0, reviewed: true), await _app.ArtistAsync("Second Holder"));
        await HoldAsync(house.Booked.Slot, house.Booked.Band);
        await HoldAsync(house.Booked.Slot, second.Artist);
        await _app.AcceptAsync(await _app.ApplicationAsync(await EarlierAsync(house), house.Booked.Band));

        await house.RejectAsync();

        Assert.Equal([(1, HoldState.Active), (2, HoldState.Active)], await HoldsAsync(house));
        Assert.DoesNotContain("hold_promoted", await _app.WithDbAsync(db => db.Mails.Where(m => m.PersonId == second.Person.Id).Select(m => m.Kind).ToListAsync(Ct)));
    }

    [Fact]
    public async Task R17_whoever_is_no_longer_the_first_to_hold_the_date_makes_room_on_its_other_lists()
    {
        var house = await Waited.OfAsync(_app, 1, reviewed: true);
        var band = house.Waiting[0].Band;
        await HoldAsync(house.Booked.Slot, band);
        await HoldAsync(house.Booked.Slot, (await _app.ArtistAsync("Second Holder")).Artist);
        await house.RejectAsync();
        Assert.Equal([ApplicationState.Offered], await house.StatesAsync());
        var booking = await _app.AcceptAsync(await _app.ApplicationAsync(await EarlierAsync(house), band));

        await using (var scope = _app.Services.CreateAsyncScope())
            Assert.Null(await scope.ServiceProvider.GetRequiredService<BookingDesk>().RejectAsync(booking, Reviewer.Promoter, "Too loud.", Ct));
        await _app.TickAsync();

        Assert.Equal([ApplicationState.Waitlisted], await house.StatesAsync());
        Assert.Equal([house.Booked.Director.Email!], await house.Booked.ToldAsync("revival_ended"));
        await _app.AssertWoundAsync();
    }

    /// <summary>A slot of the same stage and day that is over before.</summary>
    private Task<Slot> EarlierAsync(Waited house) => _app.SlotAsync(house.Booked.Venue, 20, fromHour: 15, hours: 2);

    private async Task HoldAsync(Slot slot, Artist artist)
    {
        await using var scope = _app.Services.CreateAsyncScope();
        Assert.Null(await scope.ServiceProvider.GetRequiredService<HoldDesk>().PlaceAsync(slot.StageId, DateOnly.FromDateTime(slot.Time.Start.UtcDateTime), artist.Slug, _app.Clock.Now.AddDays(10), "", Ct));
    }

    private async Task<List<(int, HoldState)>> HoldsAsync(Waited house) =>
        [.. (await _app.WithDbAsync(db => db.Holds.AsNoTracking().Where(h => h.StageId == house.Booked.Slot.StageId).OrderBy(h => h.Rank).ToListAsync(Ct))).Select(hold => (hold.Rank, hold.State))];
}
