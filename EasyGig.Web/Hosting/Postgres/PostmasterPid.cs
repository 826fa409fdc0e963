using System.Globalization;

namespace EasyGig.Web.Hosting.Postgres;

/// <summary>What a running server writes into its data folder: its process, its port, and the folder of its socket ("" without one).</summary>
internal sealed record PostmasterPid(int Pid, int Port, string SocketFolder)
{
    /// <summary>More than any system gives out, so no process has it.</summary>
    private const string Nobody = "999999999";

    public static string PathIn(string data) => Path.Combine(data, "postmaster.pid");

    /// <summary>Null when there is no such file. A file that was never finished has the process 0.</summary>
    public static PostmasterPid? Read(string data)
    {
        if (!File.Exists(PathIn(data))) return null;
        // process, data folder, start time, port, socket folder, address, shared memory, state
        return File.ReadAllLines(PathIn(data)) is [var pid, _, _, var port, var socket, ..]
            && int.TryParse(pid, CultureInfo.InvariantCulture, out var process) && int.TryParse(port, CultureInfo.InvariantCulture, out var number)
            ? new(process, number, socket)
            : new(0, 0, "");
    }

    /// <summary>
    /// The process that is named there is gone, or its number belongs to another program by now, which PostgreSQL would take for a
    /// live server. Only the number is replaced: the server still looks into the shared memory named there for backends that
    /// outlived their server before it starts.
    /// </summary>
    public static void Disarm(string data)
    {
        var lines = File.ReadAllLines(PathIn(data));
        if (lines.Length < 7) File.Delete(PathIn(data));
        else File.WriteAllLines(PathIn(data), [Nobody, .. lines[1..]]);
    }
}
