using System.Net;
using EasyGig.Domain;
using EasyGig.Tests.Clockwork;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Tests.Holds;

/// <summary>The pages of holds: what is typed wrong is said beside its field, strangers find nothing, and both sides read what is theirs.</summary>
public sealed class HoldPageTests : IClassFixture<EasyGigApp>
{
    private readonly EasyGigApp _app;

    public HoldPageTests(EasyGigApp app) => (_app, app.Clock.Now) = (app, TestClock.Start);

    [Theory]
    [InlineData("Input.DecideOn", "2027-02-01", "The artist needs time to decide")]
    [InlineData("Input.DecideOn", "2027-03-06", "The artist decides before the day is over.")]
    [InlineData("Input.DecideOn", "9999-12-31", "The artist decides before the day is over.")]
    [InlineData("Input.DecideOn", "0001-01-01", "The artist needs time to decide")]
    [InlineData("Input.DecideOn", "", "Please fill in")]
    [InlineData("Input.Artist", "nobody-at-all", "There is no such artist.")]
    public async Task R22_what_cannot_be_is_said_beside_its_field_and_what_was_typed_stays(string field, string value, string sentence)
    {
        var held = await Held.OfAsync(_app, 0);
        var (artist, director) = ((await _app.ArtistAsync("Echo Park")).Artist, await _app.SignInAsync(held.Director));
        var form = await director.OpenAsync($"{held.Page}/place?artist={artist.Slug}");
        (string Name, object Value)[] fields = [("Input.Note", "For the second set."), (field, value)];
        var page = await director.SubmitAsync(form, "Hold the date", fields);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains(sentence, page.ErrorOf(field), StringComparison.Ordinal);
        Assert.Contains("For the second set.", page.Document.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.Empty(await held.LiveAsync());
    }

    [Fact]
    public async Task R22_a_time_that_the_clocks_skip_is_refused_beside_its_field()
    {
        var held = await Held.OfAsync(_app, 0, date: new(2027, 4, 20));
        var (artist, director) = ((await _app.ArtistAsync("Echo Park")).Artist, await _app.SignInAsync(held.Director));
        var page = await director.SubmitAsync(await director.OpenAsync($"{held.Page}/place?artist={artist.Slug}"), "Hold the date", ("Input.DecideOn", "2027-03-28"), ("Input.DecideAt", "02:30"));
        Assert.Contains("At 02:30 the clocks of Europe/Rome go forward", page.ErrorOf("Input.DecideAt"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task R22_a_hold_is_decided_within_14_days_unless_somebody_says_otherwise_and_before_the_date()
    {
        var held = await Held.OfAsync(_app, 0);
        var (artist, director) = ((await _app.ArtistAsync("Echo Park")).Artist, await _app.SignInAsync(held.Director));
        await director.SubmitAsync(await director.OpenAsync($"{held.Page}/place?artist={artist.Slug}"), "Hold the date");
        Assert.Contains("Wed 17 Feb 2027, 18:00", (await director.OpenAsync(held.Page)).Text, StringComparison.Ordinal);
        var soon = held with { Date = new(2027, 2, 6) };
        var form = await director.OpenAsync($"{soon.Page}/place?artist={artist.Slug}");
        Assert.Equal("2027-02-05", form.Document.QuerySelector("[name='Input.DecideOn']")!.GetAttribute("value"));
        Assert.Contains("This artist holds the date already.", (await director.SubmitAsync(await director.OpenAsync($"{held.Page}/place?artist={(await _app.ArtistAsync("Echo")).Artist.Slug}"), "Hold the date", ("Input.Artist", artist.Slug))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task R22_a_strangers_holds_and_dates_do_not_exist()
    {
        var held = await Held.OfAsync(_app, 2);
        var (other, somebody) = (await Held.OfAsync(_app, 1), await _app.SignInAsync((await _app.VenueAsync()).Director));
        var rival = await _app.SignInAsync(held.Holders[1].Person);
        foreach (var path in (string[])[held.Page, $"{held.Page}/place"]) Assert.Equal(HttpStatusCode.NotFound, (await somebody.OpenAsync(path)).Status);
        foreach (var date in (string[])["2027-13-40", "tomorrow", "0001-01-01", "9999-12-31"])
            Assert.Equal(HttpStatusCode.NotFound, (await (await _app.SignInAsync(held.Director)).OpenAsync($"/director/holds/{held.Stage}/{date}")).Status);
        var page = await rival.OpenAsync("/artist/holds");
        foreach (var act in (string[])["Commit", "Challenge", "Release"])
            Assert.Equal(HttpStatusCode.NotFound, (await rival.PostAsync(page, $"/artist/holds?handler={act}&id={held.Holders[0].Hold}")).Status);
        var own = await _app.SignInAsync(held.Director);
        foreach (var act in (string[])["Challenge", "Release"]) // a hold of another house, or of another date, is not on this one
            Assert.Equal(HttpStatusCode.NotFound, (await own.PostAsync(await own.OpenAsync(held.Page), $"{held.Page}?handler={act}&hold={other.Holders[0].Hold}")).Status);
        Assert.Equal((2, 1), ((await held.LiveAsync()).Length, (await other.LiveAsync()).Length));
    }

    [Fact]
    public async Task R22_a_venue_says_how_long_those_have_who_are_challenged_and_its_time_is_shown()
    {
        var held = await Held.OfAsync(_app, 2, profile => profile with { TimeZone = "Europe/London" }, date: new(2027, 4, 20), decideBy: TestClock.Start.AddDays(70));
        var director = await _app.SignInAsync(held.Director);
        await director.SubmitAsync(await director.OpenAsync($"/director/venue/{held.Venue.Id}"), "Save", ("Input.AnswerHours", 24));
        _app.Clock.Now = new(2027, 3, 27, 18, 30, 0, TimeSpan.Zero); // the clocks go forward in the night
        director = await _app.SignInAsync(held.Director);
        await director.SubmitAsync(await director.OpenAsync(held.Page), "Challenge for Beta Brass");
        Assert.Equal(_app.Clock.Now.AddHours(24), (await held.ChallengeAsync()).DueAt);
        Assert.Contains("Alpha Noise answers by Sun 28 Mar 2027, 19:30.", (await director.OpenAsync(held.Page)).Text, StringComparison.Ordinal);
        var asked = await (await _app.SignInAsync(held.Holders[0].Person)).OpenAsync("/artist/holds");
        Assert.Contains("Sun 28 Mar 2027, 19:30", asked.Text, StringComparison.Ordinal);
        Assert.Contains("Europe/London (UTC+1)", asked.Text, StringComparison.Ordinal);
        Assert.Equal(["hold_placed", "challenge_started"], await held.ToldAsync(held.Holders[1].Person));
        var bad = await director.PostAsync(await director.OpenAsync($"/director/venue/{held.Venue.Id}"), $"/director/venue/{held.Venue.Id}", ("Input.AnswerHours", "1"), ("Input.Name", "House"), ("Input.Address", "Via 1"), ("Input.City", "Bologna"), ("Input.TimeZone", "Europe/Rome"));
        Assert.Equal(HttpStatusCode.OK, bad.Status);
        Assert.Equal("Europe/London", await _app.WithDbAsync(db => db.Venues.Where(v => v.Id == held.Venue.Id).Select(v => v.Profile.TimeZone).SingleAsync(Held.Ct)));
    }

    [Fact]
    public async Task R22_who_is_asked_commits_in_time_and_everybody_reads_what_is_theirs()
    {
        var held = await Held.OfAsync(_app, 2);
        Assert.Null(await held.AtDeskAsync(desk => desk.ChallengeAsync(held.Holders[1].Hold, Side.Artist, Held.Ct)));
        var first = await _app.SignInAsync(held.Holders[0].Person);
        var page = await first.OpenAsync("/artist/holds");
        _app.Clock.Now = TestClock.Start.AddHours(48);
        Assert.Contains("The deadline has passed", (await first.SubmitAsync(page, "Commit: Blue Cellar, Fri 5 Mar 2027")).Text, StringComparison.Ordinal);
        _app.Clock.Now = TestClock.Start.AddHours(48).AddTicks(-10);
        Assert.Contains("You are ready, and the venue has been told.", (await first.SubmitAsync(page, "Commit: Blue Cellar, Fri 5 Mar 2027")).Text, StringComparison.Ordinal);
        await _app.WindAsync(TestClock.Start.AddHours(48));
        Assert.Equal(["1 Alpha Noise active", "2 Beta Brass active"], await held.LiveAsync());
        Assert.Equal(["hold_placed", "challenge_lost"], await held.ToldAsync(held.Holders[1].Person));
        Assert.Equal(["challenge_started", "challenge_lost"], await held.ToldAsync(held.Director));
        var history = (await (await _app.SignInAsync(held.Director)).OpenAsync(held.Page)).Document.QuerySelector(".timeline")!.TextContent;
        foreach (var line in (string[])["Alpha Noise was asked to commit or to release.", "Alpha Noise committed: nobody moves past it.", "The challenge of Beta Brass is lost"]) Assert.Contains(line, history, StringComparison.Ordinal);
    }

    [Fact]
    public async Task R22_a_history_says_for_which_side_somebody_acted_whoever_belongs_to_it_since()
    {
        var held = await Held.OfAsync(_app, 2);
        var (once, artist) = (await _app.SignInAsync(held.Director), await _app.SignInAsync(held.Holders[1].Person));
        var next = (await _app.DirectorsAsync(held.Venue, 1))[0];
        await artist.SubmitAsync(await artist.OpenAsync("/artist/holds"), "Release the date");
        await once.SubmitAsync(await once.OpenAsync(held.Page), "Release Alpha Noise");
        await _app.WithDbAsync(db => db.Database.ExecuteSqlAsync($"UPDATE venue_directors SET person_id = {held.Holders[1].Person.Id} WHERE venue_id = {held.Venue.Id} AND person_id = {held.Director.Id}"));

        var history = (await (await _app.SignInAsync(next)).OpenAsync(held.Page)).Document.QuerySelector(".timeline")!.TextContent;
        Assert.Contains("Dora Conti (Blue Cellar) released the hold of Alpha Noise.", history, StringComparison.Ordinal);
        Assert.Contains("Beta Brass released its hold.", history, StringComparison.Ordinal);
        Assert.Contains("Blue Cellar released the hold of Alpha Noise.", (await (await _app.SignInAsync(held.Holders[0].Person)).OpenAsync("/artist/holds")).Text, StringComparison.Ordinal);
    }
}
