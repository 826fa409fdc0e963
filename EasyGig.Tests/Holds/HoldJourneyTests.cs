using System.Net;
using EasyGig.Domain.Holds;
using EasyGig.Tests.Clockwork;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Tests.Holds;

/// <summary>How a date is held, challenged and booked, by people at their pages; an artist never reads who else holds it.</summary>
public sealed class HoldJourneyTests : IClassFixture<EasyGigApp>
{
    private readonly EasyGigApp _app;

    public HoldJourneyTests(EasyGigApp app) => (_app, app.Clock.Now) = (app, TestClock.Start);

    [Fact]
    public async Task R22_three_hold_a_date_the_third_challenges_the_second_releases_the_first_is_silent_and_the_third_is_booked()
    {
        var held = await Held.OfAsync(_app, 0);
        var director = await _app.SignInAsync(held.Director);
        List<Holder> all = [];
        foreach (var name in Held.Names.Take(3)) all.Add(await PlacedAsync(director, held, name));
        held = held with { Holders = all };
        Assert.Equal(["1 Alpha Noise active", "2 Beta Brass active", "3 Gamma Choir active"], await held.LiveAsync());
        Assert.Equal(["hold_placed"], await held.ToldAsync(all[2].Person));

        var third = await _app.SignInAsync(all[2].Person);
        var asked = await third.SubmitAsync(await third.OpenAsync("/artist/holds"), "Challenge");
        Assert.Contains("You are ready. Those above you are asked now", asked.Text, StringComparison.Ordinal);
        Assert.Contains("Gamma Choir: your 3rd hold", asked.Text, StringComparison.Ordinal);
        var stack = await director.OpenAsync(held.Page);
        Assert.Contains("Gamma Choir is ready and challenges: Beta Brass answers by Fri 5 Feb 2027, 13:00.", stack.Text, StringComparison.Ordinal);
        Assert.Contains("Asked next, when Beta Brass releases.", stack.Text, StringComparison.Ordinal);
        Assert.Contains("challenge until Fri 5 Feb 13:00", (await director.OpenAsync("/director/calendar?month=2027-03")).Text, StringComparison.Ordinal);

        _app.Clock.Now = TestClock.Start.AddHours(6);
        var second = await _app.SignInAsync(all[1].Person);
        Assert.Contains("is challenged", (await second.OpenAsync("/artist")).Text, StringComparison.Ordinal);
        await second.SubmitAsync(await second.OpenAsync("/artist/holds"), "Release the date");
        Assert.Equal(["1 Alpha Noise challenged", "2 Gamma Choir active"], await held.LiveAsync());

        await _app.WindAsync(TestClock.Start.AddHours(54).AddSeconds(-1));
        Assert.Equal(["1 Alpha Noise challenged", "2 Gamma Choir active"], await held.LiveAsync());
        await _app.WindAsync(TestClock.Start.AddHours(54));
        Assert.Equal(["1 Gamma Choir active"], await held.LiveAsync());
        Assert.Equal(["hold_placed", "hold_challenged", "hold_forfeited"], await held.ToldAsync(all[0].Person));
        Assert.Equal(["hold_placed", "hold_promoted", "challenge_won"], await held.ToldAsync(all[2].Person));
        Assert.Contains("Gamma Choir holds the date and is ready", (await director.OpenAsync("/director")).Text, StringComparison.Ordinal);

        var application = await _app.ApplicationAsync(await _app.SlotAsync(held.Venue), all[2].Artist);
        await director.SubmitAsync(await director.OpenAsync($"/director/applications/{application.Id}/accept"), "Accept Gamma Choir");
        var stored = await held.StoredAsync(2);
        Assert.Equal((HoldState.Converted, true), (stored.State, stored.BookingId is not null));
        Assert.Contains("The hold of Gamma Choir became a booking.", (await director.OpenAsync(held.Page)).Text, StringComparison.Ordinal);
        await AssertSecretAsync(held);
        await _app.AssertWoundAsync();
    }

