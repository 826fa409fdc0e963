using System.Diagnostics;

namespace EasyGig.Web.Hosting.Postgres;

/// <summary>Runs a program to its end, away from the settings (PGDATA, PGHOST, the language) of whoever runs the site.</summary>
internal static class Command
{
    /// <exception cref="InvalidOperationException">It failed; the message holds what it said.</exception>
    public static async Task RunAsync(string[] command, string folder, CancellationToken ct)
    {
        using var process = Start(command, folder);
        var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(ct), process.StandardError.ReadToEndAsync(ct));
        await process.WaitForExitAsync(ct);
        if (process.ExitCode != 0) throw new InvalidOperationException($"{string.Join(' ', command)} failed: {string.Concat(said).Trim()}");
    }

    /// <summary>Whether it ended well. What it says is not read: a program that it leaves running may hold the pipe open for good.</summary>
    public static async Task<bool> TryAsync(string[] command, string folder, CancellationToken ct)
    {
        using var process = Start(command, folder);
        await process.WaitForExitAsync(ct);
        return process.ExitCode == 0;
    }

    private static Process Start(string[] command, string folder)
    {
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.Where(k => k.StartsWith("PG", StringComparison.Ordinal)).ToArray()) start.Environment.Remove(name);
        start.Environment["LC_ALL"] = "C";
        return Process.Start(start) ?? throw new InvalidOperationException($"{command[0]} did not start.");
    }
}
