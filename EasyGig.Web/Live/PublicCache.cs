using System.Globalization;
using EasyGig.Web.Localization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Options;

namespace EasyGig.Web.Live;

/// <summary>Keeps pages that are the same for everybody who is not signed in, until something changes that they may show.</summary>
/// <remarks>The generation of <see cref="PublicChanges"/> is part of the key: a page that was begun before a change and finished after it
/// lies under the old key, where nobody looks any more.</remarks>
internal sealed class PublicCache(PublicChanges changes, string noticeCookie) : IOutputCachePolicy
{
    public const string Policy = "public";

    /// <summary>Pages say what is soon and what is over, and nobody notifies them of the time.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var request = context.HttpContext.Request;
        var generation = changes.Generation;
        context.EnableOutputCaching = true;
        context.AllowLocking = true;
        context.AllowCacheLookup = context.AllowCacheStorage = generation is not null
            && (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
            && context.HttpContext.User.Identity is not { IsAuthenticated: true }
            && !request.Cookies.ContainsKey(noticeCookie);
        context.ResponseExpirationTimeSpan = Longest;
        context.CacheVaryByRules.QueryKeys = "*";
        context.CacheVaryByRules.VaryByValues["reader"] = $"{CultureInfo.CurrentUICulture.Name} {request.Theme} {generation}";
        return ValueTask.CompletedTask;
    }

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var response = context.HttpContext.Response;
        if (response.StatusCode != StatusCodes.Status200OK || response.Headers.SetCookie.Count > 0) context.AllowCacheStorage = false;
        return ValueTask.CompletedTask;
    }
}

internal static class PublicCacheSetup
{
    private const long MostBytes = 32 << 20;
    private const long MostBytesOfOne = 512 << 10;

    /// <summary>On unless <c>EasyGig:PublicCache</c> is false.</summary>
    public static void AddPublicCache(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<PublicChanges>();
        if (builder.Configuration.GetValue("EasyGig:PublicCache", defaultValue: true))
            builder.Services.AddSingleton<INewsReader>(services => services.GetRequiredService<PublicChanges>());
        builder.Services.AddOutputCache(options => (options.SizeLimit, options.MaximumBodySize) = (MostBytes, MostBytesOfOne));
        builder.Services.AddOptions<OutputCacheOptions>().Configure<PublicChanges, IOptions<CookieTempDataProviderOptions>>((options, changes, notice) =>
            options.AddPolicy(PublicCache.Policy, new PublicCache(changes, notice.Value.Cookie.Name!)));
    }
}
