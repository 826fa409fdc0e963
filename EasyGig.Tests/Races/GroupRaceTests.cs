using System.Net;
using EasyGig.Domain.Applications;
using EasyGig.Domain.Groups;
using EasyGig.Tests.Clockwork;
using EasyGig.Tests.Groups;
using EasyGig.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Tests.Races;

/// <summary>Groups and others who want the same slots in the same moment, on two nodes: all of a group, or none of it.</summary>
public sealed class GroupRaceTests : IClassFixture<EasyGigApp>
{
    private readonly EasyGigApp _app;

    public GroupRaceTests(EasyGigApp app) => (_app, app.Clock.Now) = (app, TestClock.Start);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, InlineData(true), InlineData(false)]
    public async Task R23_a_last_yes_and_a_single_yes_at_once_book_the_whole_group_or_the_rival(bool lastFirst)
    {
        var node = _app.AddNode();
        for (var round = 0; round < Race.Rounds(1); round++)
        {
            var scene = await Placed.OfAsync(_app, count: 3);
            var rival = await _app.ApplicationAsync(scene.Pairs[0].Slot, (await _app.ArtistAsync("Rival")).Artist);
            Assert.Null(await scene.AgreeAsync(0) ?? await scene.AgreeAsync(1));
            var (last, director) = (await _app.SignInAsync(scene.Pairs[2].Director), await _app.SignInAsync(scene.Pairs[0].Director, node));
            var pages = (await last.OpenAsync($"{await scene.DirectorsPageAsync(2)}/agree"), await director.OpenAsync($"/director/applications/{rival.Id}/accept"));
            Func<Task<PageView>> whole = () => last.SubmitAsync(pages.Item1, "Say yes to Band 3"), single = () => director.SubmitAsync(pages.Item2, "Accept Rival");

            var (first, second) = await Race.InOrderAsync(_app, Turn.Stage(scene.Pairs[0].Slot.StageId), lastFirst ? whole : single, lastFirst ? single : whole);

            Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (first.Status, second.Status));
            Assert.Equal((true, false), (Done(first), Done(second)));
            await AssertWholeAsync(scene);
            Assert.Equal(lastFirst ? GroupState.Complete : GroupState.Refused, (await scene.StoredAsync()).State);
            Assert.Equal(lastFirst ? 0 : 1, await _app.WithDbAsync(db => db.Bookings.CountAsync(b => b.ApplicationId == rival.Id, Ct)));
        }
    }

    [Fact]
    public async Task R23_of_two_last_yeses_at_once_each_counts_and_all_is_booked_once()
    {
        var node = _app.AddNode();
        for (var round = 0; round < Race.Rounds(4); round++)
        {
            var scene = await Placed.OfAsync(_app);
            var (one, two) = (await _app.SignInAsync(scene.Pairs[0].Director), await _app.SignInAsync(scene.Pairs[1].Director, node));
            var pages = (await one.OpenAsync($"{await scene.DirectorsPageAsync(0)}/agree"), await two.OpenAsync($"{await scene.DirectorsPageAsync(1)}/agree"));

            var answers = await Race.AtOnceAsync<PageView>([() => one.SubmitAsync(pages.Item1, "Say yes to Band 1"), () => two.SubmitAsync(pages.Item2, "Say yes to Band 2")]);

            Assert.All(answers, answer => Assert.True(Done(answer), answer.Text));
            Assert.Single(answers, answer => answer.Text.Contains("Yours was the last yes", StringComparison.Ordinal));
            Assert.Equal(GroupState.Complete, (await scene.StoredAsync()).State);
            await AssertWholeAsync(scene);
        }
    }

    [Fact]
    public async Task R23_of_two_groups_that_want_one_slot_at_once_one_comes_about()
    {
        var node = _app.AddNode();
        for (var round = 0; round < Race.Rounds(4); round++)
        {
            var (scene, other) = (await Placed.OfAsync(_app), await Placed.OfAsync(_app, submit: false, inDays: 60));
            other = other with { Pairs = [scene.Pairs[0] with { Artist = other.Pairs[0].Artist, Band = other.Pairs[0].Band }, other.Pairs[1]] };
            other = other with { Group = await other.SubmitAsync() };
            Assert.Null(await scene.AgreeAsync(0) ?? await other.AgreeAsync(0));
            var (one, two) = (await _app.SignInAsync(scene.Pairs[1].Director), await _app.SignInAsync(other.Pairs[1].Director, node));
            var pages = (await one.OpenAsync($"{await scene.DirectorsPageAsync(1)}/agree"), await two.OpenAsync($"{await other.DirectorsPageAsync(1)}/agree"));

            var answers = await Race.AtOnceAsync<PageView>([() => one.SubmitAsync(pages.Item1, "Say yes to Band 2"), () => two.SubmitAsync(pages.Item2, "Say yes to Band 2")]);

            Assert.Single(answers, Done);
            await AssertWholeAsync(scene);
            await AssertWholeAsync(other);
        }
    }

    [Fact]
    public async Task R23_at_its_very_end_a_group_is_complete_or_expired_and_never_half()
    {
        for (var round = 0; round < Race.Rounds(4); round++)
        {
            _app.Clock.Now = TestClock.Start;
            var scene = await Placed.OfAsync(_app);
            Assert.Null(await scene.AgreeAsync(0));
            var last = await _app.SignInAsync(scene.Pairs[1].Director);
            var page = await last.OpenAsync($"{await scene.DirectorsPageAsync(1)}/agree");
            var due = (await scene.StoredAsync()).DueAt;
            _app.Clock.Now = due.AddSeconds(-1);

            await Race.AtOnceAsync<bool>([
                async () => { await last.SubmitAsync(page, "Say yes to Band 2"); return true; },
                async () => { await _app.WindAsync(due); return true; },
            ]);

            Assert.NotEqual(GroupState.Submitted, (await scene.StoredAsync()).State);
            await AssertWholeAsync(scene);
        }
    }

    [Fact]
    public async Task R23_a_swap_and_a_yes_at_once_leave_no_yes_to_one_who_is_gone()
    {
        var node = _app.AddNode();
        for (var round = 0; round < Race.Rounds(4); round++)
        {
            var scene = await Placed.OfAsync(_app);
            var (_, other) = await _app.ArtistAsync("Band 3");
            await _app.OnRosterAsync(scene.Organisation, other);
            Assert.Null(await scene.AgreeAsync(1));
            var old = await scene.ApplicationAsync(0);
            var (promoter, director) = (await _app.SignInAsync(scene.Promoter), await _app.SignInAsync(scene.Pairs[0].Director, node));
            var pages = (await promoter.OpenAsync(scene.Page), await director.OpenAsync($"{await scene.DirectorsPageAsync(0)}/agree"));

            var answers = await Race.AtOnceAsync<PageView>([
                () => promoter.SubmitAsync(pages.Item1, "Swap Band 1", ("Input.ArtistId", other.Id), ("Input.Message", "Just as loud.")),
                () => director.SubmitAsync(pages.Item2, "Say yes to Band 1"),
            ]);

            Assert.Single(answers, Done);
            await AssertWholeAsync(scene);
            var swapped = await scene.ApplicationAsync(0) != old;
            Assert.Equal((Done(answers[0]), Done(answers[1])), (swapped, (await scene.StoredAsync()).State is GroupState.Complete));
        }
    }

    /// <summary>All of it is booked, or none.</summary>
    private async Task AssertWholeAsync(Placed scene)
    {
        await _app.TickAsync();
        var (group, states) = (await scene.StoredAsync(), await scene.StatesAsync());
        Assert.Equal(group.State is GroupState.Complete ? group.Pairs.Count : 0, await scene.BookingsAsync());
        if (group.State is GroupState.Complete) Assert.All(states, state => Assert.Equal(ApplicationState.Accepted, state));
        else if (group.State is not GroupState.Submitted) Assert.DoesNotContain(states, ApplicationSteps.Live.Contains);
    }

    private static bool Done(PageView page) => page.Document.QuerySelector(".alert-success[role=status]") is not null;
}
