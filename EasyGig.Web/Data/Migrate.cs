using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace EasyGig.Web.Data;

/// <summary>Brings a database to this version: structure, rules, reference data, and what the site's user may do.</summary>
public static class Migrate
{
    private const int Attempts = 10;

    /// <summary>Runs as a user that may change the schema; running it again changes nothing.</summary>
    /// <param name="owner">Connection string of that user.</param>
    /// <param name="site">Connection string of the site's user; the same when there is only one.</param>
    public static async Task RunAsync(string owner, string site, CancellationToken ct = default)
    {
        // as long as it takes: a change of structure of a million rows is not done in the half minute that a request has
        await using var db = new EasyGigDb(new DbContextOptionsBuilder<EasyGigDb>().UseNpgsql(owner, npgsql => npgsql.CommandTimeout(0)).Options);
        await db.Database.MigrateAsync(ct);
        await db.Database.OpenConnectionAsync(ct);
        for (var attempt = 1; ; attempt++)
            try
            {
                await ReplayAsync(db, owner, site, ct);
                return;
            }
            catch (Exception e) when (attempt < Attempts && EasyGigDb.IsTie(e)) { /* other nodes were at work with what is replayed */ }
    }

    private static async Task ReplayAsync(EasyGigDb db, string owner, string site, CancellationToken ct)
    {
        // One node at a time replays the rules; the lock goes with the transaction.
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtext('easygig migrate'))", ct);
        await Rules.ReplayAsync(db, ct);
        await Reference.LoadAsync(db, ct);
        var user = new NpgsqlConnectionStringBuilder(site).Username;
        if (user is not null && user != new NpgsqlConnectionStringBuilder(owner).Username) await Rules.GrantAsync(db, user, ct);
        await transaction.CommitAsync(ct);
    }
}
