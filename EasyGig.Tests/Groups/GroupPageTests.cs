using EasyGig.Domain.Applications;
using EasyGig.Domain.Groups;
using EasyGig.Domain.Slots;
using EasyGig.Tests.Clockwork;
using EasyGig.Web.Identity;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Tests.Groups;

/// <summary>R23: a promoter puts artists forward together, and swaps or takes back.</summary>
public sealed class GroupPageTests : IClassFixture<EasyGigApp>
{
    private readonly EasyGigApp _app;

    public GroupPageTests(EasyGigApp app) => (_app, app.Clock.Now) = (app, TestClock.Start);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task R23_a_group_is_put_together_on_one_page_and_sent_whole()
    {
        var scene = await Placed.OfAsync(_app, submit: false);
        var (one, two) = (scene.Pairs[0], scene.Pairs[1]);
        var browser = await _app.SignInAsync(scene.Promoter);

        var from = await browser.OpenAsync($"/slots/{one.Slot.Id}");
        var page = await browser.OpenAsync(from.Document.QuerySelector("#apply a.btn-primary")!.GetAttribute("href")!);
        Assert.Contains("A group needs a second evening.", page.Text, StringComparison.Ordinal);
        page = await browser.SubmitAsync(page, "Look for slots", ("Input.City", "Bologna"), ("Input.From", "2027-03-06"), ("Input.Lines[0].Message", "Loud and kind."));
        page = await browser.SubmitAsync(page, "Add those", ("Input.Add", two.Slot.Id));
        Assert.Equal("Loud and kind.", page.Document.QuerySelector("#Input_Lines_0__Message")!.TextContent.Trim());
        var sent = await browser.SubmitAsync(page, "Send the group",
            ("Input.Lines[0].ArtistId", one.Band.Id), ("Input.Lines[0].Fee", 350), ("Input.Lines[1].ArtistId", two.Band.Id), ("Input.Lines[1].Message", "They know your room."));

        Assert.Contains("Your group is on its way.", sent.Text, StringComparison.Ordinal);
        Assert.Contains("0 of 2 have said yes", sent.Text, StringComparison.Ordinal);
        Assert.Contains("Band 1, Band 2", (await browser.OpenAsync("/promoter/groups")).Text, StringComparison.Ordinal);
        Assert.Contains("Groups that wait for answers", (await browser.OpenAsync("/promoter")).Text, StringComparison.Ordinal);
        var stored = await _app.WithDbAsync(db => db.Groups.AsNoTracking().SingleAsync(g => g.OrganisationId == scene.Organisation.Id, Ct));
        Assert.Equal((GroupState.Submitted, TestClock.Start + Group.Time), (stored.State, stored.DueAt));
        var fees = await _app.WithDbAsync(db => db.Applications.Where(a => a.GroupId == stored.Id).OrderBy(a => a.Fee.Amount).Select(a => new { a.Fee.Amount, a.State }).ToListAsync(Ct));
        Assert.Equal([(350m, ApplicationState.Submitted), (500m, ApplicationState.Submitted)], fees.Select(fee => (fee.Amount, fee.State)));
        Assert.Equal(Told(one.Director, two.Director), await scene.ToldAsync("applied"));
        Assert.Equal(Told(one.Artist, two.Artist), await scene.ToldAsync("placed"));
        var mail = await _app.WithDbAsync(db => db.Mails.SingleAsync(m => m.PersonId == one.Director.Id && m.Kind == "applied", Ct));
        Assert.Contains("Group: Placing Crew, to be answered by", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task R23_each_line_that_is_wrong_is_named_and_nothing_is_sent()
    {
        var scene = await Placed.OfAsync(_app, count: 4, submit: false);
        await _app.ApplicationAsync(scene.Pairs[1].Slot, scene.Pairs[1].Band);
        var elsewhere = await _app.SlotAsync((await _app.VenueAsync("Elsewhere")).Venue, inDays: 32);
        await _app.AcceptAsync(await _app.ApplicationAsync(elsewhere, scene.Pairs[2].Band));
        var overlap = await _app.SlotAsync((await _app.VenueAsync("Beside")).Venue, inDays: 33);
        var soon = await _app.SlotAsync((await _app.VenueAsync("Soon")).Venue, inDays: 1);
        var browser = await _app.SignInAsync(scene.Promoter);
        var slots = scene.Pairs.Select(pair => pair.Slot).Append(overlap).Append(soon).ToList();
        var page = await browser.OpenAsync("/promoter/groups/new?" + string.Join('&', slots.Select(slot => $"slot={slot.Id}")));
        var artists = scene.Pairs.Select(pair => pair.Band.Id).Append(scene.Pairs[3].Band.Id).Append(scene.Pairs[0].Band.Id).ToList();
        var fields = Enumerable.Range(0, 6).SelectMany(i => ((string, object)[])[($"Input.Lines[{i}].ArtistId", artists[i]), ($"Input.Lines[{i}].Message", $"Message {i}."), ($"Input.Lines[{i}].Fee", i == 0 ? 900 : 400)]).ToArray();

        var answer = await browser.SubmitAsync(page, "Send the group", fields);

        Assert.Contains("nothing was sent", answer.Text, StringComparison.Ordinal);
        Assert.Contains("€300–€500", answer.ErrorOf("Input.Lines[0].Fee"), StringComparison.Ordinal);
        Assert.Contains("has applied for this slot already", answer.ErrorOf("Input.Lines[1].ArtistId"), StringComparison.Ordinal);
        Assert.Contains("The artist plays at Elsewhere at that time", answer.ErrorOf("Input.Lines[2].ArtistId"), StringComparison.Ordinal);
        Assert.Equal("", answer.ErrorOf("Input.Lines[3].ArtistId"));
        Assert.Contains("In this group the artist plays", answer.ErrorOf("Input.Lines[4].ArtistId"), StringComparison.Ordinal);
        Assert.NotEqual("", answer.ErrorOf("Input.Lines[5].SlotId"));
        Assert.Equal("Message 5.", answer.Document.QuerySelector("#Input_Lines_5__Message")!.TextContent.Trim());
        Assert.Equal(0, await _app.WithDbAsync(db => db.Groups.CountAsync(g => g.OrganisationId == scene.Organisation.Id, Ct)));
        Assert.Equal(0, await _app.WithDbAsync(db => db.Applications.CountAsync(a => a.GroupId != null && a.ArtistId == scene.Pairs[3].Band.Id, Ct)));
        Assert.Empty(await scene.ToldAsync("placed"));
    }

    [Fact]
    public async Task R23_what_is_not_filled_in_is_said_beside_it_and_one_evening_is_no_group()
    {
        var scene = await Placed.OfAsync(_app, submit: false);
        var browser = await _app.SignInAsync(scene.Promoter);
        var page = await browser.OpenAsync($"/promoter/groups/new?slot={scene.Pairs[0].Slot.Id}&slot={scene.Pairs[1].Slot.Id}");
        var empty = await browser.SubmitAsync(page, "Send the group", ("Input.Lines[0].Fee", "abc"), ("Input.Lines[1].Message", new string('x', 2001)));
        foreach (var field in (string[])["[0].ArtistId", "[0].Fee", "[0].Message", "[1].ArtistId", "[1].Message"]) Assert.NotEqual("", empty.ErrorOf($"Input.Lines{field}"));
        Assert.Equal("abc", empty.Document.QuerySelector("#Input_Lines_0__Fee")!.GetAttribute("value"));

        var one = await browser.SubmitAsync(empty, $"Leave out Venue 1, Fri 5 Mar 2027, 21:00–00:00");
        Assert.Null(one.Document.QuerySelector("#Input_Lines_1__Message"));
        var refused = await browser.PostAsync(one, "/promoter/groups/new", ("Input.Lines[0].SlotId", scene.Pairs[1].Slot.Id.ToString()),
            ("Input.Lines[0].ArtistId", scene.Pairs[1].Band.Id.ToString()), ("Input.Lines[0].Fee", "400"), ("Input.Lines[0].Message", "Hello"), ("Input.Lines[0].TermsVersion", "1"));
        Assert.Contains("A group has 2 to 12 evenings.", refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task R23_only_artists_of_the_roster_are_put_forward()
    {
        var (scene, (_, stranger)) = (await Placed.OfAsync(_app, submit: false), await _app.ArtistAsync("Stranger"));
        var browser = await _app.SignInAsync(scene.Promoter);
        var page = await browser.OpenAsync("/promoter/groups/new");
        var fields = scene.Pairs.SelectMany((pair, i) => ((string, string)[])[($"Input.Lines[{i}].SlotId", $"{pair.Slot.Id}"), ($"Input.Lines[{i}].ArtistId", $"{stranger.Id}"), ($"Input.Lines[{i}].Fee", "400"), ($"Input.Lines[{i}].Message", "Hello"), ($"Input.Lines[{i}].TermsVersion", "1")]);
        Assert.Contains("is not on your roster", (await browser.PostAsync(page, "/promoter/groups/new", [.. fields])).Text, StringComparison.Ordinal);
        Assert.Equal(0, await _app.WithDbAsync(db => db.Applications.CountAsync(a => a.ArtistId == stranger.Id, Ct)));
    }

    [Fact]
    public async Task R23_an_artist_is_swapped_until_the_group_is_complete_and_a_yes_to_the_one_before_is_void()
    {
        var scene = await Placed.OfAsync(_app);
        var (_, other) = await _app.ArtistAsync("Band 3");
        await _app.OnRosterAsync(scene.Organisation, other);
        Assert.Null(await scene.AgreeAsync(0));
        var old = await scene.ApplicationAsync(0);
        var browser = await _app.SignInAsync(scene.Promoter);
        var page = await browser.OpenAsync(scene.Page);
        Assert.Contains("1 of 2 have said yes", page.Text, StringComparison.Ordinal);

        var refused = await browser.SubmitAsync(page, "Swap Band 1", ("Input.ArtistId", other.Id), ("Input.Fee", 900), ("Input.Message", "Just as loud."));
        Assert.Contains("€300–€500", refused.ErrorOf("Input.Fee"), StringComparison.Ordinal);
        Assert.Contains("Just as loud.", refused.Text, StringComparison.Ordinal);
        var done = await browser.SubmitAsync(refused, "Swap Band 1", ("Input.Fee", 450));

        Assert.Contains("Band 1 makes way for Band 3. Venue 1 is asked again.", done.Text, StringComparison.Ordinal);
        Assert.Contains("0 of 2 have said yes", done.Text, StringComparison.Ordinal);
        Assert.Equal(ApplicationState.Withdrawn, await _app.WithDbAsync(db => db.Applications.Where(a => a.Id == old).Select(a => a.State).SingleAsync(Ct)));
        Assert.Equal(Told(scene.Pairs[0].Artist, scene.Pairs[0].Director), await scene.ToldAsync("replaced"));
        await _app.TickAsync(); // the application that made way breaks nothing
        Assert.Equal(GroupState.Submitted, (await scene.StoredAsync()).State);
        Assert.Null(await scene.AgreeAsync(1));
        Assert.Null(await scene.AgreeAsync(0));
        Assert.Equal([ApplicationState.Accepted, ApplicationState.Accepted], await scene.StatesAsync());
        Assert.Contains("waits for no answers any more", (await browser.SubmitAsync(done, "Swap Band 2", ("Input.ArtistId", scene.Pairs[0].Band.Id), ("Input.Message", "Hello"))).Text, StringComparison.Ordinal);
        await _app.AssertWoundAsync();
    }

    [Fact]
    public async Task R23_the_promoter_takes_the_whole_back_and_everybody_is_told()
    {
        var scene = await Placed.OfAsync(_app);
        var browser = await _app.SignInAsync(scene.Promoter);

        var done = await browser.SubmitAsync(await browser.OpenAsync(scene.Page), "Take the group back");

        Assert.Contains("You took the group back.", done.Text, StringComparison.Ordinal);
        Assert.Equal((GroupState.Refused, GroupEnd.TakenBack), ((await scene.StoredAsync()).State, (await scene.StoredAsync()).Ending));
        Assert.Equal([ApplicationState.Withdrawn, ApplicationState.Withdrawn], await scene.StatesAsync());
        Assert.Equal(Told([.. scene.Pairs.SelectMany(pair => (Person[])[pair.Artist, pair.Director])]), await scene.ToldAsync("group_fell"));
        Assert.Equal([SlotState.Open, SlotState.Open], await scene.SlotsAsync());
        await scene.SubmitAsync(); // the slots and the artists are free for another
    }

    [Fact]
    public async Task R23_a_group_is_nobody_elses()
    {
        var (scene, other) = (await Placed.OfAsync(_app), await Placed.OfAsync(_app));
        var (stranger, director) = (await _app.SignInAsync(other.Promoter), await _app.SignInAsync(other.Pairs[0].Director));
        var own = await stranger.OpenAsync(other.Page);
        var application = await scene.ApplicationAsync(0);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await stranger.OpenAsync(scene.Page)).Status);
        foreach (var path in (string[])[$"{scene.Page}?handler=Withdraw", $"{scene.Page}?handler=Swap&application={application}", $"{other.Page}?handler=Swap&application={application}"])
            Assert.Equal(System.Net.HttpStatusCode.NotFound, (await stranger.PostAsync(own, path, ("Input.ArtistId", $"{other.Pairs[0].Band.Id}"), ("Input.Fee", "400"), ("Input.Message", "Hello"))).Status);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await director.PostAsync(await director.OpenAsync("/director"), $"/director/applications/{application}/agree")).Status);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await director.PostAsync(await director.OpenAsync("/director"), $"/director/applications/{application}?handler=Unagree")).Status);
        Assert.Equal(GroupState.Submitted, (await scene.StoredAsync()).State);
    }

    private static string[] Told(params Person[] people) => [.. people.Select(person => person.Email!).Order()];
}
