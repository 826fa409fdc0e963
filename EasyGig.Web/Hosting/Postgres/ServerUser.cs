namespace EasyGig.Web.Hosting.Postgres;

/// <summary>Whom the server runs as: PostgreSQL refuses to run as root, who therefore lends it to postgres, else to nobody.</summary>
/// <param name="Name">Null when the server runs as whoever runs the site.</param>
/// <param name="Group">The number of that user's group.</param>
internal sealed record ServerUser(string? Name, string Group)
{
    private static readonly string[] Lent = ["postgres", "nobody"];

    public static ServerUser Current => OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess
        ? FromPasswd(File.ReadLines("/etc/passwd"))
        : new(null, "");

    /// <summary>What stands before a command that is to run as this user.</summary>
    public IEnumerable<string> Prefix => Name is null ? [] : ["setpriv", $"--reuid={Name}", $"--regid={Group}", "--init-groups", "--"];

    internal static ServerUser FromPasswd(IEnumerable<string> lines)
    {
        var users = lines.Select(line => line.Split(':')).Where(user => user.Length > 3).ToLookup(user => user[0], user => user[3]);
        var name = Lent.FirstOrDefault(users.Contains)
            ?? throw new InvalidOperationException("PostgreSQL refuses to run as root, and there is neither a user postgres nor nobody.");
        return new(name, users[name].First());
    }

    /// <summary>Makes the folder and gives it to this user, with no way in for others.</summary>
    public async Task OwnAsync(string folder, CancellationToken ct)
    {
        Directory.CreateDirectory(folder);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        if (Name is not null) await Command.RunAsync(["chown", "--no-dereference", $"{Name}:{Group}", folder], "/", ct);
    }

    /// <summary>Whether this user may enter the folder, and so every folder above it.</summary>
    public async Task<bool> CanEnterAsync(string folder, CancellationToken ct) =>
        Name is null || await Command.TryAsync([.. Prefix, "test", "-x", folder], "/", ct);
}
