using System.Net;
using EasyGig.Web.Hosting;
using EasyGig.Web.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EasyGig.Tests.Account;

public sealed class SignInPageTests(EasyGigApp app) : IClassFixture<EasyGigApp>
{
    [Theory]
    [InlineData(Roles.Artist, "/artist")]
    [InlineData(Roles.ArtDirector, "/director")]
    [InlineData(Roles.Promoter, "/promoter")]
    public async Task R1_signing_in_leads_to_the_workspace(string role, string home)
    {
        var person = await app.PersonAsync(role);
        Assert.Equal(home, (await TryAsync(app.Open(), person.Email!, EasyGigApp.Password)).Path);
    }

    [Fact]
    public async Task R1_signing_in_leads_back_to_where_one_was_but_never_to_another_site()
    {
        var person = await app.PersonAsync(Roles.Artist);
        var visitor = app.Open();
        var asked = await visitor.OpenAsync("/account/manage");
        Assert.StartsWith("/account/login", asked.Path, StringComparison.Ordinal);
        var back = await visitor.SubmitAsync(asked, "Sign in", ("Input.Email", person.Email!), ("Input.Password", EasyGigApp.Password));
        Assert.Equal("/account/manage", back.Path);

        var other = app.Open();
        var lured = await other.OpenAsync("/account/login?ReturnUrl=https%3A%2F%2Fevil.example%2F");
        var home = await other.SubmitAsync(lured, "Sign in", ("Input.Email", person.Email!), ("Input.Password", EasyGigApp.Password));
        Assert.Equal("/artist", home.Path);
    }

    [Fact]
    public async Task R1_five_wrong_passwords_lock_out_and_unknown_addresses_get_the_very_same_answers()
    {
        var person = await app.PersonAsync(Roles.Artist);
        var (known, unknown) = (app.Open(), app.Open());
        for (var attempt = 1; attempt <= 6; attempt++)
        {
            var (a, b) = (await TryAsync(known, person.Email!, "wrong wrong wrong"), await TryAsync(unknown, "nobody@example.org", "wrong wrong wrong"));
            Assert.Equal(Sentence(a), Sentence(b));
            Assert.Contains(attempt <= 5 ? "do not match" : "Too many attempts", Sentence(a), StringComparison.Ordinal);
        }

        Assert.Contains("Too many attempts", Sentence(await TryAsync(known, person.Email!, EasyGigApp.Password)), StringComparison.Ordinal);

        app.Clock.Now += PasswordSignIn.LockOut;
        Assert.Equal("/artist", (await TryAsync(known, person.Email!, EasyGigApp.Password)).Path);
    }

    [Theory]
    [InlineData("Input.Remember", "nonsense")]
    [InlineData("Input.Password", "\ud800")]
    public async Task R1_nonsense_in_a_field_is_answered_with_a_page(string field, string nonsense)
    {
        var visitor = app.Open();
        var page = await visitor.SubmitAsync(await visitor.OpenAsync("/account/login"), "Sign in", (field, nonsense));
        Assert.Equal(HttpStatusCode.OK, page.Status);
    }

