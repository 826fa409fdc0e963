using EasyGig.Web.Hosting.Health;
using EasyGig.Web.Hosting.Metrics;

namespace EasyGig.Web.Hosting;

/// <summary>What whoever runs the site works with: logs, health, metrics, and a stop that cuts nobody off.</summary>
internal static class Operations
{
    public static void AddOperations(this WebApplicationBuilder builder)
    {
        if (!builder.Environment.IsDevelopment()) builder.Logging.AddJsonConsole(json => (json.IncludeScopes, json.UseUtcTimestamp, json.TimestampFormat) = (true, true, "yyyy-MM-dd'T'HH:mm:ss.fff'Z'"));
        builder.Services.AddHealth();
        builder.Services.AddExposition();
        builder.Services.AddDraining(builder.Environment.IsDevelopment());
    }

    /// <summary>Before all that is for people: a probe inside the house has neither HTTPS nor an account, and is never in too much of a hurry.</summary>
    public static void UseOperations(this WebApplication app)
    {
        app.UseHealth();
        app.UseExposition();
    }
}
