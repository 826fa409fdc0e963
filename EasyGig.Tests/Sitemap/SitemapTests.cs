using System.Net;
using System.Xml.Linq;
using EasyGig.Tests.House;
using EasyGig.Web.Sitemap;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Tests.Sitemap;

/// <summary>What search engines are told.</summary>
public sealed class SitemapTests(EasyGigApp app) : IClassFixture<EasyGigApp>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_sitemap_leads_to_every_public_page_and_to_no_other()
    {
        var (_, venue) = await app.VenueAsync();
        var (_, artist) = await app.ArtistAsync();
        var (open, draft, past) = (await app.SlotAsync(venue), await app.SlotAsync(venue, 31, draft: true), await app.SlotAsync(venue, 32));
        await app.WithDbAsync(db => db.Database.ExecuteSqlAsync($"UPDATE slots SET state = 'cancelled' WHERE id = {past.Id}", Ct));
        await FillAsync();

        var index = await LinksAsync("/sitemap.xml");
        List<string> pages = [];
        foreach (var part in index)
        {
            var paths = await LinksAsync(part);
            Assert.InRange(paths.Count, 1, SitemapParts.Size);
            pages.AddRange(paths);
        }

        Assert.Equal(pages.Count, pages.Distinct().Count());
        Assert.Equal(2, index.Count(part => part.StartsWith("/sitemap/artists.xml", StringComparison.Ordinal)));
        Assert.Equal(10_001, pages.Count(path => path.StartsWith("/artists/", StringComparison.Ordinal)));
        Assert.Subset(pages.ToHashSet(), new HashSet<string>(["/", "/slots", "/venues", "/artists", $"/venues/{venue.Slug}", $"/artists/{artist.Slug}", $"/slots/{open.Id}"]));
        Assert.DoesNotContain($"/slots/{draft.Id}", pages);
        Assert.DoesNotContain($"/slots/{past.Id}", pages);
        Assert.Equal(HttpStatusCode.NotFound, (await app.Open().OpenAsync("/sitemap/people.xml")).Status);
        Assert.Equal(HttpStatusCode.OK, (await app.Open().OpenAsync("/sitemap/slots.xml?after=nonsense")).Status);
    }

    [Fact]
    public async Task Robots_are_kept_out_of_what_is_not_public_and_shown_the_rest()
    {
        var robots = await (await app.Open().FetchAsync("/robots.txt")).Content.ReadAsStringAsync(Ct);
        Assert.Matches("\nSitemap: http://[^/]+/sitemap.xml\n", robots);
        var closed = robots.Split('\n').Where(line => line.StartsWith("Disallow: ", StringComparison.Ordinal)).Select(line => line["Disallow: ".Length..]).ToList();
        foreach (var page in SiteMap.Pages.Where(p => p.Route is not "" && !p.Route.StartsWith("error", StringComparison.Ordinal)))
        {
            var shut = closed.Any(rule => rule.EndsWith('$') ? $"/{page.Route}" == rule[..^1] : $"/{page.Route}".StartsWith(rule, StringComparison.Ordinal));
            var findable = page.Door is Door.Everybody && !page.Route.StartsWith("account", StringComparison.Ordinal) && !page.Route.StartsWith("dev", StringComparison.Ordinal);
            Assert.True(findable != shut, page.Route);
        }
    }

    /// <summary>As many artists as fill a part.</summary>
    private async Task FillAsync()
    {
        await using var command = app.Owner.CreateCommand($"""
            INSERT INTO artists (id, slug, kind, name, city_id, region_code, country_code, genres, category, fee, currency, negotiable, links, bio, rider)
            SELECT gen_random_uuid(), 'filler-' || n, kind, name, city_id, region_code, country_code, genres, category, fee, currency, negotiable, links, bio, rider
            FROM (SELECT * FROM artists LIMIT 1) a, generate_series(1, {SitemapParts.Size}) n
            """);
        await command.ExecuteNonQueryAsync(Ct);
    }

    private async Task<List<string>> LinksAsync(string path)
    {
        var answer = await app.Open().FetchAsync(path);
        Assert.Equal("application/xml", answer.Content.Headers.ContentType!.MediaType);
        var xml = XDocument.Parse(await answer.Content.ReadAsStringAsync(Ct));
        return [.. xml.Root!.Elements().Select(e => new Uri(e.Element("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")!.Value, UriKind.Absolute).PathAndQuery)];
    }
}
