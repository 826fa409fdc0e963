using System.Diagnostics;
using System.Globalization;

namespace EasyGig.Web.Hosting.Postgres;

/// <summary>The programs of one installed PostgreSQL server (postgres, initdb, pg_ctl) and its major version.</summary>
internal sealed record PostgresBinaries(string Folder, int Major)
{
    public const int Oldest = 15;

    public string Tool(string name) => Path.Combine(Folder, Executable(name));

    /// <summary>The first server of the given folders that is new enough, or of exactly that major version when one is given: a
    /// cluster can be read only by the version that made it.</summary>
    /// <exception cref="InvalidOperationException">None fits; the message says what was found and what to do.</exception>
    public static PostgresBinaries Find(IEnumerable<string> folders, int? major = null)
    {
        var tooOld = 0;
        foreach (var folder in folders.Select(Real).OfType<string>().Distinct())
        {
            if (MajorOf(Path.Combine(folder, Executable("postgres"))) is not { } found) continue;
            if (major is null ? found >= Oldest : found == major) return new(folder, found);
            tooOld = Math.Max(tooOld, found);
        }
        throw new InvalidOperationException(
            major is not null ? $"This database was made by PostgreSQL {major}, whose programs are no longer installed."
            : tooOld > 0 ? $"EasyGig needs PostgreSQL {Oldest} or newer; only {tooOld} is installed."
            : "No PostgreSQL server is installed: run eng/need postgresql, or set ConnectionStrings__EasyGig.");
    }

    /// <summary>The folder that the programs really lie in (PATH often holds links), or null if they are not all there.</summary>
    private static string? Real(string folder)
    {
        var postgres = Path.Combine(folder, Executable("postgres"));
        if (!File.Exists(postgres)) return null;
        var real = Path.GetDirectoryName(File.ResolveLinkTarget(postgres, returnFinalTarget: true)?.FullName ?? postgres)!;
        return File.Exists(Path.Combine(real, Executable("initdb"))) && File.Exists(Path.Combine(real, Executable("pg_ctl"))) ? real : null;
    }

    private static int? MajorOf(string postgres)
    {
        using var process = Process.Start(new ProcessStartInfo(postgres, "--version") { RedirectStandardOutput = true })!;
        var said = process.StandardOutput.ReadToEnd(); // postgres (PostgreSQL) 15.18 (Debian 15.18-0+deb12u1)
        process.WaitForExit();
        var version = string.Concat(said.SkipWhile(c => !char.IsDigit(c)).TakeWhile(char.IsDigit));
        return process.ExitCode == 0 && int.TryParse(version, CultureInfo.InvariantCulture, out var major) ? major : null;
    }

    private static string Executable(string name) => OperatingSystem.IsWindows() ? name + ".exe" : name;
}
