using System.Net;
using EasyGig.Web.Identity;

namespace EasyGig.Tests.House;

/// <summary>Who may change what: every form of the site, sent by nobody, by every role that has no business there, and without its token.</summary>
public sealed class ActTests(EasyGigApp app) : IClassFixture<EasyGigApp>
{
    [Fact]
    public async Task A_form_behind_a_door_is_taken_from_nobody_who_may_not_open_it()
    {
        var cast = await Cast.OfAsync(app);
        var forms = await FormsAsync(cast);
        var visitors = new Dictionary<string, Visitor> { [""] = app.Open() };
        foreach (var (role, person) in cast.People) visitors.Add(role, await app.SignInAsync(person));
        var before = await app.FingerprintAsync();
        foreach (var (role, visitor) in visitors)
        {
            var page = await visitor.OpenAsync(role.Length == 0 ? "/account/login" : "/account/manage");
            foreach (var (door, path) in forms.Where(form => form.Door is not Door.Everybody && (role.Length == 0 || !SiteMap.RolesBehind(form.Door).Contains(role))))
            {
                var answer = await visitor.PostAsync(page, path);
                var refused = role.Length == 0 ? answer.Path.StartsWith("/account/login?", StringComparison.Ordinal) : answer.Status == HttpStatusCode.Forbidden;
                Assert.True(refused, $"{role} posts to {path}: {answer.Status} {answer.Path}");
            }
        }
        Assert.Equal(before, await app.FingerprintAsync());
    }

    [Fact]
    public async Task No_form_is_taken_without_its_token_or_with_that_of_another()
    {
        var cast = await Cast.OfAsync(app);
        var foreign = await app.Open().OpenAsync("/account/login");
        var visitors = new Dictionary<string, Visitor>();
        foreach (var (role, person) in cast.People) visitors.Add(role, await app.SignInAsync(person));
        var before = await app.FingerprintAsync();
        foreach (var (door, path) in (await FormsAsync(cast)).Where(form => form.Path != SiteMap.SealedPage))
        {
            var visitor = door is Door.Everybody ? app.Open() : visitors[SiteMap.RolesBehind(door).First()];
            Assert.True((await visitor.PostAsync(null, path)).Status == HttpStatusCode.BadRequest, $"{path} is taken without a token.");
            Assert.True((await visitor.PostAsync(foreign, path)).Status == HttpStatusCode.BadRequest, $"{path} is taken with the token of another.");
        }
        Assert.Equal(before, await app.FingerprintAsync());
    }

    [Fact]
    public async Task What_no_form_sends_is_found_nowhere()
    {
        var cast = await Cast.OfAsync(app);
        foreach (var (role, person) in cast.People)
        {
            var visitor = await app.SignInAsync(person);
            var page = await visitor.OpenAsync("/account/manage");
            foreach (var entry in SiteMap.Pages.Where(entry => SiteMap.RolesBehind(entry.Door).Contains(role) && !app.Pages[entry.Route].Queries("post").Contains("")))
            {
                var answer = await visitor.PostAsync(page, await cast.PathAsync(app, entry) + "?handler=Nonsense");
                Assert.True(answer.Status is HttpStatusCode.NotFound, $"{role} at {entry.Route}: {answer.Status} {answer.Path}");
            }
        }
    }

    /// <summary>Every handler of every page that is sent something, where this cast's records are.</summary>
    private async Task<IReadOnlyList<(Door Door, string Path)>> FormsAsync(Cast cast)
    {
        var (forms, pages) = (new List<(Door, string)>(), app.Pages);
        foreach (var page in SiteMap.Pages)
            foreach (var query in pages[page.Route].Queries("post"))
                forms.Add((page.Door, await cast.PathAsync(app, page) + query));
        Assert.NotEmpty(forms);
        return forms;
    }
}
