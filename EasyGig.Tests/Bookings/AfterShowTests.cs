using System.Net;
using EasyGig.Domain.Applications;
using EasyGig.Domain.Bookings;
using EasyGig.Domain.Slots;
using EasyGig.Tests.Clockwork;
using EasyGig.Web.Identity;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Tests.Bookings;

/// <summary>How an evening ends: said by the venue, or by the clock.</summary>
public sealed class AfterShowTests : IClassFixture<EasyGigApp>
{
    private readonly EasyGigApp _app;

    public AfterShowTests(EasyGigApp app) => (_app, app.Clock.Now) = (app, TestClock.Start);

    [Fact]
    public async Task R7_from_the_start_on_the_venue_says_that_it_was_played()
    {
        var house = await Booked.OfAsync(_app);
        var director = await _app.SignInAsync(house.Director);
        _app.Clock.Now = house.Start.AddSeconds(-1);
        var early = await director.OpenAsync(house.Page);
        Assert.False(early.Has("It was played"));
        Assert.Contains("nobody can say how it went.", (await director.PostAsync(early, $"{house.Page}?handler=Played")).Text, StringComparison.Ordinal);
        _app.Clock.Now = house.Start;
        var artist = await _app.SignInAsync(house.Artist);
        var page = await artist.OpenAsync(house.Page);
        Assert.False(page.Has("It was played"));
        Assert.Equal(HttpStatusCode.NotFound, (await artist.PostAsync(page, $"{house.Page}?handler=Played")).Status);

        var done = await director.SubmitAsync(await director.OpenAsync(house.Page), "It was played");

        Assert.Contains("The concert counts as played.", done.Text, StringComparison.Ordinal);
        Assert.Equal((BookingState.Played, SlotState.Played), ((await house.StoredAsync()).State, await house.SlotAsync()));
        Assert.Equal(Booked.Addresses(house.Artist, house.Director), await house.ToldAsync("played"));
        foreach (var person in (Person[])[house.Artist, house.Director]) Assert.Equal($"{house.Page}/rating", await _app.LinkOfAsync(person.Email!, "played"));
        Assert.Contains("somebody has said already how it went.", (await director.PostAsync(done, $"{house.Page}?handler=Played")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task R17_an_artist_that_did_not_come_gets_a_strike_and_reads_why()
    {
        var house = await (await Booked.OfAsync(_app, reviewed: true)).ApprovedAsync();
        _app.Clock.Now = house.Start.AddHours(1);
        var director = await _app.SignInAsync(house.Director);
        var page = await director.OpenAsync(house.Page);
        Assert.NotEqual("", (await director.SubmitAsync(page, "Say that nobody came", ("Input.Reason", " "))).ErrorOf("Input.Reason"));

        var done = await director.SubmitAsync(page, "Say that nobody came", ("Input.Reason", "We waited until ten."));

        Assert.Contains("It is noted that the artist did not come.", done.Text, StringComparison.Ordinal);
        var stored = await house.StoredAsync();
        Assert.Equal((BookingState.NoShow, "We waited until ten."), (stored.State, stored.Reason));
        Assert.Equal(house.Band.Id, Assert.Single(stored.Strikes).ArtistId);
        Assert.Equal(Booked.Addresses(house.Artist, house.Director, house.Promoter), await house.ToldAsync("no_show"));
        Assert.Equal(Booked.Addresses(house.Artist), await house.ToldAsync("strike_given"));
        var slot = await _app.WithDbAsync(db => db.Slots.SingleAsync(s => s.Id == house.Slot.Id, Booked.Ct));
        Assert.Equal(SlotState.Lapsed, slot.StateAt(_app.Clock.Now));
        Assert.Contains("got a strike for this booking", (await (await _app.SignInAsync(house.Artist)).OpenAsync(house.Page)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task R16_what_nobody_reviewed_until_its_start_is_rejected_then_and_the_slot_lapses()
    {
        var house = await Booked.OfAsync(_app, reviewed: true, rivals: 1);
        var promoter = await _app.SignInAsync(house.Promoter!);
        await _app.WindAsync(house.Start.AddSeconds(-1));
        Assert.Equal(BookingState.PendingReview, (await house.StoredAsync()).State);
        var open = await promoter.OpenAsync(house.Page);
        await _app.WindAsync(house.Start);

        Assert.Equal((BookingState.Rejected, null, SlotState.Lapsed), ((await house.StoredAsync()).State, (await house.StoredAsync()).Reason, await house.SlotAsync()));
        Assert.Equal([ApplicationState.Declined, ApplicationState.Expired], await house.ApplicationsAsync());
        Assert.Equal(Booked.Addresses(house.Artist, house.Director, house.Promoter), await house.ToldAsync("review_lapsed"));
        Assert.Single(await house.ToldAsync("passed_by"));
        Assert.Empty(await house.ToldAsync("rejected"));
        foreach (var person in (Person[])[house.Artist, house.Director, house.Promoter!])
        {
            var page = await (await _app.SignInAsync(person)).OpenAsync(house.Page);
            Assert.Contains("The evening came, and nobody had decided about the review", page.Text, StringComparison.Ordinal);
            Assert.Contains("The evening came without a review: the booking was never confirmed.", page.Text, StringComparison.Ordinal);
        }
        await promoter.SubmitAsync(open, "Approve the booking");
        Assert.Equal(BookingState.Rejected, (await house.StoredAsync()).State);
        await _app.AssertWoundAsync();
    }

    [Fact]
    public async Task R7_twelve_hours_after_its_end_what_is_still_confirmed_counts_as_played()
    {
        var (house, waiting) = (await Booked.OfAsync(_app), await Booked.OfAsync(_app, reviewed: true));
        var ill = await Booked.OfAsync(_app);
        _app.Clock.Now = ill.Start.AddHours(-1);
        var artist = await _app.SignInAsync(ill.Artist);
        await artist.SubmitAsync(await artist.OpenAsync($"{ill.Page}/cancel"), "I cannot play", ("Input.Reason", "Ill."));

        await _app.WindAsync(house.Slot.Time.End.AddHours(12).AddSeconds(-1));
        Assert.Equal(BookingState.Confirmed, (await house.StoredAsync()).State);
        await _app.WindAsync(house.Slot.Time.End.AddHours(12));

        Assert.Equal((BookingState.Played, SlotState.Played), ((await house.StoredAsync()).State, await house.SlotAsync()));
        Assert.Equal(Booked.Addresses(house.Artist, house.Director), await house.ToldAsync("played"));
        Assert.Contains("EasyGig noted that Zenith Trio played.", (await (await _app.SignInAsync(house.Artist)).OpenAsync(house.Page)).Text, StringComparison.Ordinal);
        Assert.Equal((BookingState.Rejected, BookingState.Cancelled), ((await waiting.StoredAsync()).State, (await ill.StoredAsync()).State)); // since their start
    }
}
