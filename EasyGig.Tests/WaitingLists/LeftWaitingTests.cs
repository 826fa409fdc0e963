using EasyGig.Domain.Applications;
using EasyGig.Tests.Strikes;

namespace EasyGig.Tests.WaitingLists;

/// <summary>Those who stepped aside unknowingly for a booking that fell, and whom the waiting list cannot ask.</summary>
public sealed class LeftWaitingTests : IClassFixture<EasyGigApp>
{
    private readonly EasyGigApp _app;

    public LeftWaitingTests(EasyGigApp app) => (_app, app.Clock.Now) = (app, TestClock.Start);

    [Fact]
    public async Task R16_who_stepped_aside_for_a_booking_that_fell_and_cannot_be_asked_is_left_to_the_director()
    {
        var house = await Waited.OfAsync(_app, 1, reviewed: true, fee: 900); // the venue has said yes to 500 at most
        var (waiter, artist) = (house.Waiting[0], await _app.SignInAsync(house.Waiting[0].Person));
        await house.RejectAsync();
        Assert.Equal([ApplicationState.Waitlisted], await house.StatesAsync());
        Assert.Equal([house.Booked.Director.Email!], await house.Booked.ToldAsync("revival_ended"));
        foreach (var path in (string[])[waiter.Page, "/artist", "/artist/applications"])
        {
            var page = await artist.OpenAsync(path);
            Assert.Contains("submitted", page.Text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("waiting list", page.Text, StringComparison.OrdinalIgnoreCase);
        }

        var director = await _app.SignInAsync(house.Booked.Director);
        Assert.NotNull((await director.OpenAsync("/director")).Document.QuerySelector($"main a[href='/director/applications/{waiter.Application.Id}']"));
        Assert.Contains("They still want it.", (await director.OpenAsync(house.SlotPage)).Text, StringComparison.Ordinal);
        Assert.NotNull((await director.OpenAsync($"/director/applications/{waiter.Application.Id}")).Document.QuerySelector($"a[href='/director/applications/{waiter.Application.Id}/offer']"));
        await director.SubmitAsync(await director.OpenAsync($"/director/applications/{waiter.Application.Id}/offer"), "Send the offer");
        Assert.Contains("You took the offer.", (await artist.SubmitAsync(await artist.OpenAsync(waiter.Page), "Take the offer")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task R16_an_offer_that_fell_with_the_slot_does_not_seem_to_stand_when_the_slot_is_free_again()
    {
        var (person, band) = await _app.ArtistAsync("Nightjar");
        var house = await Waited.OfAsync(_app, 1, reviewed: true, first: (person, band), offered: true);
        await _app.FrozenAsync(band, (await _app.VenueAsync("Elsewhere")).Venue);
        var (waiter, artist) = (house.Waiting[0], await _app.SignInAsync(person));
        Assert.Contains("stands", (await artist.OpenAsync(waiter.Page)).Text, StringComparison.Ordinal); // the booking may still fall

        await house.RejectAsync();

        Assert.Equal([ApplicationState.Waitlisted], await house.StatesAsync());
        var page = await artist.OpenAsync(waiter.Page);
        Assert.Contains("lapsed", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("stands", page.Text, StringComparison.Ordinal);
        Assert.Equal("shortlisted", page.Document.QuerySelector(".page-header .state")!.TextContent.Trim());
    }
}
