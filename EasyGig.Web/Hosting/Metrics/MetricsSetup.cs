using EasyGig.Web.Clockwork;
using EasyGig.Web.Data;
using EasyGig.Web.Mail;
using Npgsql;

namespace EasyGig.Web.Hosting.Metrics;

internal static class MetricsSetup
{
    public static void AddExposition(this IServiceCollection services)
    {
        services.AddOptions<MetricsSettings>().BindConfiguration("EasyGig:Metrics");
        services.AddSingleton<Exposition>().AddSingleton<MetricsDoor>();
    }

    /// <summary><c>/metrics</c>, for those who may read it; for everybody else there is no such page.</summary>
    public static void UseExposition(this WebApplication app)
    {
        var (exposition, door) = (app.Services.GetRequiredService<Exposition>(), app.Services.GetRequiredService<MetricsDoor>());
        app.Use((context, next) => HttpMethods.IsGet(context.Request.Method) && context.Request.Path == "/metrics" && door.Opens(context)
            ? TellAsync(context, exposition) : next(context));
    }

    private static async Task TellAsync(HttpContext context, Exposition exposition)
    {
        try
        {
            var (waiting, overdue) = await context.RequestServices.GetRequiredService<Backlog>().ReadAsync(context.RequestAborted);
            Counts.Wait(waiting, overdue.TotalSeconds);
            var (failing, late) = await context.RequestServices.GetRequiredService<Arrears>().ReadAsync(context.RequestAborted);
            Counts.Await(failing, late.TotalSeconds);
        }
        catch (Exception e) when (e is NpgsqlException || Outage.Caused(e))
        {
            Counts.Wait(double.NaN, double.NaN);
            Counts.Await(double.NaN, double.NaN); /* the rest is worth reading all the more */
        }
        context.Response.Headers.CacheControl = "no-store";
        context.Response.ContentType = Exposition.ContentType;
        await context.Response.WriteAsync(exposition.Tell(), context.RequestAborted);
    }
}
