using System.Net;
using EasyGig.Tests.Clockwork;
using EasyGig.Web.Identity;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Tests.Strikes;

/// <summary>R18 as people read it: their own strikes and the way out, and an admin who lifts one.</summary>
public sealed class StrikePageTests : IClassFixture<EasyGigApp>
{
    private readonly EasyGigApp _app;

    public StrikePageTests(EasyGigApp app) => (_app, app.Clock.Now) = (app, TestClock.Start);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task R18_an_artist_reads_why_until_when_and_the_way_out_and_nobody_else_does()
    {
        var ((_, venue), (person, artist)) = (await _app.VenueAsync(), await _app.ArtistAsync());
        var own = await _app.SignInAsync(person);
        Assert.Contains("No strike, and so it should stay.", (await own.OpenAsync("/artist/strikes")).Text, StringComparison.Ordinal);
        await _app.StruckAsync(artist, venue, -20, reason: "They went to the sea instead.");
        Assert.Empty((await own.OpenAsync("/artist")).Document.QuerySelectorAll(".alert"));
        await _app.StruckAsync(artist, venue, -10);

        Assert.Contains("Zenith Trio has 2 strikes: the next one freezes it for 7 days.", (await own.OpenAsync("/artist")).Text, StringComparison.Ordinal);
        var page = await own.OpenAsync("/artist/strikes");
        foreach (var said in (string[])["2 count.", "The next one freezes Zenith Trio for 7 days.", "Zenith Trio did not come", "They went to the sea instead.", "Counts until Tue 13 Jul 2027", "say that you cannot play", "write to us: an admin can lift it."])
            Assert.Contains(said, page.Text, StringComparison.Ordinal);

        await _app.StruckAsync(artist, venue, -1, TestClock.Start.AddDays(6));
        Assert.Contains("Zenith Trio is frozen until Tue 9 Feb 2027, 13:00: it cannot apply, take or make an offer.", (await own.OpenAsync("/artist")).Text, StringComparison.Ordinal);
        var stranger = await _app.SignInAsync((await _app.ArtistAsync("Nightjar")).Person);
        Assert.DoesNotContain("Zenith", (await stranger.OpenAsync("/artist/strikes")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("strike", (await stranger.OpenAsync($"/artists/{artist.Slug}")).Text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task R18_a_director_reads_what_silence_cost_and_when_the_freeze_ends()
    {
        var (director, venue) = await _app.VenueAsync();
        await _app.FrozenAsync(venue);
        var browser = await _app.SignInAsync(director);
        Assert.Contains("Blue Cellar is frozen until Tue 9 Feb 2027, 13:00: it cannot publish, accept, offer or invite.", (await browser.OpenAsync("/director")).Text, StringComparison.Ordinal);
        var page = await browser.OpenAsync("/director/strikes");
        foreach (var said in (string[])["Frozen until Tue 9 Feb 2027, 13:00", "Blue Cellar answered nobody who had applied", "3 count.", "The next one freezes Blue Cellar for 14 days.", "a no is an answer"])
            Assert.Contains(said, page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task R18_an_admin_lifts_a_strike_with_a_reason_and_its_owner_is_free_and_told()
    {
        var (director, venue) = await _app.VenueAsync();
        var strikes = await _app.FrozenAsync(venue);
        var admin = await _app.SignInAsync(await _app.PersonAsync(Roles.Admin));
        var page = await admin.OpenAsync("/admin/strikes?state=standing&side=venue");
        Assert.Contains("Blue Cellar answered nobody", page.Text, StringComparison.Ordinal);
        foreach (var reason in (string[])["", "  ", new('x', 1001)])
        {
            var refused = await admin.PostAsync(page, "/admin/strikes?state=standing", ("id", strikes[0].ToString()), ("Input.Reason", reason));
            Assert.NotEqual("", refused.ErrorOf("Input.Reason"));
            Assert.Equal(reason.Trim(), refused.Document.QuerySelector("details[open] textarea")!.TextContent.Trim());
        }
        Assert.Equal(HttpStatusCode.NotFound, (await admin.PostAsync(page, "/admin/strikes", ("id", Guid.NewGuid().ToString()), ("Input.Reason", "Unfair."))).Status);
        Assert.Equal(0, await _app.WithDbAsync(db => db.Strikes.CountAsync(s => s.VenueId == venue.Id && s.LiftedAt != null, Ct)));

        var done = await admin.PostAsync(page, "/admin/strikes?state=standing", ("id", strikes[0].ToString()), ("Input.Reason", "The mails did not arrive."));
        Assert.Contains("The strike is lifted. Blue Cellar is told why.", done.Text, StringComparison.Ordinal);
        Assert.Contains("This strike is lifted already.", (await admin.PostAsync(page, "/admin/strikes", ("id", strikes[0].ToString()), ("Input.Reason", "Again."))).Text, StringComparison.Ordinal);
        await _app.TickAsync();

        Assert.Equal(["freeze_ended", "strike_lifted"], await _app.WithDbAsync(db => db.Mails.Where(m => m.PersonId == director.Id).Select(m => m.Kind).Order().ToListAsync(Ct)));
        var seen = await (await _app.SignInAsync(director)).OpenAsync("/director/strikes");
        Assert.Contains("The mails did not arrive.", seen.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Frozen until", seen.Text, StringComparison.Ordinal);
        Assert.Contains("lifted a strike.", (await admin.OpenAsync("/admin/audit?fact=strike_lifted")).Text, StringComparison.Ordinal);
        Assert.Contains("The mails did not arrive.", (await admin.OpenAsync("/admin/strikes?state=lifted")).Text, StringComparison.Ordinal);
        await _app.AssertWoundAsync();
    }

    [Theory]
    [InlineData(Roles.Artist)]
    [InlineData(Roles.ArtDirector)]
    [InlineData(Roles.Promoter)]
    public async Task R18_nobody_but_an_admin_lifts_a_strike(string role)
    {
        var (_, venue) = await _app.VenueAsync();
        var id = await _app.StruckAsync(venue, -20);
        var browser = await _app.SignInAsync(await _app.PersonAsync(role));
        var answer = await browser.PostAsync(await browser.OpenAsync("/account/manage"), "/admin/strikes", ("id", id.ToString()), ("Input.Reason", "I should like it gone."));
        Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
        Assert.Null(await _app.WithDbAsync(db => db.Strikes.Where(s => s.Id == id).Select(s => s.LiftedAt).SingleAsync(Ct)));
    }

    [Fact]
    public async Task R18_its_owner_alone_is_told_when_a_strike_lapses_and_a_freeze_ends()
    {
        var ((director, venue), (person, artist)) = (await _app.VenueAsync(), await _app.ArtistAsync());
        await _app.FrozenAsync(artist, venue);
        await _app.WindAsync(TestClock.Start.AddDays(6));
        await _app.WindAsync(TestClock.Start.AddDays(160));
        await _app.TickAsync();
        Assert.Equal(["freeze_ended", "strike_lapsed"], await _app.WithDbAsync(db => db.Mails.Where(m => m.PersonId == person.Id && (m.Kind == "freeze_ended" || m.Kind == "strike_lapsed")).Select(m => m.Kind).Order().ToListAsync(Ct)));
        Assert.False(await _app.WithDbAsync(db => db.Mails.AnyAsync(m => m.PersonId == director.Id && (m.Kind == "freeze_ended" || m.Kind == "strike_lapsed"), Ct)));
    }
}
