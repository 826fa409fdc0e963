using System.Xml;
using EasyGig.Web.Hosting;
using Microsoft.Extensions.Caching.Memory;

namespace EasyGig.Web.Sitemap;

/// <summary>Tells search engines which pages there are, and which are for nobody to find.</summary>
internal static class SitemapEndpoint
{
    private const string Schema = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static readonly TimeSpan Kept = TimeSpan.FromHours(1);

    // "/artist" alone would keep them out of /artists
    private static readonly string[] Closed = ["/account/", "/admin", "/artist$", "/artist?", "/artist/", "/bookings/", "/calendar/", "/director", "/notices", "/promoter", "/dev/"];

    public static void MapSitemap(this IEndpointRouteBuilder app)
    {
        app.MapGet("/robots.txt", (SiteAddress site) => string.Join('\n',
            ["User-agent: *", .. Closed.Select(path => $"Disallow: {path}"), "", $"Sitemap: {site.To("/sitemap.xml")}", ""])).ShortCircuit();
        app.MapGet("/sitemap.xml", async (SitemapParts parts, IMemoryCache cache, SiteAddress site, HttpResponse response, CancellationToken ct) =>
        {
            var list = await cache.GetOrCreateAsync("sitemap", entry =>
            {
                entry.AbsoluteExpirationRelativeToNow = Kept; // all addresses are counted for it
                return parts.ListAsync(ct);
            });
            await WriteAsync(response, "sitemapindex", "sitemap", list!.Select(part => site.To($"/sitemap/{part.Kind}.xml{(part.After is null ? "" : $"?after={part.After}")}")).ToAsyncEnumerable());
        }).ShortCircuit();
        app.MapGet("/sitemap/{kind}.xml", async (string kind, string? after, SitemapParts parts, SiteAddress site, HttpResponse response) =>
        {
            if (parts.Paths(kind, after) is { } paths) await WriteAsync(response, "urlset", "url", paths.Select(site.To));
            else response.StatusCode = StatusCodes.Status404NotFound;
        }).ShortCircuit();
    }

    /// <summary>Writes address by address as they are read.</summary>
    private static async Task WriteAsync(HttpResponse response, string root, string element, IAsyncEnumerable<Uri> addresses)
    {
        (response.ContentType, response.Headers.CacheControl) = ("application/xml; charset=utf-8", $"public, max-age={Kept.TotalSeconds}");
        await using var xml = XmlWriter.Create(response.Body, new() { Async = true });
        await xml.WriteStartDocumentAsync();
        await xml.WriteStartElementAsync(null, root, Schema);
        await foreach (var address in addresses)
        {
            await xml.WriteStartElementAsync(null, element, null);
            await xml.WriteElementStringAsync(null, "loc", null, address.AbsoluteUri);
            await xml.WriteEndElementAsync();
        }
        await xml.WriteEndElementAsync();
        await xml.WriteEndDocumentAsync();
    }
}
