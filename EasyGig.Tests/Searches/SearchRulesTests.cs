using Npgsql;

namespace EasyGig.Tests.Searches;

/// <summary>What the database refuses whoever asks.</summary>
public sealed class SearchRulesTests : IClassFixture<EasyGigApp>
{
    private readonly EasyGigApp _app;

    public SearchRulesTests(EasyGigApp app) => (_app, app.Clock.Now) = (app, TestClock.Start);

    [Theory]
    [InlineData("searches_once", "INSERT INTO searches (id, person_id, name, query, alert, time_zone, saved_at) SELECT gen_random_uuid(), person_id, 'Again', query, alert, time_zone, now() FROM searches WHERE id = $1")]
    [InlineData("searches_narrow", "UPDATE searches SET query = '/slots' WHERE id = $1")]
    [InlineData("searches_name_present", "UPDATE searches SET name = ' ' WHERE id = $1")]
    [InlineData("searches_silent", "UPDATE searches SET alert = 'none', due_at = now() WHERE id = $1")]
    [InlineData("searches_count", "INSERT INTO searches (id, person_id, name, query, alert, time_zone, saved_at) SELECT gen_random_uuid(), person_id, n::text, '/slots?minFee=' || n, alert, time_zone, now() FROM searches, generate_series(1, 20) n WHERE id = $1")]
    public async Task R8_the_database_keeps_what_a_saved_search_is(string rule, string sql)
    {
        var (_, id) = await _app.SearcherAsync(500);
        foreach (var who in (NpgsqlDataSource[])[_app.Site, _app.Owner]) Assert.Equal(rule, await RefusedAsync(who, sql, id));
    }

    [Fact]
    public async Task R8_nineteen_more_searches_are_not_one_too_many()
    {
        var (_, id) = await _app.SearcherAsync(510);
        Assert.Null(await RefusedAsync(_app.Site, "INSERT INTO searches (id, person_id, name, query, alert, time_zone, saved_at) SELECT gen_random_uuid(), person_id, n::text, '/slots?minFee=' || n, alert, time_zone, now() FROM searches, generate_series(1, 19) n WHERE id = $1", id));
    }

    private static async Task<string?> RefusedAsync(NpgsqlDataSource who, string sql, Guid id)
    {
        await using var command = who.CreateCommand(sql);
        command.Parameters.Add(new() { Value = id });
        try { await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken); }
        catch (PostgresException e) { return e.ConstraintName; }
        return null;
    }
}