    [Fact]
    public async Task R22_nobody_is_booked_over_a_hold_and_the_director_reads_whose_it_is_the_artist_does_not()
    {
        var held = await Held.OfAsync(_app, 2);
        var slot = await _app.SlotAsync(held.Venue);
        var (person, artist) = await _app.ArtistAsync("Somebody else");
        var application = await _app.ApplicationAsync(slot, artist);
        var (director, outsider) = (await _app.SignInAsync(held.Director), await _app.SignInAsync(person));
        var page = await director.OpenAsync($"/director/applications/{application.Id}/accept");
        Assert.Contains("Somebody else cannot be booked: Alpha Noise holds this date.", page.Text, StringComparison.Ordinal);
        Assert.False(page.Has("Accept Somebody else"));
        var forced = await director.PostAsync(page.Document.QuerySelector("input[name=__RequestVerificationToken]") is null ? await director.OpenAsync("/account/manage") : page, $"/director/applications/{application.Id}/accept", ("Input.TermsVersion", "1"), ("Input.Answers", "0"));
        Assert.Contains("Alpha Noise holds this date first, until Sat 13 Feb 2027, 13:00.", forced.Text, StringComparison.Ordinal);

        Assert.Null(await _app.OfferAsync(application, 450));
        var refused = await outsider.SubmitAsync(await outsider.OpenAsync($"/artist/applications/{application.Id}"), "Take the offer");
        Assert.Contains("Another artist holds this date.", refused.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Alpha Noise", refused.Text, StringComparison.Ordinal);

        for (var rank = 0; rank < 2; rank++) await director.SubmitAsync(await director.OpenAsync(held.Page), $"Release {Held.Names[rank]}");
        var taken = await outsider.SubmitAsync(await outsider.OpenAsync($"/artist/applications/{application.Id}"), "Take the offer");
        Assert.Contains("You are booked.", taken.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task R22_who_is_booked_while_challenged_has_answered_and_the_others_read_that_the_date_is_gone()
    {
        var held = await Held.OfAsync(_app, 3);
        Assert.Null(await held.AtDeskAsync(desk => desk.ChallengeAsync(held.Holders[1].Hold, EasyGig.Domain.Side.Artist, Held.Ct)));
        var application = await _app.ApplicationAsync(await _app.SlotAsync(held.Venue), held.Holders[0].Artist);
        await _app.AcceptAsync(application);
        Assert.Empty(await held.LiveAsync());
        Assert.Equal([HoldState.Converted, HoldState.Released, HoldState.Released], (await Task.WhenAll(held.StoredAsync(0), held.StoredAsync(1), held.StoredAsync(2))).Select(hold => hold.State));
        Assert.Equal(ChallengeState.Ended, (await held.ChallengeAsync()).State);
        Assert.Equal(["hold_lost", "hold_placed"], await held.ToldAsync(held.Holders[1].Person));
        Assert.DoesNotContain("challenge_lost", await held.ToldAsync(held.Director));
        Assert.Equal(["hold_lost", "hold_placed"], await held.ToldAsync(held.Holders[2].Person));
        await AssertSecretAsync(held);
    }

    [Fact]
    public async Task R22_a_hold_that_is_not_decided_expires_with_a_word_a_day_before_and_the_next_moves_up()
    {
        var held = await Held.OfAsync(_app, 2);
        await _app.WindAsync(TestClock.Start.AddDays(9));
        await _app.WindAsync(TestClock.Start.AddDays(10).AddSeconds(-1));
        Assert.Equal(["hold_placed", "hold_expiring"], await held.ToldAsync(held.Holders[0].Person));
        var artist = await _app.SignInAsync(held.Holders[0].Person);
        Assert.Contains("Your hold at Blue Cellar runs out", (await artist.OpenAsync("/artist")).Text, StringComparison.Ordinal);
        await artist.SubmitAsync(await artist.OpenAsync("/artist/holds"), $"Commit: Blue Cellar, Fri 5 Mar 2027");
        Assert.Equal(["hold_committed"], await held.ToldAsync(held.Director));

        await _app.WindAsync(TestClock.Start.AddDays(10));
        Assert.Equal(["1 Alpha Noise active"], await held.LiveAsync());
        Assert.Equal(["hold_placed", "hold_expiring", "hold_expired"], await held.ToldAsync(held.Holders[1].Person));
        Assert.Contains("The time of Beta Brass to decide was over: its hold expired.", (await (await _app.SignInAsync(held.Director)).OpenAsync(held.Page)).Text, StringComparison.Ordinal);
        await _app.AssertWoundAsync();
        await AssertSecretAsync(held);
    }

    private async Task<Holder> PlacedAsync(Visitor director, Held held, string name)
    {
        var (person, artist) = await _app.ArtistAsync($"{name}", await _app.PersonAsync(EasyGig.Web.Identity.Roles.Artist, $"Manager of {name}"));
        var form = await director.SubmitAsync(await director.OpenAsync($"{held.Page}/place"), "Look", ("q", name));
        var page = await director.SubmitAsync(form, "Hold the date", ("Input.Artist", artist.Slug), ("Input.Note", "We want you."));
        Assert.Equal((HttpStatusCode.OK, held.Page), (page.Status, page.Path));
        Assert.Contains($"{name} holds the date and has been told.", page.Text, StringComparison.Ordinal);
        return new(person, artist, await _app.WithDbAsync(db => db.Holds.Where(h => h.ArtistId == artist.Id).Select(h => h.Id).SingleAsync(Held.Ct)));
    }

    /// <summary>No page and no mail of an artist names another that holds the date.</summary>
    private async Task AssertSecretAsync(Held held)
    {
        foreach (var holder in held.Holders)
        {
            var browser = await _app.SignInAsync(holder.Person);
            List<string> read = [.. await _app.WithDbAsync(db => db.Mails.Where(m => m.Address == holder.Person.Email).Select(m => m.Subject + m.Text + m.Html).ToListAsync(Held.Ct))];
            foreach (var path in (string[])["/artist", "/artist/holds", "/notices", "/artist/applications"]) read.Add((await browser.OpenAsync(path)).Document.DocumentElement.OuterHtml);
            Assert.Contains(read, text => text.Contains(holder.Artist.Profile.Name, StringComparison.Ordinal));
            foreach (var rival in held.Holders.Where(other => other != holder))
                Assert.All(read, text => Assert.DoesNotContain(rival.Artist.Profile.Name, text, StringComparison.Ordinal));
        }
    }
}
