using System.Net;
using EasyGig.Tests.House;
using EasyGig.Web.Identity;

namespace EasyGig.Tests.Hosting;

/// <summary>What every answer tells a browser not to do.</summary>
public sealed class TrustTests(EasyGigApp app) : IClassFixture<EasyGigApp>
{
    private const string Policy = "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'";

    [Fact]
    public async Task Every_answer_says_what_it_is_and_what_browsers_must_not_do_with_it()
    {
        var (cast, visitor) = (await Cast.OfAsync(app), app.Open());
        string[] others = ["/nowhere", "/places?q=bo", "/robots.txt", "/sitemap.xml", "/css/site.css", "/js/site.js", "/health/live"];
        foreach (var path in others.Concat(await PathsAsync(cast)))
        {
            using var answer = await visitor.FetchAsync(path, ("Origin", "https://evil.example"));
            AssertGuarded(path, answer);
        }
    }

    [Fact]
    public async Task What_somebody_sees_who_is_signed_in_is_kept_by_no_cache()
    {
        var cast = await Cast.OfAsync(app);
        var visitor = await app.SignInAsync(cast.People[Roles.ArtDirector]);
        foreach (var path in await PathsAsync(cast))
        {
            using var answer = await visitor.FetchAsync(path);
            AssertGuarded(path, answer);
            Assert.True(answer.Headers.CacheControl is { NoStore: true }, $"{path} may be kept.");
        }
    }

    [Theory]
    [InlineData("TRACE", 405)]
    [InlineData("PUT", 405)]
    [InlineData("DELETE", 405)]
    public async Task Nothing_is_done_by_a_method_that_no_page_has(string method, int status)
    {
        foreach (var path in new[] { "/places", "/robots.txt" })
        {
            using var answer = await app.CreateClient().SendAsync(new(new(method), path), TestContext.Current.CancellationToken);
            Assert.Equal((path, status), (path, (int)answer.StatusCode));
        }
    }

    private Task<string[]> PathsAsync(Cast cast) => Task.WhenAll(SiteMap.Pages.Select(page => cast.PathAsync(app, page)));

    private static void AssertGuarded(string path, HttpResponseMessage answer)
    {
        string Header(string name) => answer.Headers.TryGetValues(name, out var values) ? string.Join(",", values) : "";
        Assert.Equal((path, "nosniff"), (path, Header("X-Content-Type-Options")));
        Assert.Equal((path, "same-origin"), (path, Header("Referrer-Policy")));
        Assert.Equal((path, "same-origin"), (path, Header("Cross-Origin-Opener-Policy")));
        Assert.Equal((path, ""), (path, Header("Access-Control-Allow-Origin")));
        var file = path.StartsWith("/bookings/", StringComparison.Ordinal) && path.Contains("/files/", StringComparison.Ordinal) && answer.StatusCode is not HttpStatusCode.Redirect;
        Assert.Equal((path, file ? "default-src 'none'; sandbox" : Policy), (path, Header("Content-Security-Policy")));
        if (answer.StatusCode is HttpStatusCode.Redirect || answer.Content.Headers.ContentType is not { } type) return;
        if (type.MediaType!.StartsWith("text/html", StringComparison.Ordinal) || type.MediaType == "text/calendar") Assert.Equal((path, "utf-8"), (path, type.CharSet));
    }
}
