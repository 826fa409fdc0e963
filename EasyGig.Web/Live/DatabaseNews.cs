using EasyGig.Web.Data;
using Npgsql;

namespace EasyGig.Web.Live;

/// <summary>Somebody on this node who wants to hear what the database tells.</summary>
public interface INewsReader
{
    /// <summary>What the triggers of rules.live.sql notify.</summary>
    string Channel { get; }

    /// <summary>From now on everything is heard; what happened before may have been missed.</summary>
    void Begin();

    /// <summary>Nothing is heard until it begins again.</summary>
    void Break();

    /// <summary>What the database told; it must neither fail nor take long.</summary>
    void Hear(string news);
}

/// <summary>Hears on every node, over one connection for all who read them, the news of the database.</summary>
public sealed partial class DatabaseNews(IConfiguration configuration, IEnumerable<INewsReader> readers, ILogger<DatabaseNews> log) : BackgroundService
{
    /// <summary>What the connection is called among those of the database.</summary>
    public const string Connection = "EasyGig news";

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);
    private readonly Dictionary<string, INewsReader> _readers = readers.ToDictionary(reader => reader.Channel);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (_readers.Count > 0 && !stoppingToken.IsCancellationRequested)
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
                foreach (var reader in _readers.Values) reader.Break();
            }
            await Task.Delay(Pause, stoppingToken).ContinueWith(_ => { }, TaskScheduler.Default);
        }
    }

    private async Task ListenAsync(CancellationToken ct)
    {
        var settings = new NpgsqlConnectionStringBuilder(DatabaseSetup.Direct(configuration)) { KeepAlive = 10, Pooling = false, ApplicationName = Connection };
        await using var connection = new NpgsqlConnection(settings.ConnectionString);
        await connection.OpenAsync(ct);
        connection.Notification += (_, news) => _readers[news.Channel].Hear(news.Payload);
        foreach (var channel in _readers.Keys)
            await using (var listen = new NpgsqlCommand($"LISTEN {channel}", connection)) await listen.ExecuteNonQueryAsync(ct);
        foreach (var reader in _readers.Values) reader.Begin();
        while (true) await connection.WaitAsync(ct);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The database does not tell of changes; until it does, public pages are not cached and open pages stay as they are.")]
    private partial void Lost(Exception e);
}
