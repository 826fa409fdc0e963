using System.Net;
using System.Text.Json;
using EasyGig.Domain.Mails;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace EasyGig.Tests.Hosting;

public sealed class HealthTests(EasyGigApp app) : IClassFixture<EasyGigApp>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_node_that_can_do_its_work_is_ready_and_says_so_to_anybody()
    {
        var (status, checks) = await AskAsync(app);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(["serving", "database", "schema", "clock", "mail"], checks.Keys);
        Assert.All(checks.Values, check => Assert.StartsWith("healthy ", check, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(-1.5, true)]
    [InlineData(2.5, false)]
    [InlineData(-2.5, false)]
    public async Task A_node_whose_clock_is_not_the_databases_is_not_ready_but_lives(double seconds, bool ready)
    {
        var (status, checks) = await AskAsync(app, seconds);
        Assert.Equal((ready, ready), (status == HttpStatusCode.OK, checks["clock"].StartsWith("healthy", StringComparison.Ordinal)));
        using var live = await app.CreateClient().GetAsync(new Uri("/health/live", UriKind.Relative), Ct);
        Assert.Equal((HttpStatusCode.OK, true), (live.StatusCode, live.Headers.CacheControl!.NoStore));
    }

    [Theory]
    [InlineData(14, true)]
    [InlineData(16, false)]
    public async Task A_node_whose_mails_do_not_go_out_is_not_ready(int minutes, bool ready)
    {
        await using var site = app.WithWebHostBuilder(b => b.UseSetting("EasyGig:Mail:Host", "127.0.0.1").UseSetting("EasyGig:Mail:Port", "9").UseSetting("EasyGig:Mail:Poll", "1.00:00:00"));
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(site)).Status); // its sender has looked, and will not again

        await app.AddAsync(new OutgoingMail("confirmed", new(null, "ada@example.com", "en"), new("Hello", "Hello", "<p>Hello</p>"), TimeProvider.System.GetUtcNow().AddMinutes(-minutes)));
        var (status, checks) = await AskAsync(site);
        await app.WithDbAsync(db => db.Mails.ExecuteDeleteAsync(Ct));

        Assert.Equal((ready, ready), (status == HttpStatusCode.OK, checks["mail"].StartsWith("healthy", StringComparison.Ordinal)));
        Assert.DoesNotContain("ada@", checks["mail"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_node_that_has_lost_its_database_says_so_without_naming_it()
    {
        await using var site = app.WithWebHostBuilder(_ => { });
        await AskAsync(site);
        await site.Services.GetRequiredService<Npgsql.NpgsqlDataSource>().DisposeAsync();
        var (status, checks) = await AskAsync(site);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "unhealthy This could not be found out; the log says why."), (status, checks["database"]));
    }

    [Fact]
    public async Task A_node_that_is_asked_to_stop_is_not_ready_while_it_goes_on_serving()
    {
        await using var site = app.WithWebHostBuilder(_ => { });
        await AskAsync(site);
        site.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();
        var (status, checks) = await AskAsync(site);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "unhealthy The site is stopping."), (status, checks["serving"]));
    }

    /// <param name="ahead">How many seconds the site's clock is before the database's.</param>
    private async Task<(HttpStatusCode Status, Dictionary<string, string> Checks)> AskAsync(WebApplicationFactory<Program> site, double ahead = 0)
    {
        var http = site.CreateClient(new() { AllowAutoRedirect = false });
        app.Clock.Now = TimeProvider.System.GetUtcNow().AddSeconds(ahead); // it stands still: set when the site has started
        using var answer = await http.GetAsync(new Uri("/health/ready", UriKind.Relative), Ct);
        Assert.Equal(("application/json", true), (answer.Content.Headers.ContentType!.MediaType, answer.Headers.CacheControl!.NoStore));
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Ct));
        Assert.Equal(answer.StatusCode == HttpStatusCode.OK ? "healthy" : "unhealthy", json.RootElement.GetProperty("state").GetString());
        return (answer.StatusCode, json.RootElement.GetProperty("checks").EnumerateArray()
            .ToDictionary(check => check.GetProperty("name").GetString()!, check => $"{check.GetProperty("state")} {check.GetProperty("text")}"));
    }
}
