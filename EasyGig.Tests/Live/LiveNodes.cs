using System.Net;
using System.Net.WebSockets;
using EasyGig.Tests.Browser;
using EasyGig.Web.Identity;
using EasyGig.Web.Live;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace EasyGig.Tests.Live;

/// <summary>Two nodes on one database: what is done on the first shows on pages that are open on the second.</summary>
public abstract class LiveNodes(PgFixture postgres, Chromium chromium) : IAsyncLifetime
{
    private readonly Relay _relay = new();
    private WebApplicationFactory<Program> _second = null!;

    protected EasyGigApp App { get; } = new(postgres) { Live = true };

    protected Uri Second => _relay.Address;

    protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await App.InitializeAsync();
        App.UseKestrel(0);
        App.StartServer();
        StartSecond();
        await ListeningAsync(App.Services);
        await ListeningAsync(_second.Services);
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        _relay.Dispose();
        return App.DisposeAsync();
    }

    protected ValueTask StopSecondAsync()
    {
        _relay.Node = null;
        return _second.DisposeAsync();
    }

    protected void StartSecond()
    {
        _second = App.AddNode();
        _second.UseKestrel(0);
        _second.StartServer();
        _relay.Node = _second.ClientOptions.BaseAddress;
    }

    /// <summary>Somebody who signed in to the first node, over the network.</summary>
    protected async Task<Visitor> SignInAsync(Person person)
    {
        var browser = new Visitor(new(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = App.ClientOptions.BaseAddress });
        await browser.SubmitAsync(await browser.OpenAsync("/account/login"), "Sign in", ("Input.Email", person.Email!), ("Input.Password", EasyGigApp.Password), ("Input.Remember", "true"));
        return browser;
    }

    /// <summary>A browser in which somebody is signed in, at a page of the second node that hears of changes.</summary>
    protected async Task<IPage> OpenAsync(Person person, string path)
    {
        var page = await chromium.NewPageAsync(Second, new() { ViewportSize = new() { Width = 390, Height = 844 }, Locale = "en-GB" });
        await page.GotoAsync("/account/login");
        await page.FillAsync("[name='Input.Email']", person.Email!);
        await page.FillAsync("[name='Input.Password']", EasyGigApp.Password);
        await page.Locator("[name='Input.Remember']").First.CheckAsync();
        await page.ClickAsync("main form .btn-primary");
        await page.WaitForURLAsync(url => !url.Contains("/account/login", StringComparison.Ordinal));
        await page.GotoAsync(path);
        await page.EvaluateAsync("window.notLoadedAnew = true");
        await ConnectedAsync(person);
        return page;
    }

    protected static async Task NotLoadedAnewAsync(IPage page) => Assert.True(await page.EvaluateAsync<bool>("window.notLoadedAnew === true"));

    /// <summary>How a browser's request for a WebSocket to the second node is answered.</summary>
    protected async Task<HttpStatusCode> KnockAsync(IPage? as_, string origin)
    {
        using var socket = new ClientWebSocket();
        socket.Options.CollectHttpResponseDetails = true;
        socket.Options.SetRequestHeader("Origin", origin);
        if (as_ is not null) socket.Options.SetRequestHeader("Cookie", string.Join("; ", (await as_.Context.CookiesAsync()).Select(cookie => $"{cookie.Name}={cookie.Value}")));
        try { await socket.ConnectAsync(new(Second.ToString().Replace("http", "ws", StringComparison.Ordinal) + LiveSetup.Address[1..]), Ct); }
        catch (WebSocketException) { return socket.HttpStatusCode; }
        return socket.HttpStatusCode;
    }

    /// <summary>Breaks off the connections on which the nodes listen, as when the database fails over.</summary>
    protected async Task DeafenAsync()
    {
        await App.WithDbAsync(db => db.Database.ExecuteSqlAsync($"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = {DatabaseNews.Connection} AND datname = current_database()", Ct));
        await UntilAsync(() => !_second.Services.GetRequiredService<Lately>().Listens);
    }

    private Task ConnectedAsync(Person person) => UntilAsync(() => _second.Services.GetRequiredService<OpenPages>().CountOf(person.Id) > 0);

    private static Task ListeningAsync(IServiceProvider node) => UntilAsync(() => node.GetRequiredService<Lately>().Listens);

    private static async Task UntilAsync(Func<bool> holds)
    {
        for (var attempt = 0; !holds(); attempt++)
        {
            Assert.True(attempt < 200, "It did not come about in 20 seconds.");
            await Task.Delay(100, Ct);
        }
    }
}
