using System.Net;
using EasyGig.Domain;
using EasyGig.Tests.Clockwork;
using EasyGig.Tests.Holds;
using EasyGig.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Tests.Races;

/// <summary>People on two nodes, and the clock, who want different things of one date at the same moment.</summary>
public sealed class HoldRaceTests : IClassFixture<EasyGigApp>
{
    private readonly EasyGigApp _app;

    public HoldRaceTests(EasyGigApp app) => (_app, app.Clock.Now) = (app, TestClock.Start);

    [Theory, InlineData(true), InlineData(false)]
    public async Task R22_of_an_answer_and_the_deadline_at_one_moment_the_deadline_counts(bool answerFirst)
    {
        var node = _app.AddNode();
        for (var round = 0; round < Race.Rounds(1); round++)
        {
            _app.Clock.Now = TestClock.Start;
            var held = await ChallengedAsync(3, challenger: 2);
            var artist = await _app.SignInAsync(held.Holders[1].Person, node);
            var page = await artist.OpenAsync("/artist/holds");
            _app.Clock.Now = TestClock.Start.AddHours(48);
            Func<Task<PageView?>> answer = async () => await artist.SubmitAsync(page, "Commit: Blue Cellar, Fri 5 Mar 2027"), deadline = async () =>
            {
                await _app.TickAsync();
                return null;
            };

            var (first, second) = await Race.InOrderAsync(_app, Turn.Stage(held.Stage), answerFirst ? answer : deadline, answerFirst ? deadline : answer);

            Assert.Contains(answerFirst ? "The deadline has passed" : "This hold does not stand any more.", (first ?? second)!.Text, StringComparison.Ordinal);
            Assert.Equal(["1 Alpha Noise challenged", "2 Gamma Choir active"], await held.LiveAsync());
            Assert.Equal(["hold_challenged", "hold_placed", "hold_forfeited"], await held.ToldAsync(held.Holders[1].Person));
        }
    }

