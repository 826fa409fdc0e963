using System.Diagnostics;
using EasyGig.Web.Hosting.Postgres;
using Npgsql;

namespace EasyGig.Tests.Hosting;

public sealed class EmbeddedPostgresTests : IDisposable
{
    private readonly TempFolder _root = new();
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _root.Dispose();

    [Fact]
    public async Task It_is_made_started_and_stopped_and_keeps_what_it_was_given()
    {
        await using (var first = await EmbeddedPostgres.StartAsync(_root.Path, ct: Ct))
        {
            await first.EnsureDatabaseAsync("easygig", Ct);
            await first.EnsureDatabaseAsync("easygig", Ct);
            await AskAsync(first.ConnectionString("easygig"), "CREATE TABLE kept AS SELECT 42 AS answer");
        }
        Assert.Null(PostmasterPid.Read(_root.Below("data")));

        await using var second = await EmbeddedPostgres.StartAsync(_root.Path, ct: Ct);
        Assert.Equal(42, await AskAsync(second.ConnectionString("easygig"), "SELECT answer FROM kept"));
        Assert.DoesNotContain("FATAL", await File.ReadAllTextAsync(_root.Below("server.log"), Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_second_user_shares_the_server_and_the_last_one_stops_it()
    {
        var first = await EmbeddedPostgres.StartAsync(_root.Path, durable: false, Ct);
        var second = await EmbeddedPostgres.StartAsync(_root.Path, durable: false, Ct);
        Assert.Equal(first.ConnectionString("postgres"), second.ConnectionString("postgres"));

        await first.DisposeAsync();
        Assert.Equal(1, await AskAsync(second.ConnectionString("postgres"), "SELECT 1"));

        await second.DisposeAsync();
        Assert.False(Directory.Exists(_root.Below("data")));
    }

    [Fact]
    public async Task A_killed_server_is_started_again_with_what_was_committed()
    {
        await using (var first = await EmbeddedPostgres.StartAsync(_root.Path, ct: Ct))
        {
            await AskAsync(first.ConnectionString("postgres"), "CREATE TABLE kept AS SELECT 42 AS answer");
            using var server = Process.GetProcessById(PostmasterPid.Read(_root.Below("data"))!.Pid);
            server.Kill();
            await server.WaitForExitAsync(Ct);
        }
        Assert.NotNull(PostmasterPid.Read(_root.Below("data")));

        await using var second = await EmbeddedPostgres.StartAsync(_root.Path, ct: Ct);
        Assert.Equal(42, await AskAsync(second.ConnectionString("postgres"), "SELECT answer FROM kept"));
    }

    [Fact]
    public async Task The_site_signs_in_as_a_role_that_may_do_nothing_yet()
    {
        await using var server = await EmbeddedPostgres.StartAsync(_root.Path, durable: false, Ct);
        var site = server.ConnectionString("postgres", EmbeddedPostgres.Site);
        Assert.Equal("easygig_site", await AskAsync(site, "SELECT current_user::text"));
        var e = await Assert.ThrowsAsync<PostgresException>(() => AskAsync(site, "CREATE TABLE public.mine (id int)"));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, e.SqlState);
    }

    [Fact]
    public async Task Nobody_else_can_reach_it()
    {
        if (OperatingSystem.IsWindows()) return; // there it listens on the loopback and asks for a password
        await using var server = await EmbeddedPostgres.StartAsync(_root.Path, durable: false, Ct);
        Assert.Equal("", await AskAsync(server.ConnectionString("postgres"), "SELECT current_setting('listen_addresses')"));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(_root.Below("socket")));
    }

    private static async Task<object?> AskAsync(string database, string sql)
    {
        await using var source = NpgsqlDataSource.Create(database + ";Pooling=false");
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteScalarAsync(Ct);
    }
}
