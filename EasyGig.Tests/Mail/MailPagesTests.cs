using System.Net;
using EasyGig.Domain.Mails;
using EasyGig.Web.Identity;
using EasyGig.Web.Mail;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Tests.Mail;

public sealed class MailPagesTests(EasyGigApp app) : IClassFixture<EasyGigApp>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static readonly Letter Letter = new("Confirm your address", "Hi Ada,", ["<script>alert(1)</script>"], "Bye")
    {
        Button = new("Confirm", new("https://easygig.example/account/confirm?code=1")),
    };

    [Fact]
    public async Task R38_without_a_mail_server_a_developer_reads_the_mails_in_the_browser()
    {
        var mail = await app.AddAsync(Letter.To(new(null, "ada@example.com", "it"), "confirm_email", app.Clock.Now, ics: "BEGIN:VCALENDAR"));
        var browser = app.Open();

        var list = await browser.OpenAsync("/dev/mail");
        Assert.NotNull(list.Document.QuerySelector($"a[href='/dev/mail/{mail.Id}']"));
        var page = await browser.OpenAsync($"/dev/mail/{mail.Id}");
        Assert.NotNull(page.Document.QuerySelector("a[href='https://easygig.example/account/confirm?code=1']"));
        Assert.Equal("", page.Document.QuerySelector("iframe")!.GetAttribute("sandbox"));

        var html = await browser.OpenAsync($"/dev/mail/{mail.Id}?handler=Html");
        Assert.StartsWith("default-src 'none'", html.Response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Empty(html.Document.QuerySelectorAll("script"));
        var ics = await browser.OpenAsync($"/dev/mail/{mail.Id}?handler=Ics");
        Assert.Equal("text/calendar", ics.Response.Content.Headers.ContentType?.MediaType);
    }

    [Theory, InlineData("Production", ""), InlineData("Development", "mail.example")]
    public async Task R38_nobody_reads_mails_where_they_are_sent(string environment, string host)
    {
        await using var site = app.WithWebHostBuilder(web => web.UseSetting("environment", environment).UseSetting("EasyGig:BaseUrl", "https://localhost").UseSetting("EasyGig:Mail:Host", host)
            .ConfigureTestServices(services => services.Remove(services.Single(service => service.ImplementationType == typeof(MailSender)))));
        using var http = site.CreateClient(new() { AllowAutoRedirect = false, BaseAddress = new("https://localhost") });
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync(new Uri("/dev/mail", UriKind.Relative), Ct)).StatusCode);
    }

    [Fact]
    public async Task R38_an_admin_sees_what_failed_and_why_and_sends_it_again_once()
    {
        var mail = await FailedAsync();
        var admin = await app.SignInAsync(await app.PersonAsync(Roles.Admin));
        var page = await admin.OpenAsync("/admin/mail");
        Assert.Contains("550 no such user", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("code=1", page.Document.DocumentElement.OuterHtml, StringComparison.Ordinal);

        var done = await admin.SubmitAsync(page, "Send again");
        var late = await admin.SubmitAsync(page, "Send again");

        Assert.False(done.Has("Send again"));
        Assert.Contains("already been sent again", late.Text, StringComparison.Ordinal);
        var copy = await app.WithDbAsync(db => db.Mails.SingleAsync(m => m.CopyOf == mail.Id, Ct));
        Assert.Equal((MailState.Queued, "ada@example.com"), (copy.State, copy.Address));
    }

    [Fact]
    public async Task R38_nobody_else_sees_the_mails()
    {
        var artist = await app.SignInAsync(await app.PersonAsync(Roles.Artist));
        Assert.DoesNotContain("ada@example.com", (await artist.OpenAsync("/admin/mail")).Text, StringComparison.Ordinal);
        Assert.StartsWith("/account/login", (await app.Open().OpenAsync("/admin/mail")).Path, StringComparison.Ordinal);
    }

    private async Task<OutgoingMail> FailedAsync()
    {
        var mail = Letter.To(new(null, "ada@example.com", "en"), "confirm_email", app.Clock.Now);
        await app.AddAsync(mail);
        return await app.WithDbAsync(async db =>
        {
            var stored = await db.Mails.SingleAsync(m => m.Id == mail.Id, Ct);
            stored.Claim(app.Clock.Now);
            await db.SaveChangesAsync(Ct);
            stored.GiveUp("550 no such user");
            await db.SaveChangesAsync(Ct);
            return stored;
        });
    }
}
