using EasyGig.Domain;
using System.Net;
using EasyGig.Web.Bookings;
using Microsoft.Extensions.DependencyInjection;

namespace EasyGig.Tests.Artists;

/// <summary>What everybody may read of venues and artists.</summary>
public sealed class PublicPageTests(EasyGigApp app) : IClassFixture<EasyGigApp>
{
    [Fact]
    public async Task R3_an_artists_page_shows_who_plays_and_where_next_and_no_address_of_a_person()
    {
        var (person, artist) = await app.ArtistAsync("Public Trio");
        var (_, venue) = await app.VenueAsync("Gig House");
        var (confirmed, asked) = (await app.ApplicationAsync(await app.SlotAsync(venue), artist), await app.SlotAsync(venue, 33));
        await app.ApplicationAsync(asked, artist);
        await using var scope = app.Services.CreateAsyncScope();
        Assert.Null((await scope.ServiceProvider.GetRequiredService<BookingDesk>().AcceptAsync(Side.Venue, confirmed.Id, confirmed.TermsVersion, 0, false, TestContext.Current.CancellationToken)).Refusal);

        var page = await app.Open().OpenAsync($"/artists/{artist.Slug}");

        Assert.Contains("Three people.", page.Text);
        Assert.NotNull(page.Document.QuerySelector("a[href='https://example.org/listen'][rel~=nofollow]"));
        Assert.Equal(["Gig House"], page.Document.QuerySelectorAll(".row-card-title").Select(t => t.TextContent.Trim()));
        Assert.DoesNotContain("@", page.Text);
        Assert.DoesNotContain(person.Email!, page.Document.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task R3_a_venues_page_shows_its_stages_and_open_slots_and_no_address_of_a_person()
    {
        var (director, venue) = await app.VenueAsync("Public House");
        await app.SlotAsync(venue);
        await app.SlotAsync(venue, 31, draft: true);

        var page = await app.Open().OpenAsync($"/venues/{venue.Slug}");

        Assert.Contains("Main stage · 120 people · standing", page.Text);
        Assert.Contains("not verified yet", page.Text);
        Assert.Single(page.Document.QuerySelectorAll(".row-card"));
        Assert.DoesNotContain(director.Email!, page.Document.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/venues/nobody")]
    [InlineData("/artists/nobody")]
    public async Task R2_who_is_not_there_is_not_found(string path) =>
        Assert.Equal(HttpStatusCode.NotFound, (await app.Open().OpenAsync(path)).Status);

    [Fact]
    public async Task R2_artists_are_listed_by_name_forward_and_back()
    {
        for (var i = 0; i < 25; i++) await app.ArtistAsync($"List {i:00}");
        var visitor = app.Open();

        var first = await visitor.OpenAsync("/artists");
        var second = await visitor.OpenAsync(first.Document.QuerySelector("[rel=next]")!.GetAttribute("href")!);
        var back = await visitor.OpenAsync(second.Document.QuerySelector("[rel=prev]")!.GetAttribute("href")!);

        Assert.Equal(20, Names(first).Count);
        Assert.Empty(Names(first).Intersect(Names(second)));
        Assert.Equal(Names(first), Names(back));
        Assert.Equal(HttpStatusCode.OK, (await visitor.OpenAsync("/artists?cursor=-")).Status);
        Assert.Equal(HttpStatusCode.OK, (await visitor.OpenAsync("/venues?cursor=zzz")).Status);
    }

    private static List<string> Names(PageView page) => [.. page.Document.QuerySelectorAll(".poster-grid a").Select(a => a.GetAttribute("href")!)];
}
