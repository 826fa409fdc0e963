using System.Net;
using EasyGig.Domain.Slots;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Tests.Races;

/// <summary>What is left of a storm in the middle of which something is killed: all of it or nothing, and everybody can go on.</summary>
public sealed class KillTests(TwoNodes site) : IClassFixture<TwoNodes>
{
    /// <summary>Slots lie ahead of the scene's clock and of the real one, by which the processes go.</summary>
    private static int Ahead => Math.Max(0, (TimeProvider.System.GetUtcNow() - TestClock.Start).Days) + 10;

    [Fact]
    public async Task R15a_a_node_that_is_killed_while_all_confirm_leaves_nothing_half_done_and_no_mail_unsent()
    {
        var (storm, browsers) = await BrewAsync();
        for (var round = 0; round < Race.Rounds(1, soak: 10); round++)
        {
            var answers = await ConfirmAsync(browsers, await storm.EveningAsync(Ahead + round), () =>
            {
                site.KillNode();
                return Task.CompletedTask;
            });

            Assert.All(answers, answer => Assert.True(answer is null or { Status: HttpStatusCode.OK }, answer?.Text));
            await AssertGoesOnAsync(storm, browsers);
            await site.ReplaceNodeAsync();
        }
    }

    [Fact]
    public async Task R15a_a_database_that_is_killed_while_all_confirm_leaves_nothing_half_done_and_no_mail_unsent()
    {
        var (storm, browsers) = await BrewAsync();
        for (var round = 0; round < Race.Rounds(1, soak: 10); round++)
        {
            var answers = await ConfirmAsync(browsers, await storm.EveningAsync(Ahead + round), async () =>
            {
                await site.KillPostgresAsync();
                var page = await browsers.Values.First().OpenAsync("/slots");
                Assert.Equal((HttpStatusCode.ServiceUnavailable, "The sound is off for a moment."), (page.Status, page.Document.QuerySelector("h1")?.TextContent));
                await site.StartPostgresAsync();
            });

            Assert.All(answers, answer => Assert.True(answer is { Status: HttpStatusCode.OK or HttpStatusCode.ServiceUnavailable }, answer?.Text));
            await AssertGoesOnAsync(storm, browsers);
        }
    }

    private async Task<(Storm, Dictionary<Guid, Visitor>)> BrewAsync()
    {
        var (storm, browsers) = (await Storm.BrewAsync(site.App, venues: 4, artists: 12), new Dictionary<Guid, Visitor>());
        foreach (var director in storm.Directors) browsers.Add(director.Id, await site.SignInAsync(director));
        return (storm, browsers);
    }

    /// <summary>All confirm at once; in the middle of it, something happens. Null is who got no answer.</summary>
    private async Task<PageView?[]> ConfirmAsync(Dictionary<Guid, Visitor> browsers, List<Storm.Confirmation> wanted, Func<Task> amid)
    {
        var pages = new List<PageView>();
        foreach (var some in wanted.Chunk(16)) pages.AddRange(await Task.WhenAll(some.Select(w => browsers[w.Director.Id].OpenAsync($"/director/applications/{w.Application}/accept"))));
        var before = await BookedAsync();
        var storm = Race.AtOnceAsync(wanted.Select((w, n) => (Func<Task<PageView?>>)(async () =>
        {
            try { return await browsers[w.Director.Id].SubmitAsync(pages[n], $"Accept {w.Artist}"); }
            catch (HttpRequestException) { return null; }
        })));
        await TwoNodes.UntilAsync(async () => await BookedAsync() > before + 1);
        await amid();
        return await storm;
    }

    private Task<int> BookedAsync() => site.App.WithDbAsync(db => db.Bookings.CountAsync());

    /// <summary>The books balance; the directors whose slot is still open go on; in the end every slot is booked and every mail sent.</summary>
    private async Task AssertGoesOnAsync(Storm storm, Dictionary<Guid, Visitor> browsers)
    {
        await Books.AssertBalancedAsync(site.App.Owner);
        foreach (var (venue, director) in storm.Venues)
            await TwoNodes.UntilAsync(async () =>
            {
                var left = await site.App.WithDbAsync(db => (
                    from application in db.Applications
                    join slot in db.Slots on application.SlotId equals slot.Id
                    join artist in db.Artists on application.ArtistId equals artist.Id
                    where slot.VenueId == venue.Id && slot.State == SlotState.Open && application.State == Domain.Applications.ApplicationState.Submitted
                        && !db.Bookings.Any(b => b.ArtistId == artist.Id && b.Time.Start < slot.Time.End && slot.Time.Start < b.Time.End)
                    select new { application.Id, artist.Profile.Name }).FirstOrDefaultAsync());
                if (left is null) return true;
                var page = await browsers[director.Id].OpenAsync($"/director/applications/{left.Id}/accept");
                if (page.Status == HttpStatusCode.OK) await browsers[director.Id].SubmitAsync(page, $"Accept {left.Name}");
                return false;
            });
        Assert.False(await site.App.WithDbAsync(db => db.Slots.AnyAsync(s => s.State != SlotState.Booked)));
        await Books.AssertBalancedAsync(site.App.Owner);
        await site.AssertMailedAsync();
    }
}
