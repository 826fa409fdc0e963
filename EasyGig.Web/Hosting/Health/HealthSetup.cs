using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace EasyGig.Web.Hosting.Health;

/// <summary><c>/health/live</c>: the process answers. <c>/health/ready</c>: it can do its work; 503 when not.</summary>
internal static class HealthSetup
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public static void AddHealth(this IServiceCollection services)
    {
        services.AddOptions<HealthSettings>().BindConfiguration("EasyGig:Health");
        services.AddHealthChecks()
            .AddCheck<ServingCheck>("serving")
            .AddCheck<DatabaseCheck>("database", timeout: Patience)
            .AddCheck<SchemaCheck>("schema", timeout: Patience)
            .AddCheck<ClockCheck>("clock", timeout: Patience)
            .AddCheck<MailCheck>("mail", timeout: Patience);
    }

    public static void UseHealth(this WebApplication app)
    {
        app.UseHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false, ResponseWriter = WriteAsync });
        app.UseHealthChecks("/health/ready", new HealthCheckOptions { ResponseWriter = WriteAsync });
    }

    /// <summary>The words are the checks' own: what an exception says may name hosts and users.</summary>
    private static Task WriteAsync(HttpContext context, HealthReport report) => context.Response.WriteAsJsonAsync(new
    {
        State = Say(report.Status),
        Checks = report.Entries.Select(entry => new
        {
            Name = entry.Key,
            State = Say(entry.Value.Status),
            Text = entry.Value.Exception is null ? entry.Value.Description : "This could not be found out; the log says why.",
        }),
    }, context.RequestAborted);

    private static string Say(HealthStatus status) => status is HealthStatus.Healthy ? "healthy" : "unhealthy";
}
