using System.Net;
using System.Text.RegularExpressions;
using EasyGig.Web.Identity;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;

namespace EasyGig.Tests.House;

/// <summary>Who may look at what: every page that the site has, as nobody, as every role, as a party and as a stranger.</summary>
public sealed class DoorTests(EasyGigApp app, PgFixture postgres) : IClassFixture<EasyGigApp>
{
    private const string Id = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    private static readonly HashSet<string> Changing = new(["X-Request-Id", "Date", "Set-Cookie", "Content-Length"], StringComparer.OrdinalIgnoreCase);
    private static readonly string[] AllRoles = [Roles.Artist, Roles.ArtDirector, Roles.Promoter, Roles.Admin];

    [Fact]
    public void Every_page_of_the_site_is_on_the_site_map() =>
        Assert.Equal(SiteMap.Pages.Select(page => page.Route).Order(StringComparer.Ordinal), app.Pages.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public async Task What_is_no_page_is_a_file_for_programs_or_for_machines()
    {
        Assert.Equal([.. SiteMap.ForPrograms, .. SiteMap.BySeal], app.Others.Select(endpoint => endpoint.RoutePattern.RawText));
        Assert.All(app.Others.Where(endpoint => !SiteMap.BySeal.Contains(endpoint.RoutePattern.RawText)), endpoint => Assert.Empty(endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Except(["GET", "HEAD"])));
        Assert.Empty(app.Lines);
        await using var live = new EasyGigApp(postgres) { Live = true };
        await live.InitializeAsync();
        Assert.Equal(SiteMap.ForOpenPages, live.Lines.Select(endpoint => endpoint.RoutePattern.RawText));
        Assert.All(live.Lines, endpoint => Assert.NotNull(endpoint.Metadata.GetMetadata<IAuthorizeData>()));
        foreach (var path in SiteMap.ForMachines)
        {
            var answer = await app.Open().OpenAsync(path);
            Assert.Equal((path, path == "/metrics"), (answer.Path, answer.Status == HttpStatusCode.NotFound)); // the metrics are not for strangers
        }
    }

    [Fact]
    public async Task Nobody_is_asked_to_sign_in_where_a_page_is_not_public()
    {
        var (cast, nobody) = (await Cast.OfAsync(app), app.Open());
        foreach (var page in SiteMap.Pages)
        {
            var answer = await nobody.OpenAsync(await cast.PathAsync(app, page));
            Assert.True(page.Door is Door.Everybody == !answer.Path.StartsWith("/account/login?", StringComparison.Ordinal), $"{page.Route}: {answer.Status} {answer.Path}");
        }
    }

    [Fact]
    public async Task Each_role_opens_its_own_pages_and_no_others()
    {
        var cast = await Cast.OfAsync(app);
        foreach (var role in AllRoles)
        {
            var visitor = await app.SignInAsync(cast.People[role]);
            foreach (var page in SiteMap.Pages)
            {
                var answer = await visitor.OpenAsync(await cast.PathAsync(app, page));
                var mayOpen = SiteMap.RolesBehind(page.Door).Contains(role);
                var party = !page.Own || role != Roles.Admin;
                var expected = !mayOpen ? HttpStatusCode.Forbidden : !party || page.Route.StartsWith("error", StringComparison.Ordinal) ? HttpStatusCode.NotFound : HttpStatusCode.OK;
                Assert.True(expected == answer.Status, $"{role} {page.Route}: {answer.Status}, not {expected}");
            }
        }
    }

    [Fact]
    public async Task For_a_stranger_of_the_same_role_another_persons_record_does_not_exist()
    {
        var (cast, other, pages) = (await Cast.OfAsync(app), await Cast.OfAsync(app), app.Pages);
        var before = await app.FingerprintAsync();
        foreach (var page in SiteMap.Pages.Where(page => page.Own))
        {
            var path = await cast.PathAsync(app, page);
            foreach (var role in SiteMap.RolesBehind(page.Door))
            {
                var stranger = await app.SignInAsync(other.People[role]);
                foreach (var query in pages[page.Route].Queries("get"))
                    Assert.True((await stranger.OpenAsync(path + query)).Status == HttpStatusCode.NotFound, $"{role} opens {page.Route}{query}");
                var own = await stranger.OpenAsync("/account/manage");
                foreach (var query in pages[page.Route].Queries("post"))
                {
                    var answer = await stranger.PostAsync(own, path + query);
                    Assert.True(answer.Status == HttpStatusCode.NotFound, $"{role} posts to {page.Route}{query}: {answer.Status}");
                }
                await stranger.SubmitAsync(own, "Sign out");
            }
        }
        Assert.Equal(before, await app.FingerprintAsync());
    }

    [Fact]
    public async Task What_belongs_to_a_stranger_is_answered_to_the_letter_as_what_is_not_there()
    {
        var (cast, other, pages) = (await Cast.OfAsync(app), await Cast.OfAsync(app), app.Pages);
        foreach (var page in SiteMap.Pages.Where(page => page.Own))
        {
            var path = await cast.PathAsync(app, page);
            var nowhere = Regex.Replace(path, Id, _ => Guid.CreateVersion7().ToString());
            foreach (var role in SiteMap.RolesBehind(page.Door))
            {
                var stranger = await app.SignInAsync(other.People[role]);
                var own = await stranger.OpenAsync("/account/manage");
                foreach (var query in pages[page.Route].Queries("get"))
                    Assert.Equal(Said(await stranger.OpenAsync(nowhere + query)), Said(await stranger.OpenAsync(path + query)));
                foreach (var query in pages[page.Route].Queries("post"))
                    Assert.Equal(Said(await stranger.PostAsync(own, nowhere + query)), Said(await stranger.PostAsync(own, path + query)));
                await stranger.SubmitAsync(own, "Sign out");
            }
        }
    }

    [Fact]
    public async Task Looking_at_every_page_and_where_it_leads_changes_nothing()
    {
        var (cast, pages) = (await Cast.OfAsync(app), app.Pages);
        var (visitors, seen) = (new List<Visitor>(), new HashSet<string>());
        foreach (var role in AllRoles) visitors.Add(await app.SignInAsync(cast.People[role]));
        var before = await app.FingerprintAsync();
        foreach (var visitor in visitors.Append(app.Open()))
        {
            var links = new List<string>();
            foreach (var page in SiteMap.Pages)
            {
                var path = await cast.PathAsync(app, page);
                foreach (var query in pages[page.Route].Queries("get").Append("").Distinct())
                    links.AddRange(Links(await visitor.OpenAsync(path + query)));
            }
            foreach (var link in links.Where(link => seen.Add(Shape(link)))) await visitor.OpenAsync(link);
            foreach (var path in SiteMap.ForPrograms.Where(path => !path.Contains('{', StringComparison.Ordinal))) await visitor.OpenAsync(path);
        }
        Assert.Equal(before, await app.FingerprintAsync());
    }

    /// <summary>Where a page leads on this site; no address of it says who somebody is or opens anything by itself.</summary>
    private static List<string> Links(PageView page)
    {
        var links = page.Document.QuerySelectorAll("a[href^='/']").Select(a => a.GetAttribute("href")!.Split('#')[0]).ToList();
        Assert.All(links.Where(_ => !page.Path.StartsWith("/dev/", StringComparison.Ordinal)), link => Assert.DoesNotMatch("@|%40|[?&]token=", link));
        return links;
    }

    /// <summary>All of an answer but what is new each time: the address that was asked for, the token of a form, the number of the request.</summary>
    private static string Said(PageView answer)
    {
        var headers = answer.Response.Headers.Concat(answer.Response.Content.Headers).Where(header => !Changing.Contains(header.Key));
        var lines = headers.Select(header => $"{header.Key}: {string.Join(',', header.Value)}").Order(StringComparer.Ordinal);
        return Regex.Replace($"{answer.Status}\n{string.Join('\n', lines)}\n{answer.Document.Source.Text}", $"{Id}|(?<=RequestVerificationToken\"[^>]* value=\")[^\"]*", "");
    }

    /// <summary>What a link asks for, but not of which record or of which day.</summary>
    private static string Shape(string link)
    {
        var parts = link.Split('?');
        var path = string.Join('/', parts[0].Split('/').Select(part => Guid.TryParse(part, out _) ? "" : part));
        return parts.Length == 1 ? path : $"{path}?{string.Join('&', parts[1].Split('&').Select(pair => pair.Split('=')[0]))}";
    }
}
