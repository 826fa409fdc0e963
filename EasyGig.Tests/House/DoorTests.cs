using System.Net;
using EasyGig.Web.Identity;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EasyGig.Tests.House;

/// <summary>Who may open what: every page that the site has, as nobody, as every role, as a party and as a stranger.</summary>
public sealed class DoorTests(EasyGigApp app) : IClassFixture<EasyGigApp>
{
    private static readonly string[] AllRoles = [Roles.Artist, Roles.ArtDirector, Roles.Promoter, Roles.Admin];

    [Fact]
    public void Every_page_of_the_site_is_on_the_site_map() =>
        Assert.Equal(SiteMap.Pages.Select(page => page.Route).Order(StringComparer.Ordinal), Endpoints.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public async Task What_is_no_page_is_a_file_for_programs_or_for_machines()
    {
        var others = app.Services.GetRequiredService<EndpointDataSource>().Endpoints.Where(e => e.Metadata.GetMetadata<PageActionDescriptor>() is null && e.Metadata.GetMetadata<StaticAssetDescriptor>() is null);
        Assert.Equal(SiteMap.ForPrograms, others.OfType<RouteEndpoint>().Select(endpoint => endpoint.RoutePattern.RawText));
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
        var (cast, other) = (await Cast.OfAsync(app), await Cast.OfAsync(app));
        foreach (var page in SiteMap.Pages.Where(page => page.Own))
        {
            var path = await cast.PathAsync(app, page);
            foreach (var role in SiteMap.RolesBehind(page.Door))
            {
                var stranger = await app.SignInAsync(other.People[role]);
                Assert.True((await stranger.OpenAsync(path)).Status == HttpStatusCode.NotFound, $"{role} opens {page.Route}");
                foreach (var handler in await HandlersAsync(page.Route))
                {
                    var answer = await stranger.PostAsync(await stranger.OpenAsync("/account/manage"), handler.Length == 0 ? path : $"{path}?handler={handler}");
                    Assert.True(answer.Status == HttpStatusCode.NotFound, $"{role} posts {handler} to {page.Route}: {answer.Status}");
                }
            }
        }
    }

    [Fact]
    public async Task Looking_at_every_page_changes_nothing()
    {
        var cast = await Cast.OfAsync(app);
        var visitors = new List<Visitor>();
        foreach (var role in AllRoles) visitors.Add(await app.SignInAsync(cast.People[role]));
        var before = await FingerprintAsync();
        foreach (var visitor in visitors)
            foreach (var page in SiteMap.Pages) await visitor.OpenAsync(await cast.PathAsync(app, page));
        Assert.Equal(before, await FingerprintAsync());
    }

    private Dictionary<string, PageActionDescriptor> Endpoints => (
        from endpoint in app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        let page = endpoint.Metadata.GetMetadata<PageActionDescriptor>()
        where page is not null && endpoint.RoutePattern.RawText is not "Index"
        select (Route: endpoint.RoutePattern.RawText!.Trim('/'), page)).DistinctBy(e => e.Route).ToDictionary(e => e.Route, e => e.page);

    private async Task<IReadOnlyList<string>> HandlersAsync(string route)
    {
        var page = await app.Services.GetRequiredService<PageLoader>().LoadAsync(Endpoints[route], EndpointMetadataCollection.Empty);
        return [.. page.HandlerMethods.Where(handler => handler.HttpMethod.Equals("POST", StringComparison.OrdinalIgnoreCase)).Select(handler => handler.Name ?? "")];
    }

    /// <summary>All rows of all tables, but for the sessions, which every signed-in request may prolong.</summary>
    private Task<string> FingerprintAsync() => app.WithDbAsync(async db =>
    {
        var tables = await db.Database.SqlQuery<string>($"""
            SELECT table_name::text AS "Value" FROM information_schema.tables
            WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND table_name NOT IN ('sessions', 'data_protection_keys', 'cities', 'city_names', 'regions', 'countries')
            ORDER BY 1
            """).ToListAsync();
        var prints = new List<string>();
        foreach (var table in tables)
        {
            await using var command = app.Owner.CreateCommand($"SELECT md5(string_agg(t::text, '|' ORDER BY t::text)) FROM \"{table}\" t");
            prints.Add($"{table} {await command.ExecuteScalarAsync()}");
        }
        return string.Join('\n', prints);
    });
}
