using EasyGig.Domain.Slots;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Tests.Groups;

/// <summary>R23: whatever button is pressed on the form of a group, nothing is lost that was chosen, typed or found.</summary>
public sealed class GroupFormTests : IClassFixture<EasyGigApp>
{
    private readonly EasyGigApp _app;

    public GroupFormTests(EasyGigApp app) => (_app, app.Clock.Now) = (app, TestClock.Start);

    [Fact]
    public async Task R23_what_was_ticked_stands_in_the_group_whichever_button_is_pressed_and_what_was_found_stays()
    {
        var scene = await Placed.OfAsync(_app, count: 4, submit: false);
        var browser = await _app.SignInAsync(scene.Promoter);
        var page = await browser.SubmitAsync(await browser.OpenAsync("/promoter/groups/new"), "Look for slots", ("Input.City", "Bologna"), ("Input.From", "2027-03-05"));
        page = await browser.SubmitAsync(page, "Look for slots", ("Input.Add", Id(scene, 0)), ("Input.From", "2027-03-06"));
        Assert.Equal([Id(scene, 0)], Lines(page));

        page = await browser.SubmitAsync(page, "Look for slots", ("Input.Add", Id(scene, 1)), ("Input.From", "soon"), ("Input.Lines[0].Message", "Loud and kind."));
        Assert.NotEqual("", page.ErrorOf("Input.From"));
        Assert.Equal([Id(scene, 0), Id(scene, 1)], Lines(page));

        page = await browser.SubmitAsync(page, "Send the group", ("Input.Add", Id(scene, 2)), ("Input.From", "2027-03-06"));
        Assert.Contains("The evenings that you ticked stand in the group now", page.Text, StringComparison.Ordinal);
        Assert.NotEqual("", page.ErrorOf("Input.Lines[1].ArtistId"));
        Assert.Equal([Id(scene, 0), Id(scene, 1), Id(scene, 2)], Lines(page));
        Assert.NotNull(page.Document.QuerySelector($"#add-{Id(scene, 3)}")); // what was found is still there
        Assert.Equal("Bologna", page.Document.QuerySelector("#Input_City")!.GetAttribute("value"));

        page = await browser.SubmitAsync(page, "Leave out Venue 2, Sat 6 Mar 2027, 21:00–00:00", ("Input.Add", Id(scene, 3)));
        Assert.Equal([Id(scene, 0), Id(scene, 2), Id(scene, 3)], Lines(page));
        Assert.Equal("Loud and kind.", page.Document.QuerySelector("#Input_Lines_0__Message")!.TextContent.Trim());
        Assert.NotNull(page.Document.QuerySelector($"#add-{Id(scene, 1)}"));
        Assert.Equal(0, await _app.WithDbAsync(db => db.Groups.CountAsync(g => g.OrganisationId == scene.Organisation.Id, TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task R23_the_thirteenth_evening_stays_ticked_and_a_sentence_says_why()
    {
        var scene = await Placed.OfAsync(_app, count: 1, submit: false);
        List<Slot> slots = [];
        for (var day = 0; day < 13; day++) slots.Add(await _app.SlotAsync(scene.Pairs[0].Venue, 40 + day));
        var browser = await _app.SignInAsync(scene.Promoter);
        var page = await browser.OpenAsync("/promoter/groups/new?" + string.Join('&', slots.Take(11).Select(slot => $"slot={slot.Id}")));
        page = await browser.SubmitAsync(page, "Look for slots", ("Input.From", "2027-03-10"));
        page = await browser.SubmitAsync(page, "Add those", ("Input.Add", (string[])[$"{slots[11].Id}", $"{slots[12].Id}"]));
        Assert.Equal(12, Lines(page).Length);
        Assert.Contains("A group has 2 to 12 evenings.", page.Text, StringComparison.Ordinal);
        Assert.True(page.Document.QuerySelector($"#add-{slots[12].Id}")!.HasAttribute("checked"));
    }

    [Fact]
    public async Task R23_enter_looks_and_never_sends()
    {
        var scene = await Placed.OfAsync(_app, submit: false);
        var page = await (await _app.SignInAsync(scene.Promoter)).OpenAsync($"/promoter/groups/new?slot={Id(scene, 0)}&slot={Id(scene, 1)}");
        var first = page.Document.QuerySelector("form[action='/promoter/groups/new'] button")!;
        Assert.Contains("handler=Look", first.GetAttribute("formaction")!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task R23_a_swap_that_is_refused_keeps_all_that_was_typed()
    {
        var scene = await Placed.OfAsync(_app);
        var (_, other) = await _app.ArtistAsync("Band 3");
        await _app.OnRosterAsync(scene.Organisation, other);
        var browser = await _app.SignInAsync(scene.Promoter);
        var refused = await browser.SubmitAsync(await browser.OpenAsync(scene.Page), "Swap Band 2", ("Input.ArtistId", other.Id), ("Input.Fee", "four hundred"), ("Input.Message", "Just as loud."));
        Assert.NotEqual("", refused.ErrorOf("Input.Fee"));
        Assert.Equal("four hundred", refused.Document.QuerySelector("#fee-2")!.GetAttribute("value"));
        Assert.Equal($"{other.Id}", refused.Document.QuerySelector("#artist-2 option[selected]")!.GetAttribute("value"));
        Assert.Equal("Just as loud.", refused.Document.QuerySelector("#message-2")!.TextContent.Trim());
        Assert.True(refused.Document.QuerySelector("#fee-2")!.Closest("details")!.HasAttribute("open"));
    }

    private static string Id(Placed scene, int pair) => $"{scene.Pairs[pair].Slot.Id}";

    private static string[] Lines(PageView page) => [.. page.Document.QuerySelectorAll("input[name$='.SlotId']").Select(line => line.GetAttribute("value")!)];
}
