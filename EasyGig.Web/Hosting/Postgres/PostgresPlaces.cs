using System.Globalization;

namespace EasyGig.Web.Hosting.Postgres;

/// <summary>The folders in which a PostgreSQL server is usually installed, the likeliest first.</summary>
internal static class PostgresPlaces
{
    private static readonly (string Above, string Versions)[] Usual =
    [
        ("usr/lib/postgresql", "*"),                            // Debian, Ubuntu
        ("usr", "pgsql-*"),                                     // Fedora and its like, from postgresql.org
        ("opt/homebrew/opt", "postgresql@*"),                   // Homebrew
        ("usr/local/opt", "postgresql@*"),                      // Homebrew on Intel
        ("Applications/Postgres.app/Contents/Versions", "*"),
        ("Program Files/PostgreSQL", "*"),                      // Windows
    ];

    /// <summary>EASYGIG_PG_BIN alone where it is set; else PATH, the usual places, and what eng/need fetched through npm.</summary>
    public static IEnumerable<string> OnThisMachine() => Environment.GetEnvironmentVariable("EASYGIG_PG_BIN") is { Length: > 0 } own
        ? [own]
        : Below(Path.GetPathRoot(AppContext.BaseDirectory)!, Environment.GetEnvironmentVariable("PATH") ?? "", Checkout.Folder);

    /// <param name="root">Where the usual places lie: the file system's root, but in tests.</param>
    /// <param name="path">The folders of PATH.</param>
    /// <param name="checkout">The checkout whose .easygig/npm-postgres is the last resort.</param>
    public static IEnumerable<string> Below(string root, string path, string? checkout) =>
    [
        .. path.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries),
        .. Usual.SelectMany(place => Newest(Path.Combine(root, place.Above), place.Versions)),
        .. checkout is null ? [] : new[] { Path.Combine(checkout, ".easygig", "npm-postgres", "native", "bin") },
    ];

    private static IEnumerable<string> Newest(string above, string versions) => !Directory.Exists(above) ? [] : Directory
        .EnumerateDirectories(above, versions)
        .OrderByDescending(folder => VersionIn(Path.GetFileName(folder)))
        .Select(folder => Path.Combine(folder, "bin"));

    private static int VersionIn(string name) =>
        int.TryParse(string.Concat(name.SkipWhile(c => !char.IsDigit(c)).TakeWhile(char.IsDigit)), CultureInfo.InvariantCulture, out var n) ? n : 0;
}
