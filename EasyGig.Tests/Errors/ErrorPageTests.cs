using System.Net;
using System.Text;
using EasyGig.Web.Demo;
using EasyGig.Web.Identity;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace EasyGig.Tests.Errors;

public sealed class ErrorPageTests(EasyGigApp app) : IClassFixture<EasyGigApp>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/nowhere", 404, "Not on the bill.")]
    [InlineData("/error/403", 403, "This door is not yours.")]
    [InlineData("/error/418", 418, "That did not come through.")]
    [InlineData("/error/502", 502, "We blew a fuse.")]
    [InlineData("/error/503", 503, "The sound is off for a moment.")]
    [InlineData("/error/200", 404, "Not on the bill.")]
    [InlineData("/error/99999999999", 404, "Not on the bill.")]
    public async Task Every_error_has_a_page_under_its_own_status(string path, int status, string title)
    {
        var page = await app.Open().OpenAsync(path);
        Assert.Equal((status, title), ((int)page.Status, page.Document.QuerySelector("h1")!.TextContent));
        Assert.NotNull(page.Document.QuerySelector(".actions a.btn-primary"));
    }

    [Fact]
    public async Task R40a_it_speaks_the_readers_language_and_changing_it_leads_back_to_the_address()
    {
        var http = app.CreateClient(new() { AllowAutoRedirect = false });
        http.DefaultRequestHeaders.AcceptLanguage.ParseAdd("it");
        var visitor = new Visitor(http);
        var page = await visitor.OpenAsync("/nowhere?a=1");
        Assert.Equal("Non è in programma.", page.Document.QuerySelector("h1")!.TextContent);
        var english = await visitor.SubmitAsync(page, "English", ("culture", "en"));
        Assert.Equal(("/nowhere?a=1", "Not on the bill."), (english.Path, english.Document.QuerySelector("h1")!.TextContent));
    }

    [Fact]
    public async Task Another_roles_page_is_a_closed_door_with_a_way_home()
    {
        var visitor = await app.SignInAsync(await app.PersonAsync(Roles.Artist));
        var page = await visitor.OpenAsync("/admin/mail");
        Assert.Equal((HttpStatusCode.Forbidden, "/admin/mail"), (page.Status, page.Path));
        Assert.NotNull(page.Document.QuerySelector(".actions a[href='/artist']"));
        Assert.True(page.Has("Sign out"));
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused_once_and_kindly()
    {
        var http = app.CreateClient();
        using var form = new FormUrlEncodedContent([new("Input.Email", "a@example.org")]);
        var answer = await http.PostAsync(new Uri("/account/login", UriKind.Relative), form, Ct);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("That did not come through.", await answer.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_in_another_charset_or_beyond_the_rate_gets_its_own_page()
    {
        await using var site = app.WithWebHostBuilder(_ => { }); // of its own: the rate is kept by each
        var http = site.CreateClient();
        using var latin = new StringContent("a=b", Encoding.Latin1, "application/x-www-form-urlencoded");
        var answer = await http.PostAsync(new Uri("/account/login", UriKind.Relative), latin, Ct);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.StatusCode);
        Assert.Contains("We cannot read this format.", await answer.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);

        for (var i = 0; i < 200 && answer.StatusCode != HttpStatusCode.TooManyRequests; i++)
            answer = await http.PostAsync(new Uri("/account/forgot-password", UriKind.Relative), null, Ct);
        Assert.Equal((HttpStatusCode.TooManyRequests, 60), (answer.StatusCode, answer.Headers.RetryAfter!.Delta!.Value.TotalSeconds));
        Assert.Contains("A little slower, please.", await answer.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_too_long_is_refused_before_it_is_read()
    {
        await using var site = app.WithWebHostBuilder(_ => { });
        site.UseKestrel(0);
        site.StartServer();
        using var http = site.CreateClient();
        using var form = new FormUrlEncodedContent([new("Input.Email", new string('a', 2 << 20))]);
        var answer = await http.PostAsync(new Uri("/account/login", UriKind.Relative), form, Ct);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Contains("Too big for the stage.", await answer.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failure_shows_a_number_and_nothing_of_the_inside()
    {
        await using var site = app.WithWebHostBuilder(b => b.ConfigureTestServices(s => s.AddScoped<DemoAccounts>(_ => throw new InvalidOperationException("a secret of the house"))));
        var page = await new Visitor(site.CreateClient()).OpenAsync("/account/login");
        Assert.Equal((HttpStatusCode.InternalServerError, "We blew a fuse."), (page.Status, page.Document.QuerySelector("h1")!.TextContent));
        Assert.Matches("^[0-9a-f]{32}$", page.Document.QuerySelector(".reference")!.TextContent);
        Assert.Equal(page.Document.QuerySelector(".reference")!.TextContent, Assert.Single(page.Response.Headers.GetValues("X-Request-Id")));
        Assert.DoesNotContain("secret", page.Document.Source.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", page.Document.Source.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_can_be_shown_even_when_signing_in_is_what_failed()
    {
        var store = new FailingStore();
        await using var site = app.WithWebHostBuilder(b => b.ConfigureTestServices(s => s.AddSingleton<ITicketStore>(services => store.Over(ActivatorUtilities.CreateInstance<SessionStore>(services)))));
        var visitor = new Visitor(site.CreateClient(new() { AllowAutoRedirect = false }));
        var person = await app.PersonAsync(Roles.Artist);
        await visitor.SubmitAsync(await visitor.OpenAsync("/account/login"), "Sign in", ("Input.Email", person.Email!), ("Input.Password", EasyGigApp.Password));
        store.Fails = true;
        var page = await visitor.OpenAsync("/account/manage");
        Assert.Equal((HttpStatusCode.InternalServerError, "We blew a fuse."), (page.Status, page.Document.QuerySelector("h1")!.TextContent));
    }

    private sealed class FailingStore : ITicketStore
    {
        private ITicketStore _inner = null!;

        public bool Fails { get; set; }

        public FailingStore Over(ITicketStore inner)
        {
            _inner = inner;
            return this;
        }

        public Task<AuthenticationTicket?> RetrieveAsync(string key) => Fails ? throw new InvalidOperationException("The database is away.") : _inner.RetrieveAsync(key);
        public Task<string> StoreAsync(AuthenticationTicket ticket) => _inner.StoreAsync(ticket);
        public Task RenewAsync(string key, AuthenticationTicket ticket) => _inner.RenewAsync(key, ticket);
        public Task RemoveAsync(string key) => _inner.RemoveAsync(key);
    }
}
