using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;

namespace EasyGig.Tests.House;

/// <summary>What the running site answers to, read from its endpoints.</summary>
internal static class SitePages
{
    extension(EasyGigApp app)
    {
        /// <summary>Every page by its route.</summary>
        public IReadOnlyDictionary<string, CompiledPageActionDescriptor> Pages => (
            from endpoint in app.Endpoints
            let page = endpoint.Metadata.GetMetadata<PageActionDescriptor>()
            where page is not null && endpoint.RoutePattern.RawText is not "Index"
            select (Route: endpoint.RoutePattern.RawText!.Trim('/'), Page: page)).DistinctBy(e => e.Route).ToDictionary(e => e.Route, e => app.Compiled(e.Page));

        /// <summary>What is neither a page nor a file of ours.</summary>
        public IEnumerable<RouteEndpoint> Others => app.Endpoints.Where(e => e.Metadata.GetMetadata<PageActionDescriptor>() is null && e.Metadata.GetMetadata<StaticAssetDescriptor>() is null && e.Metadata.GetMetadata<HubMetadata>() is null);

        /// <summary>Where open pages hear of what changes.</summary>
        public IEnumerable<RouteEndpoint> Lines => app.Endpoints.Where(e => e.Metadata.GetMetadata<HubMetadata>() is not null);

        public IEnumerable<RouteEndpoint> Endpoints => app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();

        private CompiledPageActionDescriptor Compiled(PageActionDescriptor page) =>
            app.Services.GetRequiredService<PageLoader>().LoadAsync(page, EndpointMetadataCollection.Empty).GetAwaiter().GetResult();
    }

    /// <summary>The ways to ask a page for something: empty, or what stands behind <c>?handler=</c>.</summary>
    public static IEnumerable<string> Queries(this CompiledPageActionDescriptor page, string method) =>
        page.HandlerMethods.Where(handler => handler.HttpMethod.Equals(method, StringComparison.OrdinalIgnoreCase)).Select(handler => handler.Name is { Length: > 0 } name ? $"?handler={name}" : "");
}
