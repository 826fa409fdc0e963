using System.Diagnostics;
using System.Runtime.Versioning;
using EasyGig.Web.Hosting.Postgres;
using Npgsql;

namespace EasyGig.Tests.Hosting;

public sealed class EmbeddedPostgresTests : IDisposable
{
    private readonly TempFolder _root = new();
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _root.Dispose();

    [Fact]
    public async Task It_keeps_what_it_was_given_when_it_is_stopped_and_when_it_is_killed()
    {
        await using (var first = await EmbeddedPostgres.StartAsync(_root.Path, ct: Ct))
        {
            await first.EnsureDatabaseAsync("easygig", Ct);
            await first.EnsureDatabaseAsync("easygig", Ct);
            await AskAsync(first.ConnectionString("easygig"), "CREATE TABLE kept AS SELECT 42 AS answer");
        }
        Assert.Null(PostmasterPid.Read(_root.Below("data")));
        Assert.DoesNotContain("FATAL", await File.ReadAllTextAsync(_root.Below("server.log"), Ct), StringComparison.Ordinal);

        await using (var second = await EmbeddedPostgres.StartAsync(_root.Path, ct: Ct))
        {
            await AskAsync(second.ConnectionString("easygig"), "UPDATE kept SET answer = 43");
            using var server = Process.GetProcessById(PostmasterPid.Read(_root.Below("data"))!.Pid);
            server.Kill();
            await server.WaitForExitAsync(Ct);
        }
        Assert.NotNull(PostmasterPid.Read(_root.Below("data")));

        await using var third = await EmbeddedPostgres.StartAsync(_root.Path, ct: Ct);
        Assert.Equal(43, await AskAsync(third.ConnectionString("easygig"), "SELECT answer FROM kept"));
    }

    [Fact]
    public async Task The_second_user_shares_the_server_and_the_last_one_stops_it()
    {
        var first = await EmbeddedPostgres.StartAsync(_root.Path, durable: false, Ct);
        var second = await EmbeddedPostgres.StartAsync(_root.Path, durable: false, Ct);
        Assert.Equal(first.ConnectionString("postgres"), second.ConnectionString("postgres"));
        if (!OperatingSystem.IsWindows()) await AssertClosedAsync(first);

        await first.DisposeAsync();
        Assert.Equal(1, await AskAsync(second.ConnectionString("postgres"), "SELECT 1"));

        await second.DisposeAsync();
        Assert.False(Directory.Exists(_root.Below("data")));
    }

    [UnsupportedOSPlatform("windows")] // there it listens on the loopback and asks for a password
    private async Task AssertClosedAsync(EmbeddedPostgres server)
    {
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
