using EasyGig.Web.Data;
using Npgsql;

namespace EasyGig.Web.Live;

/// <summary>Hears from the database, on every node, that something has changed which public pages show.</summary>
public sealed partial class PublicChanges(IConfiguration configuration, ILogger<PublicChanges> log) : BackgroundService
{
    /// <summary>What the triggers of rules.live.sql notify.</summary>
    public const string Channel = "easygig_public";

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);
    private long _generation;
    private volatile bool _listening;

    /// <summary>Counts up with every change; null while nobody listens, when a page may be older than it looks.</summary>
    public long? Generation => _listening ? Interlocked.Read(ref _generation) : null;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await ListenAsync(stoppingToken);
            }
            catch (Exception e) when (e is NpgsqlException or IOException or TimeoutException && !stoppingToken.IsCancellationRequested)
            {
                Lost(e);
            }
            finally
            {
                _listening = false;
            }
            await Task.Delay(Pause, stoppingToken).ContinueWith(_ => { }, TaskScheduler.Default);
        }
    }

    private async Task ListenAsync(CancellationToken ct)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(DatabaseSetup.Direct(configuration)) { KeepAlive = 10, Pooling = false }.ConnectionString);
        await connection.OpenAsync(ct);
        connection.Notification += (_, _) => Interlocked.Increment(ref _generation);
        await using (var listen = new NpgsqlCommand($"LISTEN {Channel}", connection)) await listen.ExecuteNonQueryAsync(ct);
        Interlocked.Increment(ref _generation); // what happened while nobody listened
        _listening = true;
        while (true) await connection.WaitAsync(ct);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The database does not tell of changes; public pages are not cached until it does.")]
    private partial void Lost(Exception e);
}
