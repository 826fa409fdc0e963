using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

namespace EasyGig.Tests.Hosting;

public sealed partial class MetricsTests(EasyGigApp app) : IClassFixture<EasyGigApp>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_refused_accept_and_what_did_happen_are_counted_by_their_words()
    {
        var (director, venue) = await app.VenueAsync();
        var slot = await app.SlotAsync(venue);
        var taken = await app.ApplicationAsync(slot, (await app.ArtistAsync()).Artist);
        var late = await app.ApplicationAsync(slot, (await app.ArtistAsync("Nightjar")).Artist);
        var browser = await app.SignInAsync(director);
        var page = await browser.OpenAsync($"/director/applications/{late.Id}/accept");
        var before = await ReadAsync();
        await app.AcceptAsync(taken);
        var refused = await browser.SubmitAsync(page, "Accept Nightjar");
        Assert.Contains("Another artist is booked on this slot already.", refused.Text, StringComparison.Ordinal);

        var after = await ReadAsync();
        foreach (var series in (string[])["""easygig_refusals_total{rule="slots_already_booked"}""", """easygig_facts_total{fact="confirmed"}"""])
            Assert.True(after.GetValueOrDefault(series) > before.GetValueOrDefault(series), series + "\n" + string.Join('\n', after.Keys.Where(k => k.StartsWith("easygig", StringComparison.Ordinal))));
        Assert.True(after["easygig_mails_waiting"] > 0);
        const string post = """http_server_request_duration_seconds_count{http_request_method="POST",http_route="director/applications/{id:guid}/accept",http_response_status_code="200"}""";
        Assert.Equal(1, after[post]);
    }

    [Fact]
    public async Task The_runtime_and_the_pool_are_told_of_and_no_record_or_person_is()
    {
        await app.Open().OpenAsync($"/slots/{Guid.NewGuid()}");
        var told = await ReadAsync();
        foreach (var name in (string[])["dotnet_gc_collections_total", "dotnet_gc_heap_total_allocated_bytes_total", "dotnet_thread_pool_thread_count", "dotnet_process_memory_working_set_bytes", "db_client_connection_count", "http_server_active_requests"])
            Assert.True(told.Keys.Any(key => key.Split('{')[0] == name), name);
        Assert.DoesNotContain(told.Keys, key => Regex.IsMatch(key, "[0-9a-f]{8}-[0-9a-f]{4}|@"));
        Assert.Equal(told["""dotnet_gc_collections_total{gc_heap_generation="gen2"}"""], (await ReadAsync())["""dotnet_gc_collections_total{gc_heap_generation="gen2"}"""], tolerance: 5); // a total, not added up at each reading
    }

    [Theory]
    [InlineData(null, null, null, false)]
    [InlineData("203.0.113.9", null, null, false)]
    [InlineData("203.0.113.9", "Bearer wrong", null, false)]
    [InlineData("203.0.113.9", "Bearer ", null, false)]
    [InlineData("203.0.113.9", "Bearer a long and random token", null, true)]
    [InlineData("127.0.0.1", null, null, false)]
    [InlineData("::1", null, null, false)]
    [InlineData("127.0.0.1", null, "203.0.113.9", false)]
    [InlineData("10.1.2.3", null, null, true)]
    [InlineData("::ffff:192.168.7.1", null, null, true)]
    public async Task For_a_stranger_there_are_no_metrics(string? from, string? authorization, string? forwardedFor, bool opens)
    {
        await using var site = app.WithWebHostBuilder(b => b.UseSetting("EasyGig:Metrics:Token", "a long and random token").UseSetting("EasyGig:Metrics:Networks", "10.0.0.0/8, 192.168.0.0/16"));
        using var answer = await AskAsync(site, from, authorization, forwardedFor);
        Assert.Equal(opens ? HttpStatusCode.OK : HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal(opens ? "text/plain" : "text/html", answer.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task Without_a_token_none_opens()
    {
        foreach (var authorization in (string[])["Bearer ", "Bearer null", "bearer"])
            Assert.Equal(HttpStatusCode.NotFound, (await AskAsync(app, "203.0.113.9", authorization)).StatusCode);
    }

    /// <summary>Every series by its name and labels; fails on a line that is not what Prometheus reads.</summary>
    private async Task<Dictionary<string, double>> ReadAsync()
    {
        using var answer = await AskAsync(app, "192.0.2.1");
        Assert.Equal(("text/plain; version=0.0.4; charset=utf-8", true), (answer.Content.Headers.ContentType!.ToString(), answer.Headers.CacheControl!.NoStore));
        var (series, typed) = (new Dictionary<string, double>(), new HashSet<string>());
        foreach (var line in (await answer.Content.ReadAsStringAsync(Ct)).TrimEnd('\n').Split('\n'))
        {
            if (line.StartsWith("# TYPE ", StringComparison.Ordinal)) Assert.True(typed.Add(line.Split(' ')[2]), line);
            if (line[0] == '#') continue;
            Assert.Matches(Line(), line);
            Assert.Contains(typed, name => line.StartsWith(name, StringComparison.Ordinal));
            series.Add(line[..line.LastIndexOf(' ')], double.Parse(line[(line.LastIndexOf(' ') + 1)..], CultureInfo.InvariantCulture));
        }
        return series;
    }

    private static async Task<HttpResponseMessage> AskAsync(WebApplicationFactory<Program> site, string? from, string? authorization = null, string? forwardedFor = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/metrics", UriKind.Relative));
        if (from is not null) request.Headers.Add("X-Test-Address", from);
        if (authorization is not null) request.Headers.TryAddWithoutValidation("Authorization", authorization);
        if (forwardedFor is not null) request.Headers.Add("X-Forwarded-For", forwardedFor);
        return await site.CreateClient().SendAsync(request, Ct);
    }

    [GeneratedRegex("""^[a-z_]+(\{[a-z_]+="([^"\\]|\\.)*"(,[a-z_]+="([^"\\]|\\.)*")*\})? (NaN|-?[0-9.E+-]+)$""")]
    private static partial Regex Line();
}
