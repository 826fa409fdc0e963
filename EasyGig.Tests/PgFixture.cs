using EasyGig.Web.Data;
using EasyGig.Web.Hosting;
using EasyGig.Web.Hosting.Postgres;
using Npgsql;

[assembly: AssemblyFixture(typeof(EasyGig.Tests.PgFixture))]

namespace EasyGig.Tests;

/// <summary>One PostgreSQL server for the run, started by the first test that asks for a database. Each database is a clone of a
/// template that was migrated once.</summary>
public sealed class PgFixture : IAsyncDisposable
{
    private readonly string _folder;
    private readonly bool _durable;
    private readonly string _template = NewName("template");
    private readonly Lazy<Task<EmbeddedPostgres>> _server;

    public PgFixture() : this(Checkout.Private("test-postgres"), durable: false) { }

    /// <summary>A server of a test's own, which may kill it.</summary>
    internal PgFixture(string folder, bool durable) => (_folder, _durable, _server) = (folder, durable, new(StartAsync));

    /// <summary>The connection string of a new, migrated database, for its owner, who may do everything.</summary>
    public async Task<string> NewDatabaseAsync()
    {
        var (server, name) = (await _server.Value, NewName("test"));
        await RunAsync(server, $"CREATE DATABASE {name} TEMPLATE {_template} STRATEGY file_copy");
        return server.ConnectionString(name);
    }

    /// <summary>The same of a new database with nothing in it.</summary>
    public async Task<string> NewEmptyDatabaseAsync()
    {
        var (server, name) = (await _server.Value, NewName("empty"));
        await server.EnsureDatabaseAsync(name);
        return server.ConnectionString(name);
    }

    /// <summary>The same database for the role that the site uses, which may do what it was granted.</summary>
    public static string ForSite(string database) => new NpgsqlConnectionStringBuilder(database) { Username = EmbeddedPostgres.Site }.ConnectionString;

    /// <summary>Gives the space of a database back before the run ends; its connections are cut.</summary>
    public async Task DropAsync(string database) =>
        await RunAsync(await _server.Value, $"DROP DATABASE {new NpgsqlConnectionStringBuilder(database).Database} WITH (FORCE)");

    public async ValueTask DisposeAsync()
    {
        if (_server is { IsValueCreated: true, Value.IsCompletedSuccessfully: true }) await (await _server.Value).DisposeAsync();
    }

    private async Task<EmbeddedPostgres> StartAsync()
    {
        var server = await EmbeddedPostgres.StartAsync(_folder, _durable);
        try
        {
            await server.EnsureDatabaseAsync(_template);
            await MigrateTemplateAsync(server.ConnectionString(_template) + ";Pooling=false"); // nobody may be connected to what is cloned
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
        return server;
    }

    private static Task MigrateTemplateAsync(string owner) => Migrate.RunAsync(owner, ForSite(owner));

    private static string NewName(string kind) => $"{kind}_{Guid.NewGuid():N}";

    private static async Task RunAsync(EmbeddedPostgres server, string sql)
    {
        await using var source = NpgsqlDataSource.Create(server.ConnectionString("postgres"));
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
