using EasyGig.Domain.Bookings;
using EasyGig.Tests.Bookings;
using EasyGig.Web.Live;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EasyGig.Tests.Live;

/// <summary>Two nodes on one database, each with its own cache of public pages.</summary>
public sealed class PublicCacheTests(PgFixture postgres) : IAsyncLifetime
{
    private readonly EasyGigApp _app = new(postgres) { PublicCache = true };

    public async ValueTask InitializeAsync()
    {
        await _app.InitializeAsync();
        await ListeningAsync(_app.Services);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task R8_what_changes_on_one_node_shows_on_the_other_though_both_keep_their_pages()
    {
        var other = _app.AddNode();
        await ListeningAsync(other.Services);
        var (_, venue) = await _app.VenueAsync("Mirror Hall");
        await _app.SlotAsync(venue);
        var here = _app.Open();
        var there = _app.Open(other);
        await UntilAsync(async () => (await there.OpenAsync("/slots")).Text.Contains("1 open slot", StringComparison.Ordinal));
        var kept = await there.OpenAsync("/slots");
        Assert.True(kept.Response.Headers.Age is not null, "The page was not kept.");

        await _app.SlotAsync(venue, 40);

        await UntilAsync(async () => (await there.OpenAsync("/slots")).Text.Contains("2 open slots", StringComparison.Ordinal));
        await UntilAsync(async () => (await here.OpenAsync("/slots")).Text.Contains("2 open slots", StringComparison.Ordinal));
    }

    [Fact]
    public async Task R20_a_rating_shows_on_a_page_that_was_kept()
    {
        var night = await BookedNight.PlayedAsync(_app);
        var anybody = _app.Open();
        await UntilAsync(async () => (await anybody.OpenAsync($"/artists/{night.Artist.Slug}")).Response.Headers.Age is not null);
        await night.RateAsync(_app, Party.Venue, 5, "");
        await UntilAsync(async () => (await anybody.OpenAsync($"/artists/{night.Artist.Slug}")).Text.Contains("5.0 of 5 · one rating", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_kept_page_is_nobodys_own()
    {
        await _app.SlotAsync((await _app.VenueAsync("Own Hall")).Venue);
        var anybody = _app.Open();
        await UntilAsync(async () => (await anybody.OpenAsync("/slots")).Response.Headers.Age is not null);

        var (person, _) = await _app.ArtistAsync();
        var artist = await _app.SignInAsync(person);
        var page = await artist.OpenAsync("/slots");
        Assert.Null(page.Response.Headers.Age);
        Assert.Contains("fits ", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("fits ", (await anybody.OpenAsync("/slots")).Text, StringComparison.Ordinal);

        var italian = await anybody.OpenAsync("/account/language?culture=it&returnUrl=/slots");
        Assert.Contains("Trova slot", italian.Text, StringComparison.Ordinal);
        Assert.Contains("Find slots", (await _app.Open().OpenAsync("/slots")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_kept_while_nobody_listens()
    {
        var changes = _app.Services.GetRequiredService<PublicChanges>();
        var before = changes.Generation;
        await _app.WithDbAsync(db => db.Database.ExecuteSqlAsync($"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = {DatabaseNews.Connection} AND datname = current_database()"));
        await UntilAsync(() => Task.FromResult(changes.Generation is null));
        Assert.Null((await _app.Open().OpenAsync("/venues")).Response.Headers.Age);
        Assert.Null((await _app.Open().OpenAsync("/venues")).Response.Headers.Age);

        await UntilAsync(() => Task.FromResult(changes.Generation > before));
        await UntilAsync(async () => (await _app.Open().OpenAsync("/venues")).Response.Headers.Age is not null);
    }

    private static Task ListeningAsync(IServiceProvider node) => UntilAsync(() => Task.FromResult(node.GetRequiredService<PublicChanges>().Generation is not null));

    private static async Task UntilAsync(Func<Task<bool>> holds)
    {
        for (var attempt = 0; !await holds(); attempt++)
        {
            Assert.True(attempt < 200, "It did not come about in 20 seconds.");
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
    }
}
