using EasyGig.Web.Identity;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Tests.Account;

public sealed class RegisterPageTests(EasyGigApp app) : IClassFixture<EasyGigApp>
{
    [Fact]
    public async Task R1_register_confirm_the_address_and_sign_in()
    {
        var (visitor, email) = (app.Open(), Address());
        var asked = await RegisterAsync(visitor, email, Roles.ArtDirector);
        Assert.Equal("/account/check-mail", asked.Path);

        var login = await visitor.SubmitAsync(await visitor.OpenAsync("/account/login"), "Sign in", ("Input.Email", email), ("Input.Password", EasyGigApp.Password));
        Assert.Contains("Confirm your e-mail address first", login.Text, StringComparison.Ordinal);

        var link = await app.LinkOfAsync(email, "confirm_email");
        Assert.False(await IsConfirmedAsync(email));
        var looked = await visitor.OpenAsync(link);
        Assert.False(await IsConfirmedAsync(email)); // looking at the link changes nothing
        var confirmed = await visitor.SubmitAsync(looked, "Confirm");
        Assert.Contains("your e-mail address is confirmed", confirmed.Text, StringComparison.Ordinal);

        var home = await visitor.SubmitAsync(confirmed, "Sign in", ("Input.Email", email), ("Input.Password", EasyGigApp.Password));
        Assert.Equal("/director", home.Path);
    }

    [Fact]
    public async Task R1_who_registers_to_apply_is_led_back_to_the_slot()
    {
        var (_, venue) = await app.VenueAsync();
        var slot = await app.SlotAsync(venue);
        var (visitor, email) = (app.Open(), Address());
        var page = await visitor.OpenAsync($"/slots/{slot.Id}");
        var form = await visitor.OpenAsync(page.Document.QuerySelector("#apply a[href^='/account/register']")!.GetAttribute("href")!);
        Assert.NotNull(form.Document.QuerySelector("[value=Artist][checked]"));
        await visitor.SubmitAsync(form, "Register", ("Input.Name", "Ada Rossi"), ("Input.Email", email), ("Input.Password", EasyGigApp.Password));
        await visitor.SubmitAsync(await visitor.OpenAsync("/account/login"), "Sign in", ("Input.Email", email), ("Input.Password", EasyGigApp.Password)); // too early

        var confirmed = await visitor.SubmitAsync(await visitor.OpenAsync(await app.LinkOfAsync(email, "confirm_email")), "Confirm");

        var back = await visitor.SubmitAsync(confirmed, "Sign in", ("Input.Email", email), ("Input.Password", EasyGigApp.Password));
        Assert.Equal($"/slots/{slot.Id}", back.Path);
    }

    [Fact]
    public async Task R1_a_known_address_gets_the_same_answer_and_its_owner_a_mail()
    {
        var known = await app.PersonAsync(Roles.Artist);

        var unknownAnswer = await RegisterAsync(app.Open(), Address(), Roles.Artist);
        var knownAnswer = await RegisterAsync(app.Open(), known.Email!, Roles.Artist);

        Assert.Equal((unknownAnswer.Path, unknownAnswer.Text), (knownAnswer.Path, knownAnswer.Text));
        Assert.Equal("/account/forgot-password", await app.LinkOfAsync(known.Email!, "already_registered"));
        Assert.Equal(1, await app.WithDbAsync(db => db.Users.CountAsync(p => p.Email == known.Email)));
    }

    [Theory]
    [InlineData("o'brien")]
    [InlineData("ada+gigs&more")]
    public async Task R1_an_address_may_have_any_characters_that_mail_has(string name)
    {
        var email = $"{name}.{Address()}";
        Assert.Equal("/account/check-mail", (await RegisterAsync(app.Open(), email, Roles.Artist)).Path);
        Assert.NotEmpty(await app.LinkOfAsync(email, "confirm_email"));
    }

    [Theory]
    [InlineData("Input.Email", "no address", "E-mail")]
    [InlineData("Input.Email", "ada rossi@example.org", "This is not an e-mail address.")]
    [InlineData("Input.Email", "Ada <ada@example.org>", "This is not an e-mail address.")]
    [InlineData("Input.Password", "short", "10")]
    [InlineData("Input.Password", "passwordpassword", "too easy to guess")]
    [InlineData("Input.Name", "", "Your name")]
    [InlineData("Input.Role", "Admin", "Choose what you are")]
    public async Task R1_what_cannot_be_is_said_beside_the_field_and_the_rest_is_kept(string field, string typed, string said)
    {
        var visitor = app.Open();
        var email = Address();
        var page = await RegisterAsync(visitor, email, Roles.Promoter, (field, typed));

        Assert.Equal("/account/register", page.Path);
        Assert.Contains(said, page.ErrorOf(field), StringComparison.Ordinal);
        if (field != "Input.Email") Assert.Equal(email, page.Document.QuerySelector("[name='Input.Email']")!.GetAttribute("value"));
        Assert.False(await app.WithDbAsync(db => db.Users.AnyAsync(p => p.Email == email)));
    }

    private static string Address() => $"{Guid.NewGuid():N}@example.org";

    private Task<bool> IsConfirmedAsync(string email) => app.WithDbAsync(db => db.Users.Where(p => p.Email == email).Select(p => p.EmailConfirmed).SingleAsync());

    private static async Task<PageView> RegisterAsync(Visitor visitor, string email, string role, params (string, object)[] instead) =>
        await visitor.SubmitAsync(await visitor.OpenAsync("/account/register"), "Register",
            [("Input.Role", role), ("Input.Name", "Ada Rossi"), ("Input.Email", email), ("Input.Password", EasyGigApp.Password), .. instead]);
}
