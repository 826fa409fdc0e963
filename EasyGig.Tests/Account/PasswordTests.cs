using System.Buffers.Binary;
using EasyGig.Web.Identity;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EasyGig.Tests.Account;

/// <summary>How passwords are kept, and what a link in a mail is worth.</summary>
public sealed class PasswordTests(EasyGigApp app) : IClassFixture<EasyGigApp>
{
    private const int Sha512 = 2, Rounds = 210_000;

    [Fact]
    public void R1_passwords_are_hashed_with_210_000_rounds()
    {
        var services = new ServiceCollection();
        services.AddAccounts(development: false);
        var options = services.BuildServiceProvider().GetRequiredService<Microsoft.Extensions.Options.IOptions<PasswordHasherOptions>>();
        var (method, rounds) = Header(new PasswordHasher<Person>(options).HashPassword(new(), EasyGigApp.Password));
        Assert.Equal(Sha512, method);
        Assert.True(rounds >= Rounds, $"Only {rounds} rounds.");
    }

    [Fact]
    public async Task R1_a_password_that_was_hashed_with_fewer_rounds_is_hashed_anew_at_the_next_sign_in()
    {
        var person = await app.PersonAsync(Roles.Artist);
        Assert.Equal(1, Header(await HashAsync(person)).Rounds);
        await using var site = app.WithWebHostBuilder(web => web.ConfigureTestServices(services => services.PostConfigure<PasswordHasherOptions>(options => options.IterationCount = Rounds)));
        await app.SignInAsync(person, site);
        Assert.Equal(Rounds, Header(await HashAsync(person)).Rounds);
    }

    [Fact]
    public async Task R1_a_long_password_of_any_letters_counts_to_its_last_one()
    {
        var person = await app.PersonAsync(Roles.Artist);
        var visitor = await app.SignInAsync(person);
        var password = string.Concat(Enumerable.Repeat("così lunga, 弾き語り 🎸 ", 6))[..100];
        var done = await visitor.SubmitAsync(await visitor.OpenAsync("/account/manage/password"), "Set the password", ("Input.Current", EasyGigApp.Password), ("Input.Password", password));
        Assert.Equal("/account/manage", done.Path);
        Assert.Equal("/account/login", (await TryAsync(person, password[..^1])).Path);
        Assert.Equal("/account/login", (await TryAsync(person, password.ToUpperInvariant())).Path);
        Assert.Equal("/artist", (await TryAsync(person, password)).Path);
    }

    [Fact]
    public async Task R1_a_link_is_good_for_a_day_and_not_for_longer()
    {
        Assert.Equal(TimeSpan.FromDays(1), app.Services.GetRequiredService<Microsoft.Extensions.Options.IOptions<DataProtectionTokenProviderOptions>>().Value.TokenLifespan);
        var person = await app.PersonAsync(Roles.Artist);
        var asking = app.Open();
        await asking.SubmitAsync(await asking.OpenAsync("/account/forgot-password"), "Send me the link", ("Input.Email", person.Email!));
        var link = await app.LinkOfAsync(person.Email!, "reset_password");

        await using var later = app.WithWebHostBuilder(web => web.ConfigureTestServices(services => // a day later: the framework reads no clock of ours
            services.PostConfigure<DataProtectionTokenProviderOptions>(options => options.TokenLifespan -= TimeSpan.FromDays(1))));
        Assert.Contains("no longer valid", (await SetAsync(app.Open(later), link)).Text, StringComparison.Ordinal);
        Assert.Contains("Your new password is set", (await SetAsync(app.Open(), link)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task R1_a_link_works_for_nobody_else_and_for_nothing_else()
    {
        var (person, other) = (await app.PersonAsync(Roles.Artist), await app.PersonAsync(Roles.Artist));
        var asking = app.Open();
        await asking.SubmitAsync(await asking.OpenAsync("/account/forgot-password"), "Send me the link", ("Input.Email", person.Email!));
        var link = await app.LinkOfAsync(person.Email!, "reset_password");
        Assert.Contains("no longer valid", (await SetAsync(app.Open(), link.Replace($"{person.Id}", $"{other.Id}", StringComparison.Ordinal))).Text, StringComparison.Ordinal);
        var confirm = await asking.SubmitAsync(await asking.OpenAsync(link.Replace("reset-password", "confirm-email", StringComparison.Ordinal)), "Confirm");
        Assert.Contains("no longer valid", confirm.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task R1_a_link_that_confirms_an_address_works_once_and_sets_no_password()
    {
        var (visitor, email) = (app.Open(), $"{Guid.NewGuid():N}@example.org");
        await visitor.SubmitAsync(await visitor.OpenAsync("/account/register"), "Register",
            ("Input.Role", Roles.Artist), ("Input.Name", "Ada Rossi"), ("Input.Email", email), ("Input.Password", EasyGigApp.Password));
        var link = await app.LinkOfAsync(email, "confirm_email");
        Assert.Contains("no longer valid", (await SetAsync(app.Open(), link.Replace("confirm-email", "reset-password", StringComparison.Ordinal))).Text, StringComparison.Ordinal);

        await using var later = app.WithWebHostBuilder(web => web.ConfigureTestServices(services =>
            services.PostConfigure<DataProtectionTokenProviderOptions>(options => options.TokenLifespan -= TimeSpan.FromDays(1))));
        Assert.Contains("no longer valid", (await ConfirmAsync(app.Open(later), link)).Text, StringComparison.Ordinal);
        Assert.Contains("your e-mail address is confirmed", (await ConfirmAsync(visitor, link)).Text, StringComparison.Ordinal);
        Assert.Contains("no longer valid", (await ConfirmAsync(visitor, link)).Text, StringComparison.Ordinal);
    }

    private static async Task<PageView> ConfirmAsync(Visitor visitor, string link) => await visitor.SubmitAsync(await visitor.OpenAsync(link), "Confirm");

    private static async Task<PageView> SetAsync(Visitor visitor, string link) =>
        await visitor.SubmitAsync(await visitor.OpenAsync(link), "Set the password", ("Input.Password", "another long passphrase"));

    private async Task<PageView> TryAsync(Person person, string password)
    {
        var visitor = app.Open();
        return await visitor.SubmitAsync(await visitor.OpenAsync("/account/login"), "Sign in", ("Input.Email", person.Email!), ("Input.Password", password));
    }

    private Task<string> HashAsync(Person person) => app.WithDbAsync(db => db.Users.Where(p => p.Id == person.Id).Select(p => p.PasswordHash!).SingleAsync());

    /// <summary>What a hash says of itself: a byte for its form, then four each for the function and the rounds.</summary>
    private static (int Method, int Rounds) Header(string hash)
    {
        var bytes = Convert.FromBase64String(hash);
        return (BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(1)), BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(5)));
    }
}
