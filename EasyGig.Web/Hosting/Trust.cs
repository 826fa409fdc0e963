using System.Text;
using System.Threading.RateLimiting;
using EasyGig.Web.MailPreferences;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Net.Http.Headers;

namespace EasyGig.Web.Hosting;

/// <summary>What the site does not put up with, and what it tells browsers not to.</summary>
internal static class Trust
{
    private const string ContentSecurityPolicy =
        "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'";

    public static void AddTrust(this WebApplicationBuilder builder)
    {
        AppContext.SetSwitch("Microsoft.AspNetCore.Server.Kestrel.DisableHttp1LineFeedTerminators", true); // a proxy may see another end of the line
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 1 << 20;
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
            kestrel.Limits.MinRequestBodyDataRate = new MinDataRate(bytesPerSecond: 240, gracePeriod: TimeSpan.FromSeconds(5));
        });
        builder.Services.AddHsts(hsts => (hsts.MaxAge, hsts.IncludeSubDomains) = (TimeSpan.FromDays(365), true));
        builder.Services.AddRateLimiter(limits =>
        {
            limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limits.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(Limit);
            limits.OnRejected = (rejected, _) =>
            {
                rejected.HttpContext.Response.Headers.RetryAfter = "60";
                return ValueTask.CompletedTask;
            };
        });
    }

    public static void UseTrust(this WebApplication app)
    {
        app.Use(Headers);
        app.UseOperations();
        if (!app.Environment.IsDevelopment())
        {
            _ = app.Services.GetRequiredService<SiteAddress>().Root; // does not start without it
            app.UseHsts();
            app.UseHttpsRedirection();
        }
        app.UseErrorPages();
        app.Use(OnlyWhatIsRead);
    }

    private static Task Headers(HttpContext context, RequestDelegate next)
    {
        var trace = context.TraceId;
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            headers[RequestTrace.Header] = trace;
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "same-origin";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            if (!headers.ContainsKey(HeaderNames.ContentSecurityPolicy)) headers.ContentSecurityPolicy = ContentSecurityPolicy;
            if (context.User.Identity is { IsAuthenticated: true }) headers.CacheControl = "no-store";
            return Task.CompletedTask;
        });
        return next(context);
    }

    /// <summary>Nobody needs TRACE, and the framework answers 500 to a form in a charset that it does not read.</summary>
    private static Task OnlyWhatIsRead(HttpContext context, RequestDelegate next)
    {
        if (HttpMethods.IsTrace(context.Request.Method))
        {
            context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            return Task.CompletedTask;
        }
        if (MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var type) && type.Charset.HasValue
            && !HeaderUtilities.RemoveQuotes(type.Charset).Equals(Encoding.UTF8.WebName, StringComparison.OrdinalIgnoreCase))
        {
            context.Response.StatusCode = StatusCodes.Status415UnsupportedMediaType;
            return Task.CompletedTask;
        }
        return next(context);
    }

    /// <summary>Says 413 to what announces itself as too long for the page that was found; reading it would end as a broken token.</summary>
    public static Task NotTooLong(HttpContext context, RequestDelegate next)
    {
        if (context.Request.ContentLength > context.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize)
        {
            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return Task.CompletedTask;
        }
        return next(context);
    }

    /// <summary>What one network address may send: sign-ins 60 at once and 40 a minute, other account forms 100 at once, the rest 1,200 at
    /// once, as a whole house may sit behind one address, and so the clicks of a mail provider, which sends them for all its readers. Reading is free.</summary>
    private static RateLimitPartition<string> Limit(HttpContext context)
    {
        if (!HttpMethods.IsPost(context.Request.Method)) return RateLimitPartition.GetNoLimiter("");
        var (kind, burst, quarterMinute) = context.Request.Path switch
        {
            var path when path.StartsWithSegments("/account/login", StringComparison.OrdinalIgnoreCase) => ("sign-in", 60, 10),
            var path when path.StartsWithSegments(Unsubscribing.Click, StringComparison.OrdinalIgnoreCase) => ("unsubscribe", 1200, 300),
            var path when path.StartsWithSegments("/account", StringComparison.OrdinalIgnoreCase) => ("account", 100, 25),
            _ => ("", 1200, 300),
        };
        return RateLimitPartition.GetTokenBucketLimiter($"{kind} {context.ClientNetwork}", _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = burst,
            TokensPerPeriod = quarterMinute,
            ReplenishmentPeriod = TimeSpan.FromSeconds(15),
        });
    }
}
