using System.Net;
using EasyGig.Tests.Mail;
using EasyGig.Web.Identity;

namespace EasyGig.Tests.Races;

/// <summary>Who guesses a password at one node and at another: what one of them has in memory is nothing to the other.</summary>
public sealed class GuessTests(EasyGigApp app) : IClassFixture<EasyGigApp>
{
    [Fact]
    public async Task R1_five_wrong_passwords_are_five_on_a_node_in_a_process_of_its_own_too()
    {
        app.Clock.Now = TimeProvider.System.GetUtcNow(); // by which the process goes
        var person = await app.PersonAsync(Roles.Artist);
        await using var mails = new SmtpSink();
        using var process = await SiteProcess.StartAsync(app.Owner.ConnectionString, mails, ticks: false, TestContext.Current.CancellationToken);
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = process.Address };
        var (here, there) = (app.Open(address: IPAddress.Loopback), new Visitor(http));

        foreach (var node in new[] { here, there, here, there, here }) Assert.Contains("do not match", (await TryAsync(node, person, "wrong wrong wrong")).Text, StringComparison.Ordinal);

        foreach (var node in new[] { there, here }) Assert.Contains("Too many attempts", (await TryAsync(node, person, EasyGigApp.Password)).Text, StringComparison.Ordinal);
        await app.SignInAsync(person); // from elsewhere the owner still gets in
    }

    private static async Task<PageView> TryAsync(Visitor visitor, Person person, string password) =>
        await visitor.SubmitAsync(await visitor.OpenAsync("/account/login"), "Sign in", ("Input.Email", person.Email!), ("Input.Password", password));
}
