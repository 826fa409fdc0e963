using System.Net;
using EasyGig.Web.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Tests.Hosting;

/// <summary>One site on two nodes behind a proxy that sends each request to either: nobody notices.</summary>
public sealed class TwoNodesTests(EasyGigApp app) : IClassFixture<EasyGigApp>, IAsyncLifetime
{
    private WebApplicationFactory<Program> _other = null!;

    public ValueTask InitializeAsync()
    {
        _other = app.AddNode();
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => _other.DisposeAsync();

    [Fact]
    public async Task R1_a_form_of_one_node_is_taken_by_the_other_and_who_signed_in_there_is_signed_in_here()
    {
        var (here, there) = Both();
        var person = await app.PersonAsync(Roles.Artist);
        Assert.Equal("/artist", (await SignInAsync(await here.OpenAsync("/account/login"), there, person)).Path);

        Assert.Equal("/account/manage", (await here.OpenAsync("/account/manage")).Path);
        var saved = await there.SubmitAsync(await here.OpenAsync("/account/manage"), "Save", ("Input.Name", "Ada Bianchi"));
        Assert.NotNull(saved.Document.QuerySelector(".alert-success"));
        Assert.Equal(1, await app.WithDbAsync(db => db.DataProtectionKeys.CountAsync(TestContext.Current.CancellationToken)));

        await there.SubmitAsync(saved, "Sign out");
        Assert.StartsWith("/account/login", (await here.OpenAsync("/account/manage")).Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task R1_five_wrong_passwords_are_five_however_many_nodes_they_went_to()
    {
        var ((here, there), person) = (Both(), await app.PersonAsync(Roles.Artist));
        foreach (var node in new[] { here, there, here, there, here }) await SignInAsync(await node.OpenAsync("/account/login"), node, person, "wrong wrong wrong");
        foreach (var node in new[] { here, there })
            Assert.Contains("Too many attempts", (await SignInAsync(await node.OpenAsync("/account/login"), node, person)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task R38_the_bell_rings_on_both_nodes_and_is_silent_on_both()
    {
        var (promoter, organisation) = await app.OrganisationAsync();
        var (_, venue) = await app.VenueAsync(housePromoter: organisation);
        var (here, there) = Both();
        await SignInAsync(await here.OpenAsync("/account/login"), here, promoter);
        Assert.Equal((null, null), (await BellAsync(here), await BellAsync(there)));

        await app.BookingAsync(venue, (await app.ArtistAsync()).Artist);
        Assert.Equal(("1", "1"), (await BellAsync(here), await BellAsync(there)));

        await there.SubmitAsync(await here.OpenAsync("/notices"), "Mark all as read");
        Assert.Equal((null, null), (await BellAsync(here), await BellAsync(there)));
    }

    /// <summary>One browser, with either node.</summary>
    private (Visitor Here, Visitor There) Both()
    {
        var (cookies, address) = (new CookieContainer(), app.NextAddress());
        return (app.Open(null, cookies, address), app.Open(_other, cookies, address));
    }

    private static Task<PageView> SignInAsync(PageView login, Visitor to, Person person, string password = EasyGigApp.Password) =>
        to.SubmitAsync(login, "Sign in", ("Input.Email", person.Email!), ("Input.Password", password));

    private static async Task<string?> BellAsync(Visitor visitor) => (await visitor.OpenAsync("/promoter")).Document.QuerySelector(".bell-count")?.TextContent.Trim();
}
