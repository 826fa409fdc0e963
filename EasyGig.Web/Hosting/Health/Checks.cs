using System.Globalization;
using EasyGig.Web.Data;
using EasyGig.Web.Mail;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using Npgsql;

namespace EasyGig.Web.Hosting.Health;

/// <summary>The node has not been asked to stop.</summary>
internal sealed class ServingCheck(IHostApplicationLifetime lifetime) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(
        lifetime.ApplicationStopping.IsCancellationRequested ? HealthCheckResult.Unhealthy("The site is stopping.") : HealthCheckResult.Healthy("The site is serving."));
}

/// <summary>The database answers.</summary>
internal sealed class DatabaseCheck(NpgsqlDataSource database) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await using var command = database.CreateCommand("SELECT 1");
        await command.ExecuteScalarAsync(cancellationToken);
        return HealthCheckResult.Healthy("The database answers.");
    }
}

/// <summary>The database is of this version, or a later one.</summary>
internal sealed class SchemaCheck(NpgsqlDataSource database) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        await Schema.IsCurrentAsync(database, cancellationToken)
            ? HealthCheckResult.Healthy("All migrations are applied.")
            : HealthCheckResult.Unhealthy("The database is of an earlier version: run the command 'migrate'.");
}

/// <summary>The site and the database agree what time it is; rules in both decide by it.</summary>
internal sealed class ClockCheck(NpgsqlDataSource database, TimeProvider clock) : IHealthCheck
{
    private static readonly TimeSpan Allowed = TimeSpan.FromSeconds(2);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var command = new NpgsqlCommand("SELECT clock_timestamp()", connection);
        var asked = clock.GetUtcNow();
        var there = new DateTimeOffset((DateTime)(await command.ExecuteScalarAsync(cancellationToken))!);
        var apart = (asked + (clock.GetUtcNow() - asked) / 2 - there).Duration();
        var text = string.Create(CultureInfo.InvariantCulture, $"The clocks of the site and the database are {apart.TotalSeconds:0.000} s apart.");
        return apart < Allowed ? HealthCheckResult.Healthy(text) : HealthCheckResult.Unhealthy(text);
    }
}

/// <summary>Mails go out: none has been due for too long.</summary>
internal sealed class MailCheck(Backlog backlog, IOptions<HealthSettings> health, IOptions<MailSettings> mail) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (!mail.Value.Sends) return HealthCheckResult.Healthy("No mail server is set: mails stay queued.");
        var (waiting, overdue) = await backlog.ReadAsync(cancellationToken);
        var text = string.Create(CultureInfo.InvariantCulture, $"{waiting} mails wait, the longest {overdue.TotalSeconds:0} s beyond its time.");
        return overdue < health.Value.MailOverdue ? HealthCheckResult.Healthy(text) : HealthCheckResult.Unhealthy(text);
    }
}
