using System.Net;
using EasyGig.Tests.House;
using EasyGig.Web.Identity;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.Hosting;

namespace EasyGig.Tests.Hosting;

/// <summary>The site as others see it: HTTPS alone, and nothing of what is for developers.</summary>
public sealed class ProductionTests : IClassFixture<EasyGigApp>
{
    private static readonly string[] Named = ["__Host-easygig-antiforgery", "__Host-easygig-language", "__Host-easygig-session"], Flags = ["path=/", "secure", "samesite=lax", "httponly"];

    private readonly EasyGigApp _app;
    private readonly WebApplicationFactory<Program> _site;

    public ProductionTests(EasyGigApp app)
    {
        _app = app;
        _site = app.WithWebHostBuilder(web => web.UseSetting("environment", Environments.Production)
            .UseSetting("EasyGig:BaseUrl", "https://easygig.example").UseSetting("AllowedHosts", "easygig.example").UseSetting("https_port", "443"));
    }

    [Fact]
    public async Task Every_cookie_is_the_hosts_own_and_goes_over_https_alone()
    {
        var (http, person) = (Open("https"), await _app.PersonAsync(Roles.Artist));
        var visitor = new Visitor(http);
        var login = await visitor.OpenAsync("/account/login");
        var form = new Dictionary<string, string> { ["Input.Email"] = person.Email!, ["Input.Password"] = EasyGigApp.Password, ["__RequestVerificationToken"] = login.Document.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")! };
        using var signedIn = await http.PostAsync(new Uri("/account/login", UriKind.Relative), new FormUrlEncodedContent(form), TestContext.Current.CancellationToken);
        using var language = await visitor.FetchAsync("/account/language?culture=it");

        string[] cookies = [.. new[] { login.Response, signedIn, language }.SelectMany(answer => answer.Headers.GetValues("Set-Cookie"))];
        Assert.Empty(Named.Except(cookies.Select(cookie => cookie.Split('=')[0])));
        Assert.All(cookies, cookie => Assert.StartsWith("__Host-", cookie, StringComparison.Ordinal));
        Assert.All(cookies, cookie =>
        {
            string[] flags = [.. cookie.ToLowerInvariant().Split("; ")];
            Assert.Empty(Flags.Except(flags));
            Assert.DoesNotContain(flags, flag => flag.StartsWith("domain", StringComparison.Ordinal));
        });
        Assert.Contains("Account", (await visitor.OpenAsync("/account/manage")).Document.Title!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Browsers_are_told_to_come_by_https_for_a_year_and_sent_there()
    {
        using var secure = await Open("https").GetAsync(new Uri("/", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal("max-age=31536000; includeSubDomains", Assert.Single(secure.Headers.GetValues("Strict-Transport-Security")));
        using var plain = await Open("http").GetAsync(new Uri("/slots?genre=jazz", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode.TemporaryRedirect, "https://easygig.example/slots?genre=jazz"), (plain.StatusCode, plain.Headers.Location!.AbsoluteUri));
    }

    [Fact]
    public async Task Nothing_of_what_is_for_developers_is_there()
    {
        var (cast, visitor) = (await Cast.OfAsync(_app), new Visitor(Open("https")));
        foreach (var page in SiteMap.Pages.Where(page => page.Route.StartsWith("dev/", StringComparison.Ordinal)))
            Assert.Equal((page.Route, HttpStatusCode.NotFound), (page.Route, (await visitor.OpenAsync(await cast.PathAsync(_app, page))).Status));
        Assert.DoesNotContain("demo", (await visitor.OpenAsync("/account/login")).Text, StringComparison.OrdinalIgnoreCase);
        foreach (var path in new[] { "/.git/HEAD", "/appsettings.json", "/css/", "/EasyGig.Web.dll", "/..%2fappsettings.json" })
            Assert.Equal((path, HttpStatusCode.NotFound), (path, (await visitor.OpenAsync(path)).Status));
    }

    private HttpClient Open(string scheme) => _site.CreateClient(new() { BaseAddress = new($"{scheme}://easygig.example"), AllowAutoRedirect = false, HandleCookies = true });
}
