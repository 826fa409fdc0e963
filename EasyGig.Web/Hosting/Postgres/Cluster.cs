using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace EasyGig.Web.Hosting.Postgres;

/// <summary>One cluster on the disk: made once, started, stopped. Runs PostgreSQL's own programs as the server's user.</summary>
internal sealed class Cluster(ClusterFolder folder, PostgresBinaries binaries, ServerUser user)
{
    public const string Owner = "easygig";

    /// <summary>Makes the cluster beside its place and moves it there, so that a killed initdb leaves nothing half made.</summary>
    public async Task MakeAsync(CancellationToken ct)
    {
        if (Directory.Exists(folder.Unfinished)) Directory.Delete(folder.Unfinished, recursive: true);
        await RunAsync("initdb", ["-D", folder.Unfinished, "-U", Owner, "-E", "UTF8", "--no-sync", "--no-instructions", .. Letters, .. await DoorAsync(ct)], ct);
        Directory.Move(folder.Unfinished, folder.Data);
    }

    /// <summary>The same order, upper and lower case everywhere; the C locale alone would know only ASCII's.</summary>
    private string[] Letters => binaries.Major >= 17
        ? ["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
        : ["--locale=C", "--locale-provider=icu", "--icu-locale=und"];

    /// <summary>A socket in a closed folder needs no password. Windows has no such socket: a password on the loopback.</summary>
    private async Task<string[]> DoorAsync(CancellationToken ct)
    {
        if (!OperatingSystem.IsWindows()) return ["--auth-local=trust", "--auth-host=reject"];
        await File.WriteAllTextAsync(folder.Password, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24)), ct);
        return ["-A", "scram-sha-256", "--pwfile", folder.Password];
    }

    /// <summary>Starts the server in a session of its own, so that Ctrl+C in a terminal reaches the site first.</summary>
    /// <param name="durable">False gives up what was written when the machine fails, for speed.</param>
    public async Task StartAsync(bool durable, CancellationToken ct)
    {
        string[] settings =
        [
            .. await WhereToListenAsync(ct),
            "max_connections=200", "shared_buffers=128MB", "timezone=UTC", "log_timezone=UTC",
            .. durable ? [] : new[] { "fsync=off", "synchronous_commit=off", "full_page_writes=off" },
        ];
        string[] start = ["start", "-w", "-s", "-t", "60", "-D", folder.Data, "-l", folder.Log, "-o", string.Join(' ', settings.Select(s => "-c " + s))];
        for (var tries = 40; !await Command.TryAsync([.. user.Prefix, binaries.Tool("pg_ctl"), .. start], folder.Root, ct); tries--)
        {
            var log = LastOfLog();
            // what a killed server was computing ends soon after it, and holds its memory until then
            if (tries == 0 || !log.Contains("shared memory block", StringComparison.Ordinal)) throw new InvalidOperationException($"PostgreSQL did not start. {log}");
            await Task.Delay(250, ct);
        }
    }

    private async Task<string[]> WhereToListenAsync(CancellationToken ct)
    {
        if (OperatingSystem.IsWindows()) return ["listen_addresses=127.0.0.1", string.Create(CultureInfo.InvariantCulture, $"port={FreePort()}")];
        var socket = folder.NewSocketFolder();
        if (Directory.Exists(socket)) Directory.Delete(socket, recursive: true); // a dead server's lock would be taken for a live one's
        await user.OwnAsync(socket, ct);
        return ["listen_addresses=", $"unix_socket_directories={socket}", "unix_socket_permissions=0700", "port=5432"];
    }

    public Task StopAsync(CancellationToken ct) =>
        Command.TryAsync([.. user.Prefix, binaries.Tool("pg_ctl"), "stop", "-w", "-s", "-t", "30", "-m", "fast", "-D", folder.Data], folder.Root, ct);

    private Task RunAsync(string tool, string[] arguments, CancellationToken ct) =>
        Command.RunAsync([.. user.Prefix, binaries.Tool(tool), .. arguments], folder.Root, ct);

    private string LastOfLog() => File.Exists(folder.Log) ? string.Join(Environment.NewLine, File.ReadLines(folder.Log).TakeLast(5)) : "";

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