    [Fact]
    public async Task R22_an_answer_just_in_time_stands_whatever_the_clockwork_does_at_that_moment()
    {
        var node = _app.AddNode();
        for (var round = 0; round < Race.Rounds(2); round++)
        {
            _app.Clock.Now = TestClock.Start;
            var held = await ChallengedAsync(2, challenger: 1);
            var artist = await _app.SignInAsync(held.Holders[0].Person, node);
            var page = await artist.OpenAsync("/artist/holds");
            _app.Clock.Now = TestClock.Start.AddHours(48).AddTicks(-10);

            var answers = await Race.AtOnceAsync<bool>([
                async () => Done(await artist.SubmitAsync(page, "Commit: Blue Cellar, Fri 5 Mar 2027")),
                async () =>
                {
                    await _app.TickAsync();
                    return true;
                },
            ]);

            Assert.All(answers, Assert.True);
            Assert.Equal(["1 Alpha Noise active", "2 Beta Brass active"], await held.LiveAsync());
        }
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task R22_a_release_and_a_challenge_at_one_moment_leave_a_stack_in_order(bool releaseFirst)
    {
        var node = _app.AddNode();
        for (var round = 0; round < Race.Rounds(1); round++)
        {
            _app.Clock.Now = TestClock.Start;
            var held = await Held.OfAsync(_app, 3);
            var (director, artist) = (await _app.SignInAsync(held.Director), await _app.SignInAsync(held.Holders[2].Person, node));
            var pages = (await director.OpenAsync(held.Page), await artist.OpenAsync("/artist/holds"));
            Func<Task<PageView>> release = () => director.SubmitAsync(pages.Item1, "Release Beta Brass"), challenge = () => artist.SubmitAsync(pages.Item2, "Challenge");

            var (first, second) = await Race.InOrderAsync(_app, Turn.Stage(held.Stage), releaseFirst ? release : challenge, releaseFirst ? challenge : release);

            Assert.True(Done(first) && Done(second));
            Assert.Equal(["1 Alpha Noise challenged", "2 Gamma Choir active"], await held.LiveAsync());
            Assert.Equal(releaseFirst ? ["hold_placed", "hold_released"] : ["hold_challenged", "hold_placed", "hold_released"], await held.ToldAsync(held.Holders[1].Person)); // who is gone is not asked
            Assert.Equal(["hold_placed", "hold_promoted"], await held.ToldAsync(held.Holders[2].Person));
        }
    }

    [Fact]
    public async Task R22_of_two_challenges_at_one_moment_one_runs_and_the_other_reads_why_not()
    {
        var node = _app.AddNode();
        for (var round = 0; round < Race.Rounds(4); round++)
        {
            var held = await Held.OfAsync(_app, 4);
            var (third, fourth) = (await _app.SignInAsync(held.Holders[2].Person), await _app.SignInAsync(held.Holders[3].Person, node));
            var pages = (await third.OpenAsync("/artist/holds"), await fourth.OpenAsync("/artist/holds"));

            var answers = await Race.AtOnceAsync<PageView>([() => third.SubmitAsync(pages.Item1, "Challenge"), () => fourth.SubmitAsync(pages.Item2, "Challenge")]);

            Assert.Single(answers, Done);
            var won = Done(answers[0]) ? 2 : 3;
            Assert.Contains(won == 2 ? "A challenge runs already on this date." : "The challenge has to be answered first", answers[won == 2 ? 1 : 0].Text, StringComparison.Ordinal);
            Assert.Equal(held.Holders[won].Hold, (await held.ChallengeAsync()).HoldId);
            Assert.Equal(1, (await held.LiveAsync()).Count(hold => hold.EndsWith("challenged", StringComparison.Ordinal)));
        }
    }

    [Fact]
    public async Task R22_a_booking_and_a_hold_at_one_moment_never_both_come_about()
    {
        var node = _app.AddNode();
        for (var round = 0; round < Race.Rounds(4); round++)
        {
            var held = await Held.OfAsync(_app, 0);
            var (booked, holder) = ((await _app.ArtistAsync("Booked Band")).Artist, (await _app.ArtistAsync("Holding Band")).Artist);
            var application = await _app.ApplicationAsync(await _app.SlotAsync(held.Venue), booked);
            var (one, other) = (await _app.SignInAsync(held.Director), await _app.SignInAsync((await _app.DirectorsAsync(held.Venue, 1))[0], node));
            var pages = (await one.OpenAsync($"/director/applications/{application.Id}/accept"), await other.OpenAsync($"{held.Page}/place?artist={holder.Slug}"));

            var answers = await Race.AtOnceAsync<PageView>([
                () => one.SubmitAsync(pages.Item1, "Accept Booked Band"),
                () => other.SubmitAsync(pages.Item2, "Hold the date"),
            ]);

            Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.Status));
            Assert.Single(answers, Done);
            var placed = Done(answers[1]);
            Assert.Contains(placed ? "Holding Band holds this date" : "has a confirmed booking already", answers[placed ? 0 : 1].Text, StringComparison.Ordinal);
            Assert.Equal((placed ? 0 : 1, placed ? 1 : 0), (await _app.WithDbAsync(db => db.Bookings.CountAsync(b => b.StageId == held.Stage)), (await held.LiveAsync()).Length));
        }
    }

    [Fact]
    public async Task R22_releases_at_one_moment_leave_ranks_without_gaps()
    {
        var node = _app.AddNode();
        for (var round = 0; round < Race.Rounds(4); round++)
        {
            var held = await Held.OfAsync(_app, 4);
            var browsers = await Task.WhenAll(_app.SignInAsync(held.Holders[0].Person), _app.SignInAsync(held.Holders[2].Person, node), _app.SignInAsync(held.Holders[3].Person));
            var pages = await Task.WhenAll(browsers.Select(browser => browser.OpenAsync("/artist/holds")));

            var answers = await Race.AtOnceAsync(browsers.Zip(pages).Select(pair => (Func<Task<PageView>>)(() => pair.First.SubmitAsync(pair.Second, "Release the date"))));

            Assert.All(answers, answer => Assert.True(Done(answer)));
            Assert.Equal(["1 Beta Brass active"], await held.LiveAsync());
            Assert.Contains("hold_promoted", await held.ToldAsync(held.Holders[1].Person));
        }
    }

    private async Task<Held> ChallengedAsync(int holders, int challenger)
    {
        var held = await Held.OfAsync(_app, holders);
        Assert.Null(await held.AtDeskAsync(desk => desk.ChallengeAsync(held.Holders[challenger].Hold, Side.Artist, Held.Ct)));
        return held;
    }

    private static bool Done(PageView page) => page.Document.QuerySelector(".alert-success[role=status]") is not null;
}
