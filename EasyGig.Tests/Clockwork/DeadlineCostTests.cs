using Npgsql;

namespace EasyGig.Tests.Clockwork;

/// <summary>What keeping the deadlines costs whoever writes.</summary>
public sealed class DeadlineCostTests(EasyGigApp app) : IClassFixture<EasyGigApp>
{
    [Theory]
    [InlineData("UPDATE applications SET reminders = reminders WHERE id = @id")]
    [InlineData("UPDATE slots SET state = state WHERE id = (SELECT slot_id FROM applications WHERE id = @id)")]
    public async Task R13_what_a_statement_awaits_is_looked_up_by_its_rows_and_never_read_whole(string write)
    {
        var application = await app.ApplicationAsync(await app.SlotAsync((await app.VenueAsync()).Venue), (await app.ArtistAsync()).Artist);
        var ct = TestContext.Current.CancellationToken;
        await using var connection = await app.Owner.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await using (var off = new NpgsqlCommand("SET LOCAL enable_seqscan = off", connection, transaction)) await off.ExecuteNonQueryAsync(ct); // however few rows a test has
        await using (var act = new NpgsqlCommand(write, connection, transaction) { Parameters = { new("id", application.Id) } }) Assert.Equal(1, await act.ExecuteNonQueryAsync(ct));

        await using var count = new NpgsqlCommand("SELECT COALESCE(string_agg(relname, ' '), '') FROM pg_stat_xact_user_tables WHERE seq_scan > 0", connection, transaction);

        Assert.Equal("", await count.ExecuteScalarAsync(ct));
    }
}
