using Npgsql;

namespace EasyGig.Tests.Groups;

/// <summary>What the database refuses whoever asks: the site's own user, and the owner of the tables.</summary>
public sealed class GroupRulesTests : IClassFixture<EasyGigApp>
{
    private readonly EasyGigApp _app;

    public GroupRulesTests(EasyGigApp app) => (_app, app.Clock.Now) = (app, TestClock.Start);

    public enum Who { Site, Owner }

    private const string Book = """
        INSERT INTO bookings (id, slot_id, application_id, venue_id, stage_id, artist_id, starts_at, ends_at, fee, currency, decline_rivals, accepted_at, confirmed_at, state, deal_kind)
            SELECT gen_random_uuid(), s.id, a.id, s.venue_id, s.stage_id, a.artist_id, s.starts_at, s.ends_at, a.fee, a.currency, false, now(), now(), 'confirmed', s.deal_kind
            FROM applications a JOIN slots s ON s.id = a.slot_id WHERE a.group_id = $1
        """;

    [Theory, InlineData(Who.Site), InlineData(Who.Owner)]
    public async Task R23_a_group_is_booked_whole_or_not_at_all(Who who)
    {
        var scene = await Placed.OfAsync(_app);
        Assert.Equal("groups_whole", await RefusedAsync(who, scene, $"{Book} AND a.slot_id = (SELECT slot_id FROM group_pairs WHERE group_id = $1 AND number = 1)"));
        Assert.Equal("groups_whole", await RefusedAsync(who, scene, Book));
        Assert.Equal("groups_whole", await RefusedAsync(who, scene, "UPDATE groups SET state = 'complete' WHERE id = $1"));
        Assert.Equal("groups_whole", await RefusedAsync(who, scene, Book, "UPDATE groups SET state = 'complete' WHERE id = $1"));
        Assert.Null(await RefusedAsync(who, scene, Book, "UPDATE applications SET state = 'accepted' WHERE group_id = $1", "UPDATE groups SET state = 'complete' WHERE id = $1"));
    }

    [Theory, InlineData(Who.Site), InlineData(Who.Owner)]
    public async Task R23_a_group_has_two_to_twelve_pairs_of_its_own_applications(Who who)
    {
        var scene = await Placed.OfAsync(_app);
        var alone = await _app.ApplicationAsync(await _app.SlotAsync(scene.Pairs[0].Venue, inDays: 90), scene.Pairs[0].Band);
        Assert.Equal("group_pairs_count", await RefusedAsync(who, scene, "INSERT INTO groups SELECT gen_random_uuid(), organisation_id, now(), now(), 'submitted' FROM groups WHERE id = $1"));
        Assert.Equal("group_pairs_count", await RefusedAsync(who, scene, "INSERT INTO group_pairs SELECT group_id, 13, slot_id, artist_id, application_id, NULL, false FROM group_pairs WHERE group_id = $1 AND number = 1"));
        Assert.Equal("group_pairs_of_its_group", await RefusedAsync(who, scene,
            $"UPDATE group_pairs SET slot_id = '{alone.SlotId}', application_id = '{alone.Id}' WHERE group_id = $1 AND number = 1"));
    }

    [Theory, InlineData(Who.Site), InlineData(Who.Owner)]
    public async Task R23_nobody_is_put_forward_without_consent_or_after_the_answer(Who who)
    {
        var scene = await Placed.OfAsync(_app);
        var (_, stranger) = await _app.ArtistAsync();
        Assert.Equal("group_pairs_consent", await RefusedAsync(who, scene, $"UPDATE group_pairs SET artist_id = '{stranger.Id}' WHERE group_id = $1 AND number = 1"));
        Assert.Null(await RefusedAsync(who, scene, "UPDATE groups SET state = 'refused', ending = 'declined' WHERE id = $1"));
        Assert.Equal("group_pairs_fixed", await RefusedAsync(who, scene, "UPDATE group_pairs SET number = 3 WHERE group_id = $1 AND number = 1"));
        Assert.Equal("groups_step", await RefusedAsync(who, scene, "UPDATE groups SET state = 'submitted', ending = NULL WHERE id = $1"));
    }

    [Theory]
    [InlineData("applications_of_group_answered", "UPDATE applications SET state = 'waitlisted' WHERE group_id = $1")]
    [InlineData("applications_of_group_answered", "UPDATE applications SET state = 'offered' WHERE group_id = $1")]
    [InlineData("groups_ending", "UPDATE groups SET state = 'expired' WHERE id = $1")]
    [InlineData("groups_ending", "UPDATE groups SET ending = 'declined' WHERE id = $1")]
    [InlineData("roster_entries_one_live", "INSERT INTO roster_entries SELECT gen_random_uuid(), r.organisation_id, r.artist_id, '', now(), NULL, 'asked' FROM roster_entries r JOIN groups g ON g.organisation_id = r.organisation_id WHERE g.id = $1")]
    [InlineData("roster_entries_step", "UPDATE roster_entries SET state = 'declined' FROM groups g WHERE g.organisation_id = roster_entries.organisation_id AND g.id = $1")]
    public async Task R23_rosters_and_groups_take_no_other_steps(string rule, string sql)
    {
        var scene = await Placed.OfAsync(_app);
        Assert.Equal(rule, await RefusedAsync(Who.Site, scene, sql));
    }

    [Fact]
    public async Task R23_what_was_put_forward_is_not_deleted()
    {
        var scene = await Placed.OfAsync(_app);
        foreach (var table in (string[])["groups", "group_pairs", "roster_entries"])
            Assert.Equal("42501", (await Assert.ThrowsAsync<PostgresException>(() => RunAsync(Who.Site, scene, $"DELETE FROM {table} WHERE $1 IS NOT NULL"))).SqlState);
    }

    /// <summary>All in one transaction, to its end.</summary>
    private async Task<string?> RefusedAsync(Who who, Placed scene, params string[] statements)
    {
        try { await RunAsync(who, scene, statements); }
        catch (PostgresException e) { return e.ConstraintName; }
        return null;
    }

    private async Task RunAsync(Who who, Placed scene, params string[] statements)
    {
        var ct = TestContext.Current.CancellationToken;
        await using var connection = await (who is Who.Site ? _app.Site : _app.Owner).OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        foreach (var sql in statements)
        {
            await using var command = new NpgsqlCommand(sql, connection) { Parameters = { new() { Value = scene.Group } } };
            await command.ExecuteNonQueryAsync(ct);
        }
        await transaction.CommitAsync(ct);
    }
}
