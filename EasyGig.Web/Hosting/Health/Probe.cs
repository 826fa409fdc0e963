namespace EasyGig.Web.Hosting.Health;

/// <summary>The command <c>health</c>: asks the site on this machine whether it is ready, for images that hold no other program.</summary>
internal static class Probe
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <returns>The exit code: 0 when it is ready.</returns>
    public static async Task<int> RunAsync(IConfiguration configuration)
    {
        var port = configuration["http_ports"]?.Split(';')[0] ?? $"{Address.Preferred}";
        using var http = new HttpClient { Timeout = Patience };
        using var question = new HttpRequestMessage(HttpMethod.Get, $"http://127.0.0.1:{port}/health/ready");
        if (Uri.TryCreate(configuration["EasyGig:BaseUrl"], UriKind.Absolute, out var site)) question.Headers.Host = site.Host; // the one name that it surely answers to
        try
        {
            using var answer = await http.SendAsync(question);
            return answer.IsSuccessStatusCode ? 0 : 1;
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException) { return 1; }
    }
}
