using System.Net;
using EasyGig.Domain.Groups;
using EasyGig.Domain.Rosters;
using EasyGig.Tests.Clockwork;
using EasyGig.Tests.Groups;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Tests.Rosters;

/// <summary>R23: nobody is put forward who has not said yes to it.</summary>
public sealed class RosterPageTests : IClassFixture<EasyGigApp>
{
    private readonly EasyGigApp _app;

    public RosterPageTests(EasyGigApp app) => (_app, app.Clock.Now) = (app, TestClock.Start);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task R23_a_promoter_asks_an_artist_by_name_and_the_artist_says_yes()
    {
        var (promoter, organisation) = await _app.OrganisationAsync("Placing Crew");
        var (person, artist) = await _app.ArtistAsync("Quetzal Quartet");
        var browser = await _app.SignInAsync(promoter);
        var found = await browser.SubmitAsync(await browser.OpenAsync("/promoter/roster"), "Look", ("q", "Quetzal"));
        var nobody = await browser.SubmitAsync(found, "Ask them", ("Input.Note", "We know your rooms."));
        Assert.NotEqual("", nobody.ErrorOf("Input.Artist"));
        Assert.Contains("We know your rooms.", nobody.Text, StringComparison.Ordinal);
        var asked = await browser.SubmitAsync(nobody, "Ask them", ("Input.Artist", artist.Slug));
        Assert.Contains("The artist is asked.", asked.Text, StringComparison.Ordinal);
        Assert.Equal([person.Email!], await MailsAsync("roster_asked", artist.Id));
        var again = await browser.PostAsync(asked, "/promoter/roster", ("Input.Artist", artist.Slug));
        Assert.Contains("has been asked already", again.Text, StringComparison.Ordinal);
        Assert.Contains("First, fill your roster.", (await browser.OpenAsync("/promoter/groups/new")).Text, StringComparison.Ordinal);

        var other = await _app.SignInAsync(person);
        Assert.Contains("Placing Crew asks to put Quetzal Quartet forward", (await other.OpenAsync("/artist")).Text, StringComparison.Ordinal);
        var page = await other.OpenAsync("/artist/roster");
        Assert.Contains("We know your rooms.", page.Text, StringComparison.Ordinal);
        Assert.Contains("You are told each time", page.Text, StringComparison.Ordinal);
        var done = await other.SubmitAsync(page, "Yes, they may: Placing Crew, Quetzal Quartet");

        Assert.Contains("They may put you forward from now on.", done.Text, StringComparison.Ordinal);
        Assert.Equal([promoter.Email!], await MailsAsync("roster_joined", artist.Id));
        Assert.Contains("Quetzal Quartet", (await browser.OpenAsync("/promoter/roster")).Document.QuerySelector(".stack")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(RosterState.On, await StateAsync(organisation.Id, artist.Id));
    }

    [Fact]
    public async Task R23_who_said_no_is_left_in_peace_for_30_days()
    {
        var (promoter, organisation) = await _app.OrganisationAsync("Placing Crew");
        var (person, artist) = await _app.ArtistAsync("Solo Uno");
        var (browser, other) = (await _app.SignInAsync(promoter), await _app.SignInAsync(person));
        var page = await browser.OpenAsync("/promoter/roster");
        await browser.PostAsync(page, "/promoter/roster", ("Input.Artist", artist.Slug));
        var no = await other.SubmitAsync(await other.OpenAsync("/artist/roster"), "No, they may not: Placing Crew, Solo Uno");
        Assert.Contains("You said no.", no.Text, StringComparison.Ordinal);
        Assert.Equal([promoter.Email!], await MailsAsync("roster_declined", artist.Id));

        _app.Clock.Now = TestClock.Start + RosterEntry.Peace - TimeSpan.FromSeconds(1);
        browser = await _app.SignInAsync(promoter); // no session lasts that long
        Assert.Contains("You may ask again from ", (await browser.PostAsync(await browser.OpenAsync("/promoter/roster"), "/promoter/roster", ("Input.Artist", artist.Slug))).Text, StringComparison.Ordinal);
        _app.Clock.Now = TestClock.Start + RosterEntry.Peace;
        Assert.Contains("The artist is asked.", (await browser.PostAsync(await browser.OpenAsync("/promoter/roster"), "/promoter/roster", ("Input.Artist", artist.Slug))).Text, StringComparison.Ordinal);
        Assert.Equal(1, await _app.WithDbAsync(db => db.RosterEntries.CountAsync(e => e.OrganisationId == organisation.Id && e.State == RosterState.Asked, Ct)));
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task R23_either_side_ends_it_and_the_groups_that_wait_fall(bool byArtist)
    {
        var scene = await Placed.OfAsync(_app);
        var browser = await _app.SignInAsync(byArtist ? scene.Pairs[0].Artist : scene.Promoter);
        var page = await browser.OpenAsync(byArtist ? "/artist/roster" : "/promoter/roster");
        Assert.Contains("The group that waits for answers falls with it.", page.Text, StringComparison.Ordinal);

        var done = await browser.SubmitAsync(page, byArtist ? "Leave the roster of Placing Crew" : "Take off the roster: Band 1");
        Assert.Equal(GroupRefusals.Over, await scene.AgreeAsync(1)); // already before the clockwork has seen it
        await _app.TickAsync();

        Assert.Contains(byArtist ? "You left the roster." : "not on your roster any more", done.Text, StringComparison.Ordinal);
        Assert.Equal([(byArtist ? scene.Promoter : scene.Pairs[0].Artist).Email!], await MailsAsync(byArtist ? "roster_left" : "roster_ended", scene.Pairs[0].Band.Id));
        Assert.Equal((GroupState.Refused, GroupEnd.ConsentEnded), ((await scene.StoredAsync()).State, (await scene.StoredAsync()).Ending));
        await _app.AssertWoundAsync();
    }

    [Fact]
    public async Task R23_a_roster_is_nobody_elses()
    {
        var (scene, other) = (await Placed.OfAsync(_app), await Placed.OfAsync(_app));
        var entry = await _app.WithDbAsync(db => db.RosterEntries.Where(e => e.OrganisationId == scene.Organisation.Id).Select(e => e.Id).FirstAsync(Ct));
        var (promoter, artist) = (await _app.SignInAsync(other.Promoter), await _app.SignInAsync(other.Pairs[0].Artist));
        Assert.Equal(HttpStatusCode.NotFound, (await promoter.PostAsync(await promoter.OpenAsync("/promoter/roster"), $"/promoter/roster?handler=End&id={entry}")).Status);
        foreach (var handler in (string[])["Consent", "Decline", "Leave"])
            Assert.Equal(HttpStatusCode.NotFound, (await artist.PostAsync(await artist.OpenAsync("/artist/roster"), $"/artist/roster?handler={handler}&id={entry}")).Status);
    }

    private Task<RosterState> StateAsync(Guid organisation, Guid artist) => _app.WithDbAsync(db => db.RosterEntries.Where(e => e.OrganisationId == organisation && e.ArtistId == artist).Select(e => e.State).SingleAsync(Ct));

    private Task<List<string>> MailsAsync(string kind, Guid artist) => _app.WithDbAsync(db =>
        db.Mails.Where(m => m.Kind == kind && (
            db.Artists.Any(a => a.Id == artist && a.Members.Any(member => member.PersonId == m.PersonId))
            || db.RosterEntries.Any(e => e.ArtistId == artist && db.Organisations.Any(o => o.Id == e.OrganisationId && o.Members.Any(member => member.PersonId == m.PersonId))))).Select(m => m.Address).ToListAsync(Ct));
}
