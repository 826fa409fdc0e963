using EasyGig.Web.Mail;
using Microsoft.Extensions.Options;

namespace EasyGig.Web.Hosting.Health;

/// <summary>Between the wish to stop and the stop: the node still serves, but says that it is not ready, so that whoever shares out
/// the visitors sends it no more.</summary>
internal sealed class Draining(IOptions<HealthSettings> settings, TimeProvider clock) : IHostedLifecycleService
{
    public Task StoppingAsync(CancellationToken cancellationToken) => Task.Delay(settings.Value.Drain, clock, cancellationToken);

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

internal static class DrainingSetup
{
    /// <summary>What runs beyond the drain: requests that are slow, and the mail that is being handed over.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(10);

    public static void AddDraining(this IServiceCollection services, bool development)
    {
        if (!development) services.AddHostedService<Draining>();
        services.AddOptions<HostOptions>().Configure<IOptions<HealthSettings>, IOptions<MailSettings>>((host, health, mail) =>
            (host.ServicesStopConcurrently, host.ShutdownTimeout) = (true, health.Value.Drain + mail.Value.Timeout + Rest));
    }
}
