using System.Reflection;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql;

namespace EasyGig.Web.Data;

/// <summary>What the database says of its own schema; asked at every start and by every probe, so past the mapper.</summary>
internal static class Schema
{
    private static readonly string[] Known =
        [.. typeof(Schema).Assembly.GetTypes().Select(type => type.GetCustomAttribute<MigrationAttribute>()?.Id).OfType<string>()];

    /// <returns>Whether the database is of this version, or a later one.</returns>
    public static async Task<bool> IsCurrentAsync(NpgsqlDataSource database, CancellationToken ct)
    {
        await using var command = database.CreateCommand("""SELECT count(*) = cardinality($1) FROM "__EFMigrationsHistory" WHERE "MigrationId" = ANY ($1)""");
        command.Parameters.Add(new() { Value = Known });
        try { return (bool)(await command.ExecuteScalarAsync(ct))!; }
        catch (PostgresException e) when (e.SqlState is PostgresErrorCodes.UndefinedTable) { return false; }
    }

    /// <returns>Whether the user that the site signs in as may change it.</returns>
    public static async Task<bool> MayChangeAsync(NpgsqlDataSource database, CancellationToken ct)
    {
        await using var command = database.CreateCommand("SELECT has_schema_privilege('public', 'CREATE')");
        return (bool)(await command.ExecuteScalarAsync(ct))!;
    }
}
