using EasyGig.Tests.Strikes;

namespace EasyGig.Tests.Holds;

/// <summary>R18: holding a date, challenging and committing are like an offer and a yes, and so not for a side that is frozen.</summary>
public sealed class HoldFreezeTests : IClassFixture<EasyGigApp>
{
    private readonly EasyGigApp _app;

    public HoldFreezeTests(EasyGigApp app) => (_app, app.Clock.Now) = (app, TestClock.Start);

    [Fact]
    public async Task R18_a_frozen_venue_places_no_hold_and_challenges_for_nobody_but_releases()
    {
        var held = await Held.OfAsync(_app, 2);
        var (director, other) = (await _app.SignInAsync(held.Director), (await _app.ArtistAsync("Echo Park")).Artist);
        await _app.FrozenAsync(held.Venue);
        foreach (var refused in (PageView[])[
            await director.SubmitAsync(await director.OpenAsync($"{held.Page}/place?artist={other.Slug}"), "Hold the date"),
            await director.SubmitAsync(await director.OpenAsync(held.Page), "Challenge for Beta Brass")])
            Assert.Contains("three strikes freeze the venue", refused.Text, StringComparison.Ordinal);
        Assert.Equal(["1 Alpha Noise active", "2 Beta Brass active"], await held.LiveAsync());
        await director.SubmitAsync(await director.OpenAsync(held.Page), "Release Alpha Noise");
        Assert.Equal(["1 Beta Brass active"], await held.LiveAsync());
    }

    [Fact]
    public async Task R18_a_frozen_artist_neither_commits_nor_challenges_but_releases()
    {
        var held = await Held.OfAsync(_app, 2);
        var people = (await _app.SignInAsync(held.Holders[0].Person), await _app.SignInAsync(held.Holders[1].Person));
        foreach (var holder in held.Holders) await _app.FrozenAsync(holder.Artist, (await _app.VenueAsync("Elsewhere")).Venue);
        foreach (var refused in (PageView[])[
            await people.Item1.SubmitAsync(await people.Item1.OpenAsync("/artist/holds"), "Commit: Blue Cellar, Fri 5 Mar 2027"),
            await people.Item2.SubmitAsync(await people.Item2.OpenAsync("/artist/holds"), "Challenge")])
            Assert.Contains("three strikes freeze the artist", refused.Text, StringComparison.Ordinal);
        Assert.Equal(["1 Alpha Noise active", "2 Beta Brass active"], await held.LiveAsync());
        await people.Item1.SubmitAsync(await people.Item1.OpenAsync("/artist/holds"), "Release the date");
        Assert.Equal(["1 Beta Brass active"], await held.LiveAsync());
    }
}
