using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace EasyGig.Web.Hosting.Postgres;

/// <summary>The folder of one private cluster, and what lies where in it.</summary>
internal sealed partial class ClusterFolder(string root)
{
    public string Root => root;
    public string Data => Path.Combine(root, "data");
    public string Unfinished => Path.Combine(root, "data.new");
    public string Log => Path.Combine(root, "server.log");
    public string Gate => Path.Combine(root, "gate.lock");
    public string Users => Path.Combine(root, "users.lock");

    /// <summary>Holds the password where the server listens on TCP (Windows).</summary>
    public string Password => Path.Combine(root, "password");

    /// <summary>The version that made the cluster, or null when there is none yet.</summary>
    public int? Major => File.Exists(Path.Combine(Data, "PG_VERSION")) && int.TryParse(File.ReadAllText(Path.Combine(Data, "PG_VERSION")), out var major) ? major : null;

    /// <summary>Below this folder, but for a path that is too long for a socket (107 bytes) or holds what pg_ctl's shell or a
    /// connection string reads otherwise: then in a new temporary folder. Either is closed to others.</summary>
    public string NewSocketFolder()
    {
        var own = Path.Combine(root, "socket");
        return SafeForSockets().IsMatch(own) ? own : Directory.CreateTempSubdirectory("easygig-").FullName;
    }

    /// <summary>
    /// The asked folder where the server's user can get there. Below a closed folder (root's home) the cluster lies in
    /// /var/lib/easygig instead, under a name that belongs to this checkout alone: a mark in the asked folder is part of it, so that
    /// neither a copy of the checkout nor a new one in the same place finds a cluster that is not its own.
    /// </summary>
    public static async Task<ClusterFolder> ForAsync(string asked, ServerUser user, CancellationToken ct)
    {
        asked = Path.GetFullPath(asked);
        Directory.CreateDirectory(asked);
        if (await user.CanEnterAsync(Path.GetDirectoryName(asked)!, ct)) return new(asked);

        var mark = Path.Combine(asked, "mark");
        if (!File.Exists(mark)) await File.WriteAllTextAsync(mark, Guid.NewGuid().ToString(), ct);
        var name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(asked + await File.ReadAllTextAsync(mark, ct))))[..16];
        const string shared = "/var/lib/easygig";
        Directory.CreateDirectory(shared);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(shared, (UnixFileMode)0b111_101_101); // whatever the umask says
        return new(Path.Combine(shared, name));
    }

    [GeneratedRegex("^[A-Za-z0-9/._-]{1,88}$")]
    private static partial Regex SafeForSockets();
}
