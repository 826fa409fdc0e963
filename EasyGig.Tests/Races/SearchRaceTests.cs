using EasyGig.Domain;
using EasyGig.Domain.Searches;
using EasyGig.Domain.Slots;
using EasyGig.Tests.Clockwork;
using EasyGig.Tests.Searches;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;

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

    private Func<Task<bool>> TickAsync(WebApplicationFactory<Program> node) => async () =>
    {
        await _app.TickAsync(node);
        return true;
    };
}
