using EasyGig.Web.Identity;

namespace EasyGig.Tests.Races;

public sealed class SignInRaceTests(EasyGigApp app) : IClassFixture<EasyGigApp>
{
    private const int Guesses = 30;

    [Fact]
    public async Task R1_thirty_guesses_at_once_are_five_guesses()
    {
        var person = await app.PersonAsync(Roles.Artist);
        var attacker = app.Open();

        var answers = await AtOnceAsync(attacker, person, "wrong wrong wrong");

        Assert.Equal(5, answers.Count(answer => answer.Text.Contains("do not match", StringComparison.Ordinal)));
        Assert.Equal(Guesses - 5, answers.Count(IsLockedOut));
        Assert.All(await AtOnceAsync(attacker, person, EasyGigApp.Password), answer => Assert.True(IsLockedOut(answer)));
        await app.SignInAsync(person); // from elsewhere the owner still gets in
    }

    [Fact]
    public async Task R1_the_right_password_is_no_guess_however_often_it_comes_at_once()
    {
        var person = await app.PersonAsync(Roles.Artist);
        Assert.All(await AtOnceAsync(app.Open(), person, EasyGigApp.Password), answer => Assert.Equal("/artist", answer.Path));
    }

    private static async Task<PageView[]> AtOnceAsync(Visitor visitor, Person person, string password)
    {
        var page = await visitor.OpenAsync("/account/login");
        return await Race.AtOnceAsync(Enumerable.Range(0, Guesses).Select(_ => (Func<Task<PageView>>)(() =>
            visitor.SubmitAsync(page, "Sign in", ("Input.Email", person.Email!), ("Input.Password", password)))));
    }

    private static bool IsLockedOut(PageView answer) => answer.Text.Contains("Too many attempts", StringComparison.Ordinal);
}
