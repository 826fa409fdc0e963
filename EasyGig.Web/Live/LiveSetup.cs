using EasyGig.Web.Hosting;
using Microsoft.AspNetCore.Http.Connections;

namespace EasyGig.Web.Live;

internal static class LiveSetup
{
    public const string Address = "/live";

    private const int LongestMessage = 4 << 10;

    /// <summary>Kept pages are those of now, and open pages change with what they show, unless <c>EasyGig:Live</c> is false.</summary>
    public static void AddLive(this WebApplicationBuilder builder)
    {
        builder.Services.AddSignalR(hub =>
        {
            (hub.MaximumReceiveMessageSize, hub.MaximumParallelInvocationsPerClient, hub.StreamBufferCapacity) = (LongestMessage, 1, 1);
            (hub.KeepAliveInterval, hub.ClientTimeoutInterval) = (TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(60)); // proxies hang up on whoever says nothing for a minute
        });
        builder.AddPublicCache();
        builder.Services.AddSingleton<OpenPages>().AddSingleton<Lately>().AddHostedService<DatabaseNews>();
        if (builder.Configuration.IsLive) builder.Services.AddSingleton<INewsReader, LiveNews>();
    }

    public static void MapLive(this IEndpointRouteBuilder app)
    {
        if (!app.ServiceProvider.GetRequiredService<IConfiguration>().IsLive) return;
        var (site, stopping) = (app.ServiceProvider.GetRequiredService<SiteAddress>(), app.ServiceProvider.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping);
        app.MapHub<LiveHub>(Address, line =>
        {
            line.Transports = HttpTransportType.WebSockets;
            line.CloseOnAuthenticationExpiration = true;
            (line.ApplicationMaxBufferSize, line.TransportMaxBufferSize) = (LongestMessage, LongestMessage);
        }).DisableHttpMetrics().Add(endpoint =>
        {
            var answer = endpoint.RequestDelegate!;
            endpoint.RequestDelegate = ((RouteEndpointBuilder)endpoint).RoutePattern.RawText != Address
                ? context => SayAsync(context, StatusCodes.Status404NotFound) // there is nothing to negotiate: WebSockets or nothing
                : context => !IsOurs(context.Request) ? SayAsync(context, StatusCodes.Status403Forbidden)
                : stopping.IsCancellationRequested ? SayAsync(context, StatusCodes.Status503ServiceUnavailable) // whoever is about to stop takes on nobody
                : answer(context);
        });

        // a browser lets the pages of any site open a WebSocket to this one, with its cookies
        bool IsOurs(HttpRequest request) => request.Headers.Origin is [var origin] && (origin == $"{request.Scheme}://{request.Host}" || origin == site.Root.GetLeftPart(UriPartial.Authority));
    }

    private static Task SayAsync(HttpContext context, int code)
    {
        context.Response.StatusCode = code;
        return Task.CompletedTask;
    }
}
