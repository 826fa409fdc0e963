using EasyGig.Domain;
using EasyGig.Domain.Searches;
using EasyGig.Domain.Slots;
using EasyGig.Tests.Clockwork;
using EasyGig.Tests.Searches;
using EasyGig.Web.Searches;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace EasyGig.Tests.Races;

/// <summary>Slots that are published while nodes look at them, tell of them and are told to stop.</summary>
public sealed class SearchRaceTests : IClassFixture<EasyGigApp>
{
    private readonly EasyGigApp _app;

    public SearchRaceTests(EasyGigApp app) => (_app, app.Clock.Now) = (app, TestClock.Start);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task R38_however_many_nodes_tick_somebody_is_told_of_a_slot_once()
    {
        WebApplicationFactory<Program>[] nodes = [_app, _app.AddNode()];
        var (_, venue) = await _app.VenueAsync();
        var people = new List<Web.Identity.Person>();
        for (var number = 0; number < 5; number++)
        {
            people.Add((await _app.SearcherAsync(30, days: 200)).Person);
            await _app.SearcherAsync(30, person: people[^1], days: 200, more: "city=Bologna", name: "Home");
        }
        for (var round = 0; round < Race.Rounds(3); round++)
        {
            List<Slot> drafts = [];
            for (var number = 0; number < 3; number++) drafts.Add(await _app.SlotAsync(venue, 31 + 3 * round + number, draft: true));
            _app.Clock.Now += TimeSpan.FromMinutes(1);
            await _app.PublishAsync(drafts[0]); // the others come while the nodes look
            await Race.AtOnceAsync([.. nodes.Concat(nodes).Select(node => TickAsync(node)), .. drafts.Skip(1).Select(draft => (Func<Task<bool>>)(async () =>
            {
                await _app.PublishAsync(draft);
                return true;
            }))]);
            _app.Clock.Now += TimeSpan.FromMinutes(1);
            await Race.AtOnceAsync(nodes.Concat(nodes).Select(TickAsync));
            await _app.WindAsync(_app.Clock.Now.AddMinutes(1));

            foreach (var person in people)
            {
                var told = (await _app.AlertsAsync(person)).SelectMany(mail => mail.Slots()).ToList();
                Assert.Equal(told.Count, told.Distinct().Count());
                Assert.Subset(told.ToHashSet(), drafts.Select(draft => draft.Id).ToHashSet());
            }
            await _app.AssertWoundAsync();
        }
    }

    [Fact]
    public async Task R8_who_saves_searches_at_once_keeps_twenty()
    {
        for (var round = 0; round < Race.Rounds(2); round++)
        {
            var (person, _) = await _app.ArtistAsync();
            for (var fee = 1; fee <= SavedSearch.Most - 2; fee++) Assert.Null(await _app.SaveAsync(person, $"/slots?minFee={fee}"));
            var answers = await Race.AtOnceAsync(Enumerable.Range(100, 6).Select(fee => (Func<Task<Refusal?>>)(() => _app.SaveAsync(person, $"/slots?minFee={fee}"))));
            Assert.Equal(4, answers.Count(refusal => refusal == SearchRefusals.Count));
            Assert.Equal(SavedSearch.Most, await _app.WithDbAsync(db => db.SearchesOf(person.Id).CountAsync(Ct)));
        }
    }

