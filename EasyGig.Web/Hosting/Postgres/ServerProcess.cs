using System.Diagnostics;

namespace EasyGig.Web.Hosting.Postgres;

internal static class ServerProcess
{
    /// <summary>Whether the process is alive and is the server of that data folder, and not another program with its old number.</summary>
    public static bool Serves(int pid, string data)
    {
        if (pid <= 0) return false;
        if (!OperatingSystem.IsLinux()) return IsNamedPostgres(pid);
        // anyone may read a command line, in a container too; that of a dead process which nobody has collected yet is empty
        try { return File.ReadAllText($"/proc/{pid}/cmdline").Split('\0').Contains(data); }
        catch (IOException) { return false; }
        catch (UnauthorizedAccessException) { return false; }
    }

    private static bool IsNamedPostgres(int pid)
    {
        try
        {
            using var process = Process.GetProcessById(pid);
            return process.ProcessName.StartsWith("postgres", StringComparison.OrdinalIgnoreCase);
        }
        catch (ArgumentException) { return false; }
    }
}
