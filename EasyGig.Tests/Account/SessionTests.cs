using EasyGig.Web.Identity;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Tests.Account;

/// <summary>Whose a session is, and how long.</summary>
public sealed class SessionTests(EasyGigApp app) : IClassFixture<EasyGigApp>
{
    [Fact]
    public async Task R1_who_signs_in_after_somebody_else_is_signed_in_under_a_key_of_their_own()
    {
        var (ada, dora) = (await app.PersonAsync(Roles.Artist, "Ada Rossi"), await app.PersonAsync(Roles.ArtDirector, "Dora Conti"));
        var browser = await app.SignInAsync(ada);
        var keyOfAda = Assert.Single(await KeysAsync(ada));

        Assert.Equal("/director", (await SignInAsync(browser, dora)).Path);

        Assert.Equal("Dora Conti", (await browser.OpenAsync("/account/manage")).Document.QuerySelector("[name='Input.Name']")!.GetAttribute("value"));
        Assert.Empty(await KeysAsync(ada));
        Assert.NotEqual(keyOfAda, Assert.Single(await KeysAsync(dora)));
    }

    [Fact]
    public async Task R1_a_wrong_password_leaves_the_one_who_is_signed_in_alone()
    {
        var (ada, dora) = (await app.PersonAsync(Roles.Artist), await app.PersonAsync(Roles.ArtDirector));
        var browser = await app.SignInAsync(ada);
        await SignInAsync(browser, dora, "wrong wrong wrong");
        Assert.Equal("/account/manage", (await browser.OpenAsync("/account/manage")).Path);
    }

    [Theory]
    [InlineData(false, 12)]
    [InlineData(true, 14 * 24)]
    public async Task R1_a_session_ends_when_it_was_left_alone_and_the_next_one_clears_it_away(bool remembered, int hours)
    {
        var person = await app.PersonAsync(Roles.Artist);
        var browser = app.Open();
        await SignInAsync(browser, person, remember: remembered);
        for (var visit = 0; visit < 2; visit++) // whoever comes back in time stays
        {
            app.Clock.Now += TimeSpan.FromHours(hours) - TimeSpan.FromMinutes(1);
            Assert.Equal("/account/manage", (await browser.OpenAsync("/account/manage")).Path);
        }

        app.Clock.Now += TimeSpan.FromHours(hours);
        await app.SignInAsync(await app.PersonAsync(Roles.Artist));
        Assert.Empty(await KeysAsync(person));
        Assert.StartsWith("/account/login", (await browser.OpenAsync("/account/manage")).Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task R1_a_session_ends_after_thirty_days_however_often_it_is_used()
    {
        var person = await app.PersonAsync(Roles.Artist);
        var browser = await app.SignInAsync(person);
        for (var day = 8; day <= 32; day += 8)
        {
            app.Clock.Now += TimeSpan.FromDays(8);
            Assert.Equal(day < 30, (await browser.OpenAsync("/account/manage")).Path == "/account/manage");
        }
        await app.SignInAsync(await app.PersonAsync(Roles.Artist));
        Assert.Empty(await KeysAsync(person));
    }

    [Fact]
    public async Task R1_tries_are_kept_for_a_day()
    {
        await SignInAsync(app.Open(), await app.PersonAsync(Roles.Artist), "wrong wrong wrong");
        app.Clock.Now += TimeSpan.FromDays(1) + TimeSpan.FromMinutes(1);
        await SignInAsync(app.Open(), await app.PersonAsync(Roles.Artist), "wrong wrong wrong");
        Assert.All(await app.WithDbAsync(db => db.SignInTries.Select(t => t.At).ToListAsync()), at => Assert.Equal(app.Clock.Now, at));
    }

    private Task<List<string>> KeysAsync(Person person) => app.WithDbAsync(db => db.Sessions.Where(s => s.PersonId == person.Id).Select(s => s.KeyHash).ToListAsync());

    private static async Task<PageView> SignInAsync(Visitor browser, Person person, string password = EasyGigApp.Password, bool remember = false) =>
        await browser.SubmitAsync(await browser.OpenAsync("/account/login"), "Sign in",
            ("Input.Email", person.Email!), ("Input.Password", password), ("Input.Remember", remember ? "true" : "false"));
}
