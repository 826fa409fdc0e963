using System.Net.Sockets;
using System.Text;
using EasyGig.Web.Identity;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace EasyGig.Tests.Hosting;

/// <summary>The site on a port, and programs that talk to it as no browser would.</summary>
public sealed class SlowClientsTests(EasyGigApp app) : IClassFixture<EasyGigApp>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact(Timeout = 60_000)]
    public async Task Three_hundred_who_never_finish_what_they_say_keep_nobody_else_waiting()
    {
        await using var site = Listening(kestrel => // here nobody is sent away: what is shown is that they hold nothing that others need
            (kestrel.Limits.MinRequestBodyDataRate, kestrel.Limits.RequestHeadersTimeout) = (null, TimeSpan.FromHours(1)));
        var slow = new List<TcpClient>();
        try
        {
            for (var number = 0; number < 300; number++)
                slow.Add(await SayAsync(site, $"POST /account/{(number % 2 == 0 ? "login" : "register")} HTTP/1.1\r\nHost: localhost\r\nX-Test-Address: 10.9.{number / 200}.{number % 200}\r\n"
                    + (number % 3 == 0 ? "Accept: text" : "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 1000\r\n\r\nInput.Email=a")));

            var person = await app.PersonAsync(Roles.Artist);
            var visitor = new Visitor(new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = site.ClientOptions.BaseAddress });
            var home = await visitor.SubmitAsync(await visitor.OpenAsync("/account/login"), "Sign in", ("Input.Email", person.Email!), ("Input.Password", EasyGigApp.Password));
            Assert.Equal("/artist", home.Path);
            foreach (var path in new[] { "/slots", "/venues", "/notices" }) Assert.Equal(path, (await visitor.OpenAsync(path)).Path);
        }
        finally
        {
            slow.ForEach(client => client.Dispose());
        }
    }

    [Fact]
    public void Who_is_too_slow_is_sent_away()
    {
        var limits = app.Services.GetRequiredService<IOptions<KestrelServerOptions>>().Value.Limits;
        Assert.InRange(limits.RequestHeadersTimeout, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(15));
        Assert.True(limits.MinRequestBodyDataRate is { BytesPerSecond: >= 100, GracePeriod.TotalSeconds: <= 10 });
        Assert.InRange(limits.MaxRequestBodySize!.Value, 1, 2 << 20);
    }

    [Theory(Timeout = 60_000)]
    [InlineData("two lengths", "Content-Length: 4\r\nContent-Length: 40\r\n\r\na=1&")]
    [InlineData("a length and chunks", "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n")]
    [InlineData("chunks in disguise", "Content-Length: 4\r\nTransfer-Encoding: xchunked\r\n\r\na=1&")]
    [InlineData("a space before the colon", "Content-Length : 4\r\n\r\na=1&")]
    [InlineData("a bare line feed", "X-A: 1\nContent-Length: 0\r\n\r\n")]
    public async Task Nothing_is_smuggled_in_behind_a_request_whose_end_is_unclear(string how, string rest)
    {
        await using var site = Listening(_ => { });
        using var client = await SayAsync(site, $"POST /account/login HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n{rest}GET /smuggled HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        var answer = await AllAsync(client.GetStream());
        Assert.True(answer.Split("HTTP/1.1 ").Length == 2 && answer.StartsWith("HTTP/1.1 400", StringComparison.Ordinal), $"{how}: {answer[..Math.Min(80, answer.Length)]}");
    }

    private WebApplicationFactory<Program> Listening(Action<KestrelServerOptions> limits)
    {
        var site = app.WithWebHostBuilder(web => web.ConfigureServices(services => services.PostConfigure(limits)));
        site.UseKestrel(0);
        site.StartServer();
        return site;
    }

    /// <summary>What was answered before the site hung up, gently or not.</summary>
    private static async Task<string> AllAsync(NetworkStream stream)
    {
        var (said, buffer) = (new MemoryStream(), new byte[4096]);
        try
        {
            while (await stream.ReadAsync(buffer, Ct) is > 0 and var count) said.Write(buffer, 0, count);
        }
        catch (IOException) when (said.Length > 0) { }
        return Encoding.UTF8.GetString(said.ToArray());
    }

    private static async Task<TcpClient> SayAsync(WebApplicationFactory<Program> site, string text)
    {
        var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", site.ClientOptions.BaseAddress.Port, Ct);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(text), Ct);
        return client;
    }
}
