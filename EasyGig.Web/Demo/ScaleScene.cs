using System.Diagnostics;
using System.Globalization;
using EasyGig.Web.Data;
using EasyGig.Web.Identity;
using Microsoft.AspNetCore.Identity;
using Npgsql;

namespace EasyGig.Web.Demo;

/// <summary>A scene of any size, to measure with: so many slots, with venues, artists, applications and bookings in proportion.</summary>
internal static class ScaleScene
{
    public const int Smallest = 1_000;
    public const int Largest = 10_000_000;

    private static readonly string[] Files = ["scale.1.words.sql", "scale.2.people.sql", "scale.3.venues.sql", "scale.4.slots.sql", "scale.5.applications.sql"];
    private static readonly string[] Tables = ["artists", "venues", "stages", "slots", "applications", "bookings", "booking_versions"];

    /// <summary>Loads it whole or not at all, and says how it gets on.</summary>
    /// <param name="owner">Connection string of the user that owns the tables: only that one may set triggers aside. The
    /// statements keep the rules by themselves; constraints stay on.</param>
    public static async Task LoadAsync(string owner, int slots, IPasswordHasher<Person> hasher, CancellationToken ct)
    {
        var watch = Stopwatch.StartNew();
        await using var database = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(owner) { CommandTimeout = 0 }.ConnectionString);
        await using var connection = await database.OpenConnectionAsync(ct);
        await using (var transaction = await connection.BeginTransactionAsync(ct))
        {
            await RunAsync($"SELECT set_config('scale.slots', '{slots.ToString(CultureInfo.InvariantCulture)}', true), set_config('scale.hash', '{hasher.HashPassword(new(), DemoAccounts.Password)}', true)");
            await RunAsync("SET LOCAL synchronous_commit = off; SET LOCAL maintenance_work_mem = '256MB'; SET LOCAL work_mem = '128MB'");
            foreach (var table in Tables) await RunAsync($"ALTER TABLE {table} DISABLE TRIGGER USER");
            foreach (var file in Files)
            {
                await RunAsync(SqlFile.Read(file));
                Console.WriteLine($"{watch.Elapsed.TotalSeconds,6:0} s  {file}");
            }
            foreach (var table in Tables) await RunAsync($"ALTER TABLE {table} ENABLE TRIGGER USER");
            await transaction.CommitAsync(ct);
        }
        foreach (var table in Tables) await RunAsync($"VACUUM ANALYZE {table}");
        Console.WriteLine($"{watch.Elapsed.TotalSeconds,6:0} s  {slots} slots");

        async Task RunAsync(string sql)
        {
            await using var command = new NpgsqlCommand(sql, connection);
            await command.ExecuteNonQueryAsync(ct);
        }
    }
}
