using EasyGig.Domain.Applications;
using EasyGig.Domain.Facts;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Tests.Races;

/// <summary>Two nodes that let come what is due.</summary>
public sealed class TickingNodes : TwoNodes
{
    protected override bool Ticks => true;
}

/// <summary>A node that is killed in the middle of a thousand deadlines.</summary>
public sealed class ClockworkKillTests(TickingNodes site) : IClassFixture<TickingNodes>
{
    private const int Many = 1000;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task R13_a_node_that_is_killed_amid_a_thousand_deadlines_leaves_each_to_come_once()
    {
        for (var round = 0; round < Race.Rounds(1, soak: 20); round++)
        {
            await site.ReplaceNodeAsync();
            await ApplyAsync(round);
            await ExecuteAsync("UPDATE applications SET expires_at = now() - interval '1 hour' WHERE state = 'submitted'");
            await TwoNodes.UntilAsync(async () => await ExpiredAsync() > round * Many + 50);

            site.KillNode();
            await TwoNodes.UntilAsync(async () =>
            {
                // in the dead node's hands: nobody waits here for the minute in which it might come back
                await ExecuteAsync("UPDATE deadlines SET next_at = due_at WHERE ran_at IS NULL AND next_at > now() + interval '30 seconds' AND due_at < now()");
                return await ExpiredAsync() == (round + 1) * Many;
            });

            Assert.Equal((round + 1) * Many, await site.App.WithDbAsync(db => db.Audit.Where(e => e.Fact == FactKind.Expired).Select(e => e.ApplicationId).CountAsync(Ct)));
            Assert.Equal((round + 1) * Many, await site.App.WithDbAsync(db => db.Mails.CountAsync(m => m.Kind == "expired", Ct)));
            Assert.False(await site.App.WithDbAsync(db => db.Deadlines.AnyAsync(d => d.RanAt == null && d.DueAt <= TimeProvider.System.GetUtcNow(), Ct)));
        }
    }

    /// <summary>Forty artists, each with an application to 25 slots far ahead.</summary>
    private async Task ApplyAsync(int round)
    {
        var (_, venue) = await site.App.VenueAsync($"House {round}");
        var artists = new List<Domain.Artists.Artist>();
        for (var number = 0; number < 40; number++) artists.Add((await site.App.ArtistAsync()).Artist);
        for (var day = 0; day < Many / 40; day++)
        {
            var slot = await site.App.SlotAsync(venue, inDays: 3000 + day);
            await site.App.WithDbAsync(async db =>
            {
                db.AddRange(artists.Select(artist => Application.Submit(slot, artist, "We would love to play.", 400, slot.TermsVersion, TimeProvider.System.GetUtcNow()).Application!));
                return await db.SaveChangesAsync(Ct);
            });
        }
    }

    private Task<int> ExpiredAsync() => site.App.WithDbAsync(db => db.Applications.CountAsync(a => a.State == ApplicationState.Expired, Ct));

    private async Task ExecuteAsync(string sql)
    {
        await using var command = site.App.Owner.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(Ct);
    }
}
