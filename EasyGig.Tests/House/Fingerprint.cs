using Microsoft.EntityFrameworkCore;

namespace EasyGig.Tests.House;

/// <summary>All that is stored, in a few lines that can be compared.</summary>
internal static class Fingerprint
{
    /// <summary>Each table with the sum of its rows; without what no request may write, and without when a session ends, which every
    /// signed-in request may put off.</summary>
    public static Task<string> FingerprintAsync(this EasyGigApp app) => app.WithDbAsync(async db =>
    {
        var tables = await db.Database.SqlQuery<string>($"""
            SELECT table_name::text AS "Value" FROM information_schema.tables
            WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND table_name NOT IN ('cities', 'city_names', 'regions', 'countries')
            ORDER BY 1
            """).ToListAsync();
        var prints = new List<string>();
        foreach (var table in tables)
        {
            var row = table == "sessions" ? "(to_jsonb(t) - '{ticket,expires_at}'::text[])::text" : "t::text";
            await using var command = app.Owner.CreateCommand($"SELECT md5(string_agg({row}, '|' ORDER BY {row})) FROM \"{table}\" t");
            prints.Add($"{table} {await command.ExecuteScalarAsync()}");
        }
        return string.Join('\n', prints);
    });
}