    [Fact]
    public async Task R38_who_ends_the_mails_while_they_are_written_is_told_nothing_afterwards()
    {
        WebApplicationFactory<Program>[] nodes = [_app, _app.AddNode()];
        var (_, venue) = await _app.VenueAsync();
        for (var round = 0; round < Race.Rounds(3); round++)
        {
            List<(Web.Identity.Person Person, Guid Search)> keepers = [];
            for (var number = 0; number < 6; number++) keepers.Add(await _app.SearcherAsync(300, number % 2 == 0 ? SearchAlert.AtOnce : SearchAlert.Daily, days: 200));
            var (first, second) = (await _app.SlotAsync(venue, 301 + 2 * round, draft: true), await _app.SlotAsync(venue, 302 + 2 * round, draft: true));
            _app.Clock.Now += TimeSpan.FromMinutes(1);
            await _app.PublishAsync(first);
            await Race.AtOnceAsync([.. nodes.Concat(nodes).Select(TickAsync), .. keepers.Select((keeper, number) => EndAsync(nodes[number % 2], keeper, number % 3))]);

            var before = await Task.WhenAll(keepers.Select(async keeper => (await _app.AlertsAsync(keeper.Person)).Count));
            await _app.PublishAsync(second);
            await _app.WindAsync(_app.Clock.Now.AddDays(2));
            Assert.Equal(before, await Task.WhenAll(keepers.Select(async keeper => (await _app.AlertsAsync(keeper.Person)).Count)));
            var ids = keepers.Select(keeper => keeper.Search).ToArray();
            Assert.Equal(0, await _app.WithDbAsync(db => db.Searches.CountAsync(s => ids.Contains(s.Id) && (s.DueAt != null || s.Alert != SearchAlert.None), Ct)));
            Assert.Equal(0, await _app.WithDbAsync(db => db.SearchFinds.CountAsync(f => ids.Contains(f.SearchId) && f.ToldAt == null, Ct)));
            Assert.Empty(await _app.WithDbAsync(db => db.Deadlines.Where(d => d.Error != null).Select(d => d.Error).ToListAsync(Ct)));
            await _app.AssertWoundAsync();
        }
    }

    [Fact]
    public async Task R38_a_slot_that_opens_again_while_a_round_looks_is_looked_at_again()
    {
        await _app.SearcherAsync(900);
        var slot = await _app.SlotAsync((await _app.VenueAsync()).Venue, 900, draft: true);
        await _app.PublishAsync(slot);
        await RunAsync($"UPDATE slots SET asked_until = now() WHERE id = '{slot.Id}'");
        await using var round = await _app.Owner.OpenConnectionAsync(Ct);
        await using var looking = await round.BeginTransactionAsync(Ct);
        await using (var look = new NpgsqlCommand("DELETE FROM fresh_slots", round, looking)) await look.ExecuteNonQueryAsync(Ct);
        var opening = Task.Run(() => RunAsync($"BEGIN; SELECT set_config('easygig.now', '2027-02-03T12:00:05Z', true); UPDATE slots SET asked_until = NULL WHERE id = '{slot.Id}'; COMMIT"), Ct);
        await Race.SomebodyWaitsAsync(_app);
        await looking.CommitAsync(Ct);
        await opening;
        Assert.Equal(TestClock.Start.AddSeconds(5), await _app.WithDbAsync(db => db.FreshSlots.Where(one => one.Id == slot.Id).Select(one => one.At).SingleAsync(Ct)));
        await _app.WindAsync(TestClock.Start.AddSeconds(5)); // and its deadline is there
        Assert.Equal(0, await _app.WithDbAsync(db => db.FreshSlots.CountAsync(Ct)));
    }

    private async Task RunAsync(string sql)
    {
        await using var connection = await _app.Owner.OpenConnectionAsync(Ct);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(Ct);
    }

    private static Func<Task<bool>> EndAsync(WebApplicationFactory<Program> node, (Web.Identity.Person Person, Guid Search) keeper, int how) => async () =>
    {
        await using var scope = node.Services.CreateAsyncScope();
        var desk = scope.ServiceProvider.GetRequiredService<SearchDesk>();
        Assert.Null(await (how switch
        {
            0 => desk.SilenceAsync([keeper.Search], Ct),
            1 => desk.DeleteAsync(keeper.Person.Id, keeper.Search, Ct),
            _ => desk.ChangeAsync(keeper.Person.Id, keeper.Search, "Quiet", SearchAlert.None, Ct),
        }));
        return true;
    };

    private Func<Task<bool>> TickAsync(WebApplicationFactory<Program> node) => async () =>
    {
        await _app.TickAsync(node);
        return true;
    };
}
