using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace EasyGig.Web.Data;

/// <summary>Loads geography and genres from the files that the assembly carries, whenever a file is new or has changed.</summary>
internal static class Reference
{
    private static readonly string[] Files = ["countries", "regions", "cities", "genres"];

    public static async Task LoadAsync(EasyGigDb db, CancellationToken ct)
    {
        foreach (var file in Files)
        {
            var csv = SqlFile.Read($"{file}.csv");
            var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(csv)));
            var known = await db.Database.SqlQuery<string>($"""SELECT hash AS "Value" FROM reference_files WHERE name = {file}""").SingleOrDefaultAsync(ct);
            if (known == hash) continue;
            await LoadAsync((NpgsqlConnection)db.Database.GetDbConnection(), file, csv, ct);
            await db.Database.ExecuteSqlAsync(
                $"INSERT INTO reference_files VALUES ({file}, {hash}) ON CONFLICT (name) DO UPDATE SET hash = excluded.hash", ct);
        }
    }

    /// <summary>Copies the file's lines into a table of text, and from there in one statement to where they belong.</summary>
    private static async Task LoadAsync(NpgsqlConnection connection, string file, string csv, CancellationToken ct)
    {
        var columns = csv[..csv.IndexOf('\n', StringComparison.Ordinal)].Split(',');
        await RunAsync($"CREATE TEMP TABLE csv ({string.Join(", ", columns.Select(column => $"\"{column}\" text"))})");
        await using (var copy = await connection.BeginTextImportAsync("COPY csv FROM STDIN (FORMAT csv, HEADER)", ct))
            await copy.WriteAsync(csv.AsMemory(), ct);
        await RunAsync(SqlFile.Read($"reference.{file}.sql"));
        await RunAsync("DROP TABLE csv");

        async Task RunAsync(string sql)
        {
            await using var command = new NpgsqlCommand(sql, connection);
            await command.ExecuteNonQueryAsync(ct);
        }
    }
}
