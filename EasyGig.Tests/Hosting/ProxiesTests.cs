using System.Net;
using EasyGig.Web.Hosting;
using EasyGig.Web.Identity;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Tests.Hosting;

public sealed class ProxiesTests(EasyGigApp app) : IClassFixture<EasyGigApp>
{
    private const string Client = "203.0.113.9";

    [Theory]
    [InlineData("", "192.0.2.7", Client, false)]
    [InlineData("192.0.2.0/24, 10.0.0.1", "192.0.2.7", Client, true)]
    [InlineData("192.0.2.0/24, 10.0.0.1", "198.51.100.7", Client, false)]
    [InlineData("192.0.2.7", "192.0.2.7", Client, true)]
    [InlineData("192.0.2.7 10.0.0.1", "192.0.2.7", "1.2.3.4, " + Client + ", 10.0.0.1", true)] // a chain of ours; what the client itself says is not believed
    [InlineData("192.0.2.7", "::ffff:192.0.2.7", Client, true)]
    public async Task R1_only_our_own_proxies_say_where_a_client_is_and_how_it_came(string proxies, string from, string forwardedFor, bool believed)
    {
        await using var site = app.WithWebHostBuilder(builder => builder.UseSetting("EasyGig:Proxies", proxies));
        var http = site.CreateClient();
        http.DefaultRequestHeaders.Add("X-Test-Address", from);
        http.DefaultRequestHeaders.Add("X-Forwarded-For", forwardedFor);
        http.DefaultRequestHeaders.Add("X-Forwarded-Proto", string.Join(", ", forwardedFor.Split(',').Select(_ => "https")));
        var (visitor, person) = (new Visitor(http), await app.PersonAsync(Roles.Artist));

        var login = await visitor.OpenAsync("/account/login");
        var cookie = Assert.Single(login.Response.Headers.GetValues("Set-Cookie"), set => set.Contains("antiforgery", StringComparison.Ordinal));
        Assert.Equal(believed, cookie.Contains("secure", StringComparison.Ordinal));

        http.DefaultRequestHeaders.Remove("X-Forwarded-Proto"); // the cookie of a test goes over http
        http.DefaultRequestHeaders.Add("Cookie", cookie.Split(';')[0]);
        await visitor.SubmitAsync(login, "Sign in", ("Input.Email", person.Email!), ("Input.Password", "wrong wrong wrong"));
        Assert.Equal(believed ? Client : IPAddress.Parse(from).MapToIPv4().ToString(),
            await app.WithDbAsync(db => db.SignInTries.OrderByDescending(t => t.Id).Select(t => t.Address).FirstAsync(TestContext.Current.CancellationToken)));
    }

    [Theory]
    [InlineData("proxy.example")]
    [InlineData("10.0.0.0/33")]
    public void What_is_no_network_is_said_at_the_start(string proxies) =>
        Assert.Contains(proxies, Assert.Throws<InvalidOperationException>(() => Proxies.Read(proxies, "EasyGig:Proxies")).Message, StringComparison.Ordinal);
}
