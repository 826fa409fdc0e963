using Npgsql;

namespace EasyGig.Web.Hosting.Postgres;

/// <summary>Whether a server can carry EasyGig, asked before the first migration.</summary>
internal static class PostgresCheck
{
    private static readonly string[] Extensions = ["btree_gist", "cube", "earthdistance", "pg_trgm", "unaccent"];

    /// <exception cref="InvalidOperationException">It cannot; the message is one sentence for whoever runs the site.</exception>
    public static async Task RunAsync(string connectionString, CancellationToken ct = default)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var connection = await source.OpenConnectionAsync(ct);
        await using var command = new NpgsqlCommand("SELECT name FROM pg_available_extensions", connection);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var available = new HashSet<string>(StringComparer.Ordinal);
        while (await reader.ReadAsync(ct)) available.Add(reader.GetString(0));
        if (WhyNot(connection.PostgreSqlVersion, available) is { } why) throw new InvalidOperationException(why);
    }

    internal static string? WhyNot(Version server, IReadOnlySet<string> available)
    {
        if (server.Major < PostgresBinaries.Oldest) return $"EasyGig needs PostgreSQL {PostgresBinaries.Oldest} or newer; this server is {server}.";
        var missing = Extensions.Where(name => !available.Contains(name)).ToList();
        return missing.Count == 0 ? null
            : $"EasyGig needs the PostgreSQL extensions {string.Join(", ", missing)}, which this server lacks: install its contrib package.";
    }
}
