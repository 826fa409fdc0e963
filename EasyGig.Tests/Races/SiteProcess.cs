using System.Diagnostics;
using EasyGig.Tests.Mail;

namespace EasyGig.Tests.Races;

/// <summary>A node in a process of its own, as it was built; it can be killed.</summary>
public sealed class SiteProcess : IDisposable
{
    private readonly Process _process;

    private SiteProcess(Process process) => _process = process;

    public bool Lives { get; private set; } = true;

    public Uri Address { get; private set; } = null!;

    /// <param name="owner">The database, as its owner.</param>
    /// <param name="mails">Where its mails go.</param>
    /// <param name="ticks">Whether it lets come what is due.</param>
    public static async Task<SiteProcess> StartAsync(string owner, SmtpSink mails, bool ticks, CancellationToken ct)
    {
        var start = new ProcessStartInfo("dotnet", typeof(Program).Assembly.Location) { WorkingDirectory = AppContext.BaseDirectory, RedirectStandardOutput = true };
        foreach (var (name, value) in new (string, string)[]
        {
            ("ASPNETCORE_ENVIRONMENT", "Development"), ("ASPNETCORE_URLS", "http://127.0.0.1:0"), ("Logging__LogLevel__Default", "None"), ("EasyGig__Demo", "false"),
            ("ConnectionStrings__EasyGig", PgFixture.ForSite(owner)), ("ConnectionStrings__EasyGigMigrate", owner),
            ("EasyGig__Mail__Host", "127.0.0.1"), ("EasyGig__Mail__Port", $"{mails.Port}"), ("EasyGig__Mail__StartTls", "false"), ("EasyGig__Mail__Poll", "00:00:00.2"),
            ("EasyGig__Clockwork__Runs", ticks ? "true" : "false"), ("EasyGig__Clockwork__Poll", "00:00:00.2"),
            ("DOTNET_TieredPGO", "0"), // it does not live long enough to earn that back
        }) start.Environment[name] = value;
        var node = new SiteProcess(Process.Start(start)!);
        while (await node._process.StandardOutput.ReadLineAsync(ct) is { } line)
            if (line.Split(' ')[^1] is var last && Uri.TryCreate(last, UriKind.Absolute, out var at))
            {
                node.Address = new($"http://127.0.0.1:{at.Port}");
                _ = node._process.StandardOutput.ReadToEndAsync(CancellationToken.None); // or a full pipe would stop it
                return node;
            }
        throw new InvalidOperationException("The node did not start.");
    }

    /// <summary>Kills it as the system would when memory runs out: nothing is tidied up.</summary>
    public void Kill()
    {
        Lives = false;
        if (!_process.HasExited) _process.Kill();
    }

    public void Dispose()
    {
        Kill();
        _process.WaitForExit();
        _process.Dispose();
    }
}
