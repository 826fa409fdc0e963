using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace EasyGig.Tests.Searches;

/// <summary>What the database refuses whoever asks.</summary>
public sealed class SearchRulesTests : IClassFixture<EasyGigApp>
{
    private readonly EasyGigApp _app;

    public SearchRulesTests(EasyGigApp app) => (_app, app.Clock.Now) = (app, TestClock.Start);

    [Theory]
    [InlineData("searches_once", "INSERT INTO searches (id, person_id, name, query, alert, saved_at) SELECT gen_random_uuid(), person_id, 'Again', query, alert, now() FROM searches WHERE id = $1")]
    [InlineData("searches_narrow", "UPDATE searches SET query = '/slots' WHERE id = $1")]
    [InlineData("searches_name_present", "UPDATE searches SET name = ' ' WHERE id = $1")]
    [InlineData("searches_silent", "UPDATE searches SET alert = 'none', due_at = now() WHERE id = $1")]
    [InlineData("searches_count", "INSERT INTO searches (id, person_id, name, query, alert, saved_at) SELECT gen_random_uuid(), person_id, n::text, '/slots?minFee=' || n, alert, now() FROM searches, generate_series(1, 20) n WHERE id = $1")]
    public async Task R8_the_database_keeps_what_a_saved_search_is(string rule, string sql)
    {
        var (_, id) = await _app.SearcherAsync(500);
        foreach (var who in (NpgsqlDataSource[])[_app.Site, _app.Owner]) Assert.Equal(rule, await RefusedAsync(who, sql, id));
    }

    [Fact]
    public async Task R8_nineteen_more_searches_are_not_one_too_many()
    {
        var (_, id) = await _app.SearcherAsync(510);
        Assert.Null(await RefusedAsync(_app.Site, "INSERT INTO searches (id, person_id, name, query, alert, saved_at) SELECT gen_random_uuid(), person_id, n::text, '/slots?minFee=' || n, alert, now() FROM searches, generate_series(1, 19) n WHERE id = $1", id));
    }

    [Theory]
    [InlineData(true, "UPDATE slots SET asked_until = NULL WHERE id = $1")] // its waiting list ends, or is stopped
    [InlineData(true, "UPDATE slots SET state = 'booked', asked_until = NULL WHERE id = $1; UPDATE slots SET state = 'open' WHERE id = $1")]
    [InlineData(true, "UPDATE slots SET asked_until = NULL WHERE id = $1; UPDATE slots SET asked_until = now() WHERE id = $1")] // a round looks itself who is asked
    [InlineData(false, "UPDATE slots SET asked_until = now() WHERE id = $1")]
    [InlineData(false, "UPDATE slots SET max_fee = max_fee + 1 WHERE id = $1")]
    [InlineData(false, "SELECT set_config('easygig.now', '', true); UPDATE slots SET asked_until = NULL WHERE id = $1")] // a seed or a repair
    public async Task R38_a_slot_is_fresh_when_it_comes_to_take_applications(bool fresh, string sql)
    {
        await _app.SearcherAsync(520);
        var slot = await _app.SlotAsync((await _app.VenueAsync()).Venue, 521);
        await using var connection = await _app.Site.OpenConnectionAsync(Ct);
        await using var act = new NpgsqlCommand($"BEGIN; UPDATE slots SET asked_until = now() WHERE id = $1; SELECT set_config('easygig.now', '2027-02-03', true); {sql}; COMMIT".Replace("$1", $"'{slot.Id}'", StringComparison.Ordinal), connection);
        await act.ExecuteNonQueryAsync(Ct);
        Assert.Equal(fresh, await _app.WithDbAsync(db => db.FreshSlots.AnyAsync(one => one.Id == slot.Id, Ct)));
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static async Task<string?> RefusedAsync(NpgsqlDataSource who, string sql, Guid id)
    {
        await using var command = who.CreateCommand(sql);
        command.Parameters.Add(new() { Value = id });
        try { await command.ExecuteNonQueryAsync(Ct); }
        catch (PostgresException e) { return e.ConstraintName; }
        return null;
    }
}
