using EasyGig.Domain;
using EasyGig.Domain.Applications;
using EasyGig.Domain.Bookings;
using EasyGig.Domain.Slots;
using EasyGig.Tests.Clockwork;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Tests.Bookings;

/// <summary>R17 on short notice: the artist cannot play, and the venue answers.</summary>
public sealed class CannotPlayPageTests : IClassFixture<EasyGigApp>
{
    private readonly EasyGigApp _app;

    public CannotPlayPageTests(EasyGigApp app) => (_app, app.Clock.Now) = (app, TestClock.Start);

    [Fact]
    public async Task R17_on_short_notice_the_artist_says_that_it_cannot_play_and_the_booking_stands()
    {
        var house = await (await Booked.OfAsync(_app, reviewed: true)).ApprovedAsync();
        var artist = await SaidAsync(house);

        var stored = await house.StoredAsync();
        Assert.Equal((BookingState.Confirmed, _app.Clock.Now, "We are all ill."), (stored.State, stored.CannotPlayAt, stored.CannotPlayReason));
        Assert.Equal(SlotState.Booked, await house.SlotAsync());
        Assert.Equal(Booked.Addresses(house.Artist, house.Director, house.Promoter), await house.ToldAsync("cannot_play"));
        var again = await artist.OpenAsync($"{house.Page}/cancel");
        Assert.Contains("The venue knows that you cannot play.", again.Text, StringComparison.Ordinal);
        Assert.False(again.Has("I cannot play"));
        Assert.Contains("Until Blue Cellar has answered, the booking stands.", (await (await _app.SignInAsync(house.Promoter!)).OpenAsync(house.Page)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Release the artist", 0)]
    [InlineData("Let the strike stand", 1)]
    public async Task R17_the_venue_releases_the_artist_or_lets_the_strike_stand(string answer, int strikes)
    {
        var house = await Booked.OfAsync(_app, rivals: 1);
        await SaidAsync(house);
        var director = await _app.SignInAsync(house.Director);
        Assert.Contains("Zenith Trio says that it cannot play:", (await director.OpenAsync(house.Page)).Text, StringComparison.Ordinal);
        var page = await director.OpenAsync($"{house.Page}/cancel");
        Assert.False(page.Has("Cancel the booking"));

        await director.SubmitAsync(page, answer);

        var stored = await house.StoredAsync();
        Assert.Equal((BookingState.Cancelled, Side.Artist, "We are all ill."), (stored.State, stored.CancelledBy, stored.Reason));
        Assert.Equal((strikes, SlotState.Open), (stored.Strikes.Count, await house.SlotAsync()));
        Assert.All(stored.Strikes, strike => Assert.Equal(house.Band.Id, strike.ArtistId));
        Assert.Equal([ApplicationState.Declined, ApplicationState.Offered], await house.ApplicationsAsync());
        Assert.Equal(Booked.Addresses(house.Artist, house.Director), await house.ToldAsync(strikes == 0 ? "released" : "not_released"));
        Assert.Equal(strikes == 0 ? [] : Booked.Addresses(house.Artist), await house.ToldAsync("strike_given"));
        Assert.All(await _app.WithDbAsync(db => db.Mails.Where(m => m.BookingId == house.Booking && (m.Kind == "released" || m.Kind == "not_released")).ToListAsync(Booked.Ct)),
            mail => Assert.Contains("STATUS:CANCELLED", mail.Ics!, StringComparison.Ordinal));
        var seen = await (await _app.SignInAsync(house.Artist)).OpenAsync(house.Page);
        Assert.Contains(strikes == 0 ? "(Blue Cellar) released Zenith Trio, and the booking is cancelled." : "(Blue Cellar) did not release Zenith Trio.", seen.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("cancelled the booking.", seen.Text, StringComparison.Ordinal); // the artist's reason is under it
        Assert.Equal(strikes == 1, seen.Text.Contains("Zenith Trio got a strike for this booking", StringComparison.Ordinal));
    }

    [Fact]
    public async Task R17_those_who_wait_for_a_slot_that_is_taken_back_do_not_read_why_the_artist_could_not_play()
    {
        var house = await Booked.OfAsync(_app, rivals: 1);
        await SaidAsync(house);
        var director = await _app.SignInAsync(house.Director);
        await director.SubmitAsync(await director.OpenAsync($"{house.Page}/cancel"), "Release the artist", ("Input.Reopen", (string[])["false"]));

        Assert.Equal(SlotState.Cancelled, await house.SlotAsync());
        var lost = Assert.Single(await _app.WithDbAsync(db => db.Mails.Where(m => m.SlotId == house.Slot.Id && m.Kind == "slot_lost").ToListAsync(Booked.Ct)));
        Assert.DoesNotContain("We are all ill.", lost.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task R17_what_the_venue_has_not_answered_when_it_begins_costs_the_strike()
    {
        var house = await (await Booked.OfAsync(_app, reviewed: true, rivals: 1)).ApprovedAsync();
        await SaidAsync(house);
        var director = await _app.SignInAsync(house.Director);
        Assert.Contains("If you have not answered when it begins, the strike stands.", (await director.OpenAsync(house.Page)).Text, StringComparison.Ordinal);
        await _app.WindAsync(house.Start.AddHours(-6).AddSeconds(-1));
        Assert.Empty(await house.ToldAsync("release_awaited"));
        await _app.WindAsync(house.Start.AddHours(-6));
        await _app.WindAsync(house.Start.AddSeconds(-1));
        Assert.Equal(Booked.Addresses(house.Director), await house.ToldAsync("release_awaited"));
        Assert.Equal(BookingState.Confirmed, (await house.StoredAsync()).State);
        await _app.WindAsync(house.Start);

        var stored = await house.StoredAsync();
        Assert.Equal((BookingState.Cancelled, Side.Artist, "We are all ill."), (stored.State, stored.CancelledBy, stored.Reason));
        Assert.Equal(house.Band.Id, Assert.Single(stored.Strikes).ArtistId);
        Assert.Equal(SlotState.Lapsed, await house.SlotAsync());
        Assert.Equal([ApplicationState.Declined, ApplicationState.Expired], await house.ApplicationsAsync());
        Assert.Equal(Booked.Addresses(house.Artist, house.Director, house.Promoter), await house.ToldAsync("release_lapsed"));
        Assert.Equal(Booked.Addresses(house.Artist), await house.ToldAsync("strike_given"));
        Assert.All(await _app.WithDbAsync(db => db.Mails.Where(m => m.BookingId == house.Booking && m.Kind == "release_lapsed").ToListAsync(Booked.Ct)), mail => Assert.Contains("STATUS:CANCELLED", mail.Ics!, StringComparison.Ordinal));
        Assert.Contains("The venue had not answered Zenith Trio when it began", (await director.OpenAsync(house.Page)).Text, StringComparison.Ordinal);
        await _app.WindAsync(house.Slot.Time.End.AddDays(2));
        Assert.Equal(BookingState.Cancelled, (await house.StoredAsync()).State);
        await _app.AssertWoundAsync();
    }

    [Fact]
    public async Task R17_nobody_is_reminded_of_what_was_said_only_hours_before_the_start()
    {
        var house = await Booked.OfAsync(_app);
        await SaidAsync(house, hoursBefore: 11);
        await _app.WindAsync(house.Start);
        Assert.Empty(await house.ToldAsync("release_awaited"));
        Assert.Equal(Booked.Addresses(house.Artist, house.Director), await house.ToldAsync("release_lapsed"));
    }

    [Fact]
    public async Task R17_on_short_notice_the_artist_cannot_cancel_and_before_it_has_no_need_to_say_so()
    {
        var house = await Booked.OfAsync(_app);
        var artist = await _app.SignInAsync(house.Artist);
        var early = await artist.OpenAsync($"{house.Page}/cancel");
        Assert.False(early.Has("I cannot play"));
        Assert.Contains("you can cancel by yourself.", (await artist.PostAsync(early, $"{house.Page}/cancel?handler=CannotPlay", ("Input.Reason", "Ill."))).Text, StringComparison.Ordinal);

        _app.Clock.Now = house.Start.AddHours(-47);
        var refused = await artist.SubmitAsync(early, "Cancel the booking", ("Input.Reason", "Ill."));

        Assert.Contains("say that you cannot play, and the venue answers.", refused.Text, StringComparison.Ordinal);
        Assert.True(refused.Has("I cannot play"));
        Assert.Equal("Ill.", refused.Document.QuerySelector("#Input_Reason")!.TextContent.Trim());
        Assert.Equal((BookingState.Confirmed, null), ((await house.StoredAsync()).State, (await house.StoredAsync()).CannotPlayAt));
    }

    private async Task<Visitor> SaidAsync(Booked house, int hoursBefore = 20)
    {
        _app.Clock.Now = house.Start.AddHours(-hoursBefore);
        var artist = await _app.SignInAsync(house.Artist);
        var page = await artist.OpenAsync($"{house.Page}/cancel");
        Assert.NotEqual("", (await artist.SubmitAsync(page, "I cannot play", ("Input.Reason", ""))).ErrorOf("Input.Reason"));
        Assert.Contains("The venue knows that you cannot play.", (await artist.SubmitAsync(page, "I cannot play", ("Input.Reason", "We are all ill."))).Text, StringComparison.Ordinal);
        return artist;
    }
}
