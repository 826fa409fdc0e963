using System.Net;
using EasyGig.Domain.Organisations;
using EasyGig.Web.Identity;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Tests.Organisations;

public sealed class OrganisationPageTests(EasyGigApp app) : IClassFixture<EasyGigApp>
{
    private const string Page = "/promoter/organisation";

    [Fact]
    public async Task R2_a_promoter_is_led_to_the_organisation_first_and_sets_it_up()
    {
        var promoter = await app.PersonAsync(Roles.Promoter);
        var visitor = await app.SignInAsync(promoter);
        Assert.Contains("First, say who you work for.", (await visitor.OpenAsync("/promoter")).Text, StringComparison.Ordinal);

        var done = await visitor.SubmitAsync(await visitor.OpenAsync(Page), "Save",
            ("Input.Name", "Röyksopp & Figli"), ("Input.Kind", "Crew"), ("Input.City", "Bologna"), ("Input.About", "Four people and a van."));

        Assert.Contains("The organisation is saved.", done.Text, StringComparison.Ordinal);
        var stored = await MineAsync(promoter);
        Assert.Equal(("royksopp-figli", "Röyksopp & Figli", OrganisationKind.Crew, Scene.Bologna, "Four people and a van."),
            (stored.Slug, stored.Profile.Name, stored.Profile.Kind, stored.Profile.Home, stored.Profile.About));
        Assert.Contains("No venue lets you review yet.", (await visitor.OpenAsync("/promoter")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task R2_an_organisation_is_changed_where_it_was_set_up_and_keeps_its_address()
    {
        var (promoter, organisation) = await app.OrganisationAsync();
        var visitor = await app.SignInAsync(promoter);
        var form = await visitor.OpenAsync(Page);
        Assert.Equal("Bologna (BO)", form.Document.QuerySelector("#Input_City")!.GetAttribute("value"));

        await visitor.SubmitAsync(form, "Save", ("Input.Name", "Day Shift"), ("Input.Kind", "Collective"), ("Input.City", "Torino"));

        var stored = await MineAsync(promoter);
        Assert.Equal((organisation.Id, organisation.Slug, "Day Shift", OrganisationKind.Collective), (stored.Id, stored.Slug, stored.Profile.Name, stored.Profile.Kind));

        var late = await visitor.SubmitAsync(form, "Save", ("Input.Name", "Late Shift"));
        Assert.Contains("Somebody changed this", late.Text, StringComparison.Ordinal);
        Assert.Equal("Day Shift", (await MineAsync(promoter)).Profile.Name);
    }

    [Fact]
    public async Task R2_what_cannot_be_stored_is_said_beside_its_field_and_what_was_typed_stays()
    {
        var promoter = await app.PersonAsync(Roles.Promoter);
        var visitor = await app.SignInAsync(promoter);
        var form = await visitor.OpenAsync(Page);

        var empty = await visitor.SubmitAsync(form, "Save");
        Assert.All(["Input.Name", "Input.Kind", "Input.City"], field => Assert.NotEqual("", empty.ErrorOf(field)));

        var unknown = await visitor.SubmitAsync(form, "Save", ("Input.Name", "Night Shift"), ("Input.Kind", "Agency"), ("Input.City", "Atlantis"));
        Assert.Contains("Atlantis", unknown.ErrorOf("Input.City"), StringComparison.Ordinal);
        Assert.Equal("Night Shift", unknown.Document.QuerySelector("#Input_Name")!.GetAttribute("value"));

        foreach (var (field, value) in ((string, string)[])[("Input.Name", new('x', 10_000)), ("Input.About", new('x', 10_000)), ("Input.City", new('x', 10_000))])
        {
            var refused = await visitor.SubmitAsync(form, "Save", ("Input.Name", "Night Shift"), ("Input.Kind", "Agency"), ("Input.City", "Bologna"), (field, value));
            Assert.Equal(HttpStatusCode.OK, refused.Status);
            Assert.NotEqual("", refused.ErrorOf(field));
        }
        Assert.Equal(HttpStatusCode.OK, (await visitor.PostAsync(form, Page, ("Input.Name", "A"), ("Input.Kind", "17"), ("Input.City", "Bologna"), ("Input.Version", "-1"))).Status);
        Assert.False(await app.WithDbAsync(db => db.OrganisationsOf(promoter.Id).AnyAsync()));
    }

    [Theory]
    [InlineData("The Same Name", "the-same-name")]
    [InlineData("ザ・ナイト", "organisation")]
    public async Task R2_two_of_one_name_get_addresses_of_their_own(string name, string slug)
    {
        var slugs = new List<string>();
        for (var time = 0; time < 2; time++)
        {
            var promoter = await app.PersonAsync(Roles.Promoter);
            var visitor = await app.SignInAsync(promoter);
            var done = await visitor.SubmitAsync(await visitor.OpenAsync(Page), "Save", ("Input.Name", name), ("Input.Kind", "Agency"), ("Input.City", "Bologna"));
            Assert.True(done.Text.Contains("The organisation is saved.", StringComparison.Ordinal), done.Text);
            slugs.Add((await MineAsync(promoter)).Slug);
        }
        Assert.Equal(2, slugs.Distinct().Count());
        Assert.All(slugs, one => Assert.StartsWith(slug, one, StringComparison.Ordinal));
    }

    [Fact]
    public async Task R2_the_page_says_which_venues_let_it_review()
    {
        var (promoter, organisation) = await app.OrganisationAsync();
        await app.VenueAsync("Red Attic", organisation);
        await app.VenueAsync("Green Barn");
        var page = await (await app.SignInAsync(promoter)).OpenAsync(Page);
        Assert.Contains("Red Attic, Bologna", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Green Barn", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task R2_nobody_sees_or_changes_the_organisation_of_another()
    {
        var (_, organisation) = await app.OrganisationAsync("Somebody Else");
        var visitor = await app.SignInAsync(await app.PersonAsync(Roles.Promoter));
        Assert.DoesNotContain("Somebody Else", (await visitor.OpenAsync(Page)).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await app.SignInAsync(await app.PersonAsync(Roles.Artist))).OpenAsync(Page)).Status);
        Assert.StartsWith("/account/login", (await app.Open().OpenAsync(Page)).Path, StringComparison.Ordinal);
        Assert.Equal("Somebody Else", (await app.WithDbAsync(db => db.Organisations.SingleAsync(o => o.Id == organisation.Id))).Profile.Name);
    }

    private Task<Organisation> MineAsync(Person promoter) => app.WithDbAsync(db => db.OrganisationsOf(promoter.Id).SingleAsync());
}