    [Fact]
    public async Task R1_signing_out_makes_a_copied_cookie_worthless()
    {
        var person = await app.PersonAsync(Roles.Artist);
        var visitor = await app.SignInAsync(person);
        var page = await visitor.OpenAsync("/account/manage");
        Assert.Equal(1, await SessionsAsync(person));

        await visitor.SubmitAsync(page, "Sign out");

        Assert.Equal(0, await SessionsAsync(person));
        Assert.StartsWith("/account/login", (await visitor.OpenAsync("/account/manage")).Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task R1_looking_at_the_sign_out_page_signs_nobody_out()
    {
        var visitor = await app.SignInAsync(await app.PersonAsync(Roles.Artist));
        await visitor.OpenAsync("/account/logout");
        Assert.Equal("/account/manage", (await visitor.OpenAsync("/account/manage")).Path);
    }

    [Fact]
    public async Task R1_a_new_password_ends_every_other_session()
    {
        var person = await app.PersonAsync(Roles.Artist);
        var (here, elsewhere) = (await app.SignInAsync(person), await app.SignInAsync(person));

        var wrong = await here.SubmitAsync(await here.OpenAsync("/account/manage/password"), "Set the password",
            ("Input.Current", "not this one at all"), ("Input.Password", "another long passphrase"));
        Assert.Equal("This is not your current password.", wrong.ErrorOf("Input.Current"));

        var done = await here.SubmitAsync(wrong, "Set the password", ("Input.Current", EasyGigApp.Password), ("Input.Password", "another long passphrase"));

        Assert.Equal("/account/manage", done.Path);
        Assert.StartsWith("/account/login", (await elsewhere.OpenAsync("/account/manage")).Path, StringComparison.Ordinal);
        Assert.Equal("/account/manage", (await here.OpenAsync("/account/manage")).Path);
    }

    [Fact]
    public async Task R1_a_forgotten_password_is_set_anew_by_mail_once()
    {
        var person = await app.PersonAsync(Roles.Artist);
        var (signedIn, visitor) = (await app.SignInAsync(person), app.Open());
        var known = await visitor.SubmitAsync(await visitor.OpenAsync("/account/forgot-password"), "Send me the link", ("Input.Email", person.Email!));
        var unknown = await visitor.SubmitAsync(await visitor.OpenAsync("/account/forgot-password"), "Send me the link", ("Input.Email", "nobody@example.org"));
        Assert.Equal((unknown.Path, unknown.Text), (known.Path, known.Text));
        for (var guess = 1; guess <= 5; guess++) await TryAsync(visitor, person.Email!, "wrong wrong wrong");

        var link = await app.LinkOfAsync(person.Email!, "reset_password");
        var done = await visitor.SubmitAsync(await visitor.OpenAsync(link), "Set the password", ("Input.Password", "another long passphrase"));
        Assert.Contains("Your new password is set", done.Text, StringComparison.Ordinal);

        Assert.StartsWith("/account/login", (await signedIn.OpenAsync("/account/manage")).Path, StringComparison.Ordinal);
        Assert.Equal("/artist", (await TryAsync(visitor, person.Email!, "another long passphrase")).Path);
        var again = await visitor.SubmitAsync(await visitor.OpenAsync(link), "Set the password", ("Input.Password", "a third long passphrase"));
        Assert.Contains("no longer valid", again.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task R1_links_in_mails_do_not_follow_the_host_header()
    {
        var person = await app.PersonAsync(Roles.Artist);
        var visitor = app.Open();
        await visitor.SubmitAsync(await visitor.OpenAsync("/account/forgot-password"), "Send me the link", ("Input.Email", person.Email!));
        var text = await app.WithDbAsync(db => db.Mails.Where(m => m.Address == person.Email).Select(m => m.Text).SingleAsync());
        Assert.Contains(app.Services.GetRequiredService<SiteAddress>().To("/account/reset-password").AbsoluteUri, text, StringComparison.Ordinal);

        using var poisoner = app.CreateClient();
        poisoner.DefaultRequestHeaders.Host = "evil.example";
        using var refused = await poisoner.GetAsync(new Uri("/account/forgot-password", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
    }

    [Fact]
    public async Task R1_the_wrong_role_is_told_so_and_nobody_is_asked_to_sign_in()
    {
        var artist = await app.SignInAsync(await app.PersonAsync(Roles.Artist));
        Assert.Equal(HttpStatusCode.Forbidden, (await artist.OpenAsync("/admin/mail")).Status);
        Assert.StartsWith("/account/login", (await app.Open().OpenAsync("/admin/mail")).Path, StringComparison.Ordinal);
    }

    private Task<int> SessionsAsync(Person person) => app.WithDbAsync(db => db.Sessions.CountAsync(s => s.PersonId == person.Id));

    private static string Sentence(PageView page) => page.Document.QuerySelector(".validation-summary")?.TextContent.Trim() ?? "";

    private static async Task<PageView> TryAsync(Visitor visitor, string email, string password) =>
        await visitor.SubmitAsync(await visitor.OpenAsync("/account/login"), "Sign in", ("Input.Email", email), ("Input.Password", password));
}
