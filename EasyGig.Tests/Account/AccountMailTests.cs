using System.Diagnostics;
using EasyGig.Tests.Races;
using EasyGig.Web.Identity;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Tests.Account;

/// <summary>Anybody can ask for the mails about an account: what they may not do with that.</summary>
public sealed class AccountMailTests(EasyGigApp app) : IClassFixture<EasyGigApp>
{
    [Fact]
    public async Task R1_a_mail_about_an_account_is_not_written_again_for_five_minutes()
    {
        var person = await app.PersonAsync(Roles.Artist);
        await Race.AtOnceAsync(Enumerable.Range(0, 8).Select(_ => (Func<Task<PageView>>)(() => ForgetAsync(person.Email!))));
        await RegisterAsync(person.Email!);
        await RegisterAsync(person.Email!.ToUpperInvariant());
        Assert.Equal(["already_registered", "reset_password"], await KindsAsync(person));

        app.Clock.Now += AccountMail.NotAgainFor;
        await ForgetAsync(person.Email!);
        Assert.Equal(["already_registered", "reset_password", "reset_password"], await KindsAsync(person));
    }

    [Fact]
    public async Task R1_how_long_an_answer_takes_does_not_tell_whether_there_is_an_account()
    {
        var person = await app.PersonAsync(Roles.Artist);
        foreach (var email in new[] { person.Email!, "nobody@example.org" })
            foreach (var ask in new Func<string, Task<PageView>>[] { ForgetAsync, RegisterAsync })
            {
                var watch = Stopwatch.StartNew();
                Assert.Equal("/account/check-mail", (await ask(email)).Path);
                Assert.True(watch.Elapsed >= AccountMail.Patience, $"{ask.Method.Name} {email}: {watch.Elapsed}");
            }
    }

    private async Task<PageView> ForgetAsync(string email)
    {
        var visitor = app.Open();
        return await visitor.SubmitAsync(await visitor.OpenAsync("/account/forgot-password"), "Send me the link", ("Input.Email", email));
    }

    private async Task<PageView> RegisterAsync(string email)
    {
        var visitor = app.Open();
        return await visitor.SubmitAsync(await visitor.OpenAsync("/account/register"), "Register",
            ("Input.Role", Roles.Artist), ("Input.Name", "Ada Rossi"), ("Input.Email", email), ("Input.Password", EasyGigApp.Password));
    }

    private Task<List<string>> KindsAsync(Person person) =>
        app.WithDbAsync(db => db.Mails.Where(m => m.PersonId == person.Id).Select(m => m.Kind).OrderBy(kind => kind).ToListAsync());
}
