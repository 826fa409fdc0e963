using System.Security.Cryptography;
using System.Text;
using Microsoft.Net.Http.Headers;

namespace EasyGig.Web.Feeds;

/// <summary>What calendar programs fetch: the address is the permission, nobody signs in.</summary>
internal static class FeedEndpoint
{
    public static string Address(string token) => $"/calendar/{token}.ics";

    /// <summary>A program that asks again gets 304 as long as nothing has changed.</summary>
    public static void MapFeeds(this IEndpointRouteBuilder app) => app.MapMethods("/calendar/{token}.ics", [HttpMethods.Get, HttpMethods.Head], async (string token, FeedReader reader, HttpResponse response, CancellationToken ct) =>
    {
        if (await reader.ReadAsync(token, ct) is not { } ics) return Results.NotFound();
        var bytes = Encoding.UTF8.GetBytes(ics);
        response.Headers.CacheControl = "private, no-cache";
        return Results.Bytes(bytes, "text/calendar; charset=utf-8", entityTag: new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes))}\""));
    });
}
