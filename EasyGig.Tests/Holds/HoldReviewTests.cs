using EasyGig.Domain;
using EasyGig.Domain.Bookings;
using EasyGig.Domain.Holds;
using EasyGig.Tests.Clockwork;
using EasyGig.Web.Identity;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Tests.Holds;

/// <summary>While a booking waits for review, the date's other holders read nothing and lose nothing; then each reads once what came of it.</summary>
public sealed class HoldReviewTests : IClassFixture<EasyGigApp>
{
    private readonly EasyGigApp _app;

    public HoldReviewTests(EasyGigApp app) => (_app, app.Clock.Now) = (app, TestClock.Start);

    [Fact]
    public async Task R22_while_a_booking_waits_for_review_the_others_keep_their_holds_and_read_nothing()
    {
        var (held, booking, promoter) = await ReviewedAsync(2);
        Assert.Equal(["1 Alpha Noise active", "2 Beta Brass active"], await held.LiveAsync());
        Assert.Equal(["hold_placed"], await held.ToldAsync(held.Holders[1].Person));
        var director = await _app.SignInAsync(held.Director);
        Assert.Contains("Beta Brass", (await director.OpenAsync($"/bookings/{booking}")).Text, StringComparison.Ordinal);
        Assert.Contains("Its booking waits for review, and the hold with it.", (await director.OpenAsync(held.Page)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Beta Brass", (await (await _app.SignInAsync(held.Holders[0].Person)).OpenAsync($"/bookings/{booking}")).Text, StringComparison.Ordinal);

        var reviewer = await _app.SignInAsync(promoter);
        await reviewer.SubmitAsync(await reviewer.OpenAsync($"/bookings/{booking}"), "Approve the booking");
        Assert.Empty(await held.LiveAsync());
        Assert.Equal(HoldState.Converted, (await held.StoredAsync(0)).State);
        Assert.Equal(["hold_lost", "hold_placed"], await held.ToldAsync(held.Holders[1].Person));
        await _app.AssertWoundAsync();
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task R22_a_challenge_of_who_is_under_review_waits_for_the_review_and_ends_with_one_word_to_each(bool approved)
    {
        var (held, booking, promoter) = await ReviewedAsync(3, challenged: true);
        await _app.WindAsync(TestClock.Start.AddHours(49)); // the deadline of the challenge has come
        Assert.Equal(["1 Alpha Noise challenged", "2 Beta Brass active", "3 Gamma Choir active"], await held.LiveAsync());
        foreach (var holder in (int[])[1, 2]) Assert.Equal(["hold_placed"], await held.ToldAsync(held.Holders[holder].Person));
        Assert.Contains("it waits for the review of Alpha Noise’s booking", (await (await _app.SignInAsync(held.Director)).OpenAsync(held.Page)).Text, StringComparison.Ordinal);

        var reviewer = await _app.SignInAsync(promoter);
        var page = await reviewer.OpenAsync($"/bookings/{booking}");
        if (approved) await reviewer.SubmitAsync(page, "Approve the booking");
        else await reviewer.SubmitAsync(page, "Reject the booking", ("Input.Reason", "Too loud for a Friday."));

        Assert.Equal(approved ? BookingState.Confirmed : BookingState.Rejected, await _app.WithDbAsync(db => db.Bookings.Where(b => b.Id == booking).Select(b => b.State).SingleAsync(Held.Ct)));
        Assert.Equal(approved ? [] : ["1 Beta Brass active", "2 Gamma Choir active"], await held.LiveAsync());
        Assert.Equal((approved ? HoldState.Converted : HoldState.Released, approved ? ChallengeState.Ended : ChallengeState.Won), ((await held.StoredAsync(0)).State, (await held.ChallengeAsync()).State));
        Assert.Equal(["hold_placed", approved ? "hold_lost" : "challenge_won"], await held.ToldAsync(held.Holders[1].Person));
        Assert.Equal(["hold_placed", approved ? "hold_lost" : "hold_promoted"], await held.ToldAsync(held.Holders[2].Person));
        await _app.AssertWoundAsync();
    }

    [Fact]
    public async Task R22_who_moves_up_by_a_booking_that_is_called_off_before_it_was_confirmed_is_told_once()
    {
        var (held, booking, _) = await ReviewedAsync(3);
        var artist = await _app.SignInAsync(held.Holders[0].Person);
        await artist.SubmitAsync(await artist.OpenAsync($"/bookings/{booking}/cancel"), "Cancel the booking", ("Input.Reason", "We cannot."));
        Assert.Equal(["1 Beta Brass active", "2 Gamma Choir active"], await held.LiveAsync());
        foreach (var holder in (int[])[1, 2]) Assert.Equal(["hold_placed", "hold_promoted"], await held.ToldAsync(held.Holders[holder].Person));
        Assert.Contains("The hold of Alpha Noise ended with its booking.", (await (await _app.SignInAsync(held.Director)).OpenAsync(held.Page)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task R22_whose_booking_waits_for_review_neither_commits_nor_releases_nor_runs_out()
    {
        var (held, booking, _) = await ReviewedAsync(2, challenged: true);
        var (first, director) = (held.Holders[0].Hold, await _app.SignInAsync(held.Director));
        var artist = await _app.SignInAsync(held.Holders[0].Person);
        var page = await artist.OpenAsync("/artist/holds");
        Assert.Contains("the hold waits with it", page.Text, StringComparison.Ordinal);
        Assert.NotNull(page.Document.QuerySelector($"a[href='/bookings/{booking}']"));
        Assert.DoesNotContain("waits", (await (await _app.SignInAsync(held.Holders[1].Person)).OpenAsync("/artist/holds")).Document.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        foreach (var act in (string[])["Commit", "Release"])
            Assert.Contains("The booking of this date waits for review", (await artist.PostAsync(page, $"/artist/holds?handler={act}&id={first}")).Text, StringComparison.Ordinal);
        Assert.Contains("The booking of this date waits for review", (await director.PostAsync(await director.OpenAsync(held.Page), $"{held.Page}?handler=Release&hold={first}")).Text, StringComparison.Ordinal);
        await _app.WindAsync(TestClock.Start.AddDays(11));
        Assert.Equal("1 Alpha Noise challenged", (await held.LiveAsync())[0]);
    }

    [Fact]
    public async Task R22_a_challenge_that_comes_to_who_is_under_review_asks_nothing_of_it()
    {
        var (held, _, _) = await ReviewedAsync(3);
        var mails = await held.ToldAsync(held.Holders[0].Person);
        Assert.Null(await held.AtDeskAsync(desk => desk.ChallengeAsync(held.Holders[2].Hold, Side.Artist, Held.Ct)) ?? await held.AtDeskAsync(desk => desk.ReleaseAsync(held.Holders[1].Hold, Side.Artist, Held.Ct)));
        Assert.Equal(["1 Alpha Noise challenged", "2 Gamma Choir active"], await held.LiveAsync());
        Assert.Equal(mails, await held.ToldAsync(held.Holders[0].Person));
        Assert.Null(await held.AtDeskAsync(desk => desk.ReleaseAsync(held.Holders[2].Hold, Side.Artist, Held.Ct)));
        Assert.Equal(mails, await held.ToldAsync(held.Holders[0].Person)); // who was asked nothing is told of no end
    }

    /// <summary>The first of a date is booked, and the booking waits for its house promoter.</summary>
    private async Task<(Held Held, Guid Booking, Person Promoter)> ReviewedAsync(int holders, bool challenged = false)
    {
        var (_, organisation) = await _app.OrganisationAsync();
        var held = await Held.OfAsync(_app, holders);
        await _app.WithDbAsync(db => db.Venues.Where(v => v.Id == held.Venue.Id).ExecuteUpdateAsync(set => set.SetProperty(v => v.HousePromoterId, organisation.Id)));
        if (challenged) Assert.Null(await held.AtDeskAsync(desk => desk.ChallengeAsync(held.Holders[1].Hold, Side.Artist, Held.Ct)));
        var booking = await _app.AcceptAsync(await _app.ApplicationAsync(await _app.SlotAsync(held.Venue), held.Holders[0].Artist));
        return (held, booking, await _app.PromoterAsync(organisation));
    }
}
