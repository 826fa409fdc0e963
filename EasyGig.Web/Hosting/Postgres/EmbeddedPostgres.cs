using Npgsql;

namespace EasyGig.Web.Hosting.Postgres;

/// <summary>
/// A private PostgreSQL server for Development and tests, reachable by nobody else: on a Unix socket in a closed folder, without
/// TCP. It is shared by the processes of one checkout; the last one stops it. One that a killed process left behind is adopted.
/// </summary>
internal sealed class EmbeddedPostgres : IAsyncDisposable
{
    /// <summary>The role that the site uses: it may sign in, and do what the migrations grant it.</summary>
    public const string Site = "easygig_site";

    private readonly ClusterFolder _folder;
    private readonly Cluster _cluster;
    private readonly bool _durable;
    private IAsyncDisposable? _use;
    private PostmasterPid? _server;

    private EmbeddedPostgres(ClusterFolder folder, Cluster cluster, bool durable) => (_folder, _cluster, _durable) = (folder, cluster, durable);

    /// <param name="root">The folder of the cluster; made when it is missing.</param>
    /// <param name="durable">False for tests: faster, and thrown away with its last user.</param>
    /// <exception cref="InvalidOperationException">No server is installed, or it did not start; the message says why.</exception>
    public static async Task<EmbeddedPostgres> StartAsync(string root, bool durable = true, CancellationToken ct = default)
    {
        var user = ServerUser.Current;
        var folder = await ClusterFolder.ForAsync(root, user, ct);
        await user.OwnAsync(folder.Root, ct);
        await using var turn = await ClusterUse.TurnAsync(folder, ct);
        var binaries = PostgresBinaries.Find(PostgresPlaces.OnThisMachine(), durable ? folder.Major : null);
        var postgres = new EmbeddedPostgres(folder, new(folder, binaries, user), durable) { _use = ClusterUse.Join(folder) };
        try
        {
            await postgres.AdoptOrStartAsync(ct);
            await postgres.EnsureSiteRoleAsync(ct);
        }
        catch
        {
            await postgres.LeaveAsync();
            throw;
        }
        return postgres;
    }

    /// <param name="database">Its name.</param>
    /// <param name="user"><see cref="Cluster.Owner"/>, who may do everything, or <see cref="Site"/>.</param>
    public string ConnectionString(string database, string user = Cluster.Owner)
    {
        var server = _server ?? throw new ObjectDisposedException(nameof(EmbeddedPostgres));
        return new NpgsqlConnectionStringBuilder
        {
            Host = server.SocketFolder.Length > 0 ? server.SocketFolder : "127.0.0.1",
            Port = server.Port,
            Username = user,
            Password = Password,
            Database = database,
            SslMode = SslMode.Disable,
            GssEncryptionMode = GssEncryptionMode.Disable,
            IncludeErrorDetail = true,
        }.ConnectionString;
    }

    /// <summary>Makes the database unless it is there.</summary>
    public Task EnsureDatabaseAsync(string name, CancellationToken ct = default) =>
        EnsureAsync("SELECT 1 FROM pg_database WHERE datname = $1", name, $"CREATE DATABASE {Quote(name)}", ct);

    public async ValueTask DisposeAsync()
    {
        if (_use is null) return;
        NpgsqlConnection.ClearAllPools();
        await using var turn = await ClusterUse.TurnAsync(_folder, CancellationToken.None);
        await LeaveAsync();
    }

    private async Task LeaveAsync()
    {
        await _use!.DisposeAsync();
        _use = null;
        if (!ClusterUse.IsOver(_folder)) return;
        await _cluster.StopAsync(CancellationToken.None);
        if (_server is { SocketFolder.Length: > 0 } server && Directory.Exists(server.SocketFolder)) Directory.Delete(server.SocketFolder, recursive: true);
        if (!_durable && Directory.Exists(_folder.Data)) Directory.Delete(_folder.Data, recursive: true);
    }

    private async Task AdoptOrStartAsync(CancellationToken ct)
    {
        if (await AdoptAsync(ct)) return;
        if (!_durable && Directory.Exists(_folder.Data)) Directory.Delete(_folder.Data, recursive: true);
        if (_folder.Major is null) await _cluster.MakeAsync(ct);
        await _cluster.StartAsync(_durable, ct);
        _server = PostmasterPid.Read(_folder.Data);
    }

    private async Task<bool> AdoptAsync(CancellationToken ct)
    {
        for (var tries = 600; PostmasterPid.Read(_folder.Data) is { } left; tries--)
        {
            if (!ServerProcess.Serves(left.Pid, _folder.Data))
            {
                PostmasterPid.Disarm(_folder.Data);
                return false;
            }
            _server = left;
            if (await AnswersAsync(ct)) return true;
            if (tries == 0) throw new InvalidOperationException($"The PostgreSQL server {left.Pid} does not answer: see {_folder.Log}.");
            await Task.Delay(100, ct); // it is still starting, recovering or stopping
        }
        return false;
    }

    private async Task<bool> AnswersAsync(CancellationToken ct)
    {
        await using var source = Admin();
        try
        {
            await using var connection = await source.OpenConnectionAsync(ct);
            return true;
        }
        catch (NpgsqlException) { return false; }
    }

    private Task EnsureSiteRoleAsync(CancellationToken ct) => EnsureAsync("SELECT 1 FROM pg_roles WHERE rolname = $1", Site,
        $"CREATE ROLE {Site} LOGIN" + (Password is { } password ? $" PASSWORD '{password}'" : ""), ct);

    private async Task EnsureAsync(string find, string name, string make, CancellationToken ct)
    {
        await using var source = Admin();
        await using var found = source.CreateCommand(find);
        found.Parameters.AddWithValue(name);
        if (await found.ExecuteScalarAsync(ct) is not null) return;
        await using var command = source.CreateCommand(make);
        await command.ExecuteNonQueryAsync(ct);
    }

    private NpgsqlDataSource Admin() => NpgsqlDataSource.Create(ConnectionString("postgres") + ";Pooling=false");

    private string? Password => File.Exists(_folder.Password) ? File.ReadAllText(_folder.Password) : null;

    private static string Quote(string name) => new NpgsqlCommandBuilder().QuoteIdentifier(name);
}
