using EasyGig.Domain.Applications;
using EasyGig.Domain.Slots;
using Npgsql;

namespace EasyGig.Tests;

/// <summary>The rules of the database, tried with plain SQL as the site's own user: whatever writes, they hold.</summary>
public sealed class SqlRuleTests(EasyGigApp app) : IClassFixture<EasyGigApp>
{
    [Theory]
    [InlineData("22:59", true)] // the slot ends at 23:00 …
    [InlineData("23:19", true)] // … and the changeover at 23:20
    [InlineData("23:20", false)]
    public async Task R4_a_slot_does_not_begin_before_the_changeover_is_over(string from, bool refused)
    {
        var (_, venue) = await app.VenueAsync();
        var slot = await app.SlotAsync(venue);
        var start = slot.Time.Start.Date.Add(TimeSpan.Parse(from, System.Globalization.CultureInfo.InvariantCulture));
        var rule = await RefusedAsync($"""
            INSERT INTO slots SELECT '{Guid.NewGuid()}', venue_id, stage_id, city_id, region_code, country_code, '{start:O}Z', '{start.AddHours(1):O}Z', now(),
                min_fee, max_fee, currency, negotiable, genres, category, notes, 1, 'open' FROM slots WHERE id = '{slot.Id}'
            """.Replace("ZZ", "Z", StringComparison.Ordinal));
        Assert.Equal(refused ? SlotRefusals.StageTaken.Rule : null, rule);
    }

    [Fact]
    public async Task R4_nobody_can_say_that_a_stage_is_free_before_its_changeover_is_over()
    {
        var (_, venue) = await app.VenueAsync();
        var slot = await app.SlotAsync(venue);
        Assert.Null(await RefusedAsync($"UPDATE slots SET busy_until = ends_at WHERE id = '{slot.Id}'"));
        await using var command = app.Site.CreateCommand($"SELECT busy_until - ends_at FROM slots WHERE id = '{slot.Id}'");
        Assert.Equal(TimeSpan.FromMinutes(20), await command.ExecuteScalarAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData(60, null)]
    [InlineData(61, "slots_stage_free")]
    public async Task R4_a_new_changeover_counts_whoever_writes_it(int minutes, string? rule)
    {
        var (_, venue) = await app.VenueAsync();
        var (slot, _) = (await app.SlotAsync(venue, hours: 3), await app.SlotAsync(venue, fromHour: 24));
        Assert.Equal(rule, await RefusedAsync($"SET easygig.now = '2027-02-03'; UPDATE stages SET changeover = {minutes} WHERE venue_id = '{venue.Id}'"));
        await using var command = app.Site.CreateCommand($"SELECT busy_until - ends_at FROM slots WHERE id = '{slot.Id}'");
        Assert.Equal(TimeSpan.FromMinutes(rule is null ? minutes : 20), await command.ExecuteScalarAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("min_fee = -1", "slots_fee_not_negative")]
    [InlineData("max_fee = 'NaN'", "slots_fee_not_negative")]
    [InlineData("min_fee = 'NaN', max_fee = 'NaN'", "slots_fee_not_negative")]
    [InlineData("min_fee = 300.005", "slots_fee_too_fine")]
    [InlineData("min_fee = 501", "slots_fee_order")]
    [InlineData("currency = 'USD'", "slots_currency_of_venue")]
    [InlineData("genres = B'0'::bit(128)", "slots_genres_count")]
    [InlineData("genres = B'111111'::bit(128)", "slots_genres_count")]
    [InlineData("ends_at = starts_at", "slots_time_order")]
    [InlineData("state = 'played'", "slots_step")]
    [InlineData("state = 'draft'", "slots_step")]
    public async Task R6_terms_that_make_no_sense_are_refused_by_name(string change, string rule)
    {
        var (_, venue) = await app.VenueAsync();
        var slot = await app.SlotAsync(venue);
        Assert.Equal(rule, await RefusedAsync($"UPDATE slots SET {change} WHERE id = '{slot.Id}'"));
    }

    [Fact]
    public async Task R7_a_life_begins_where_it_may()
    {
        var (_, venue) = await app.VenueAsync();
        var slot = await app.SlotAsync(venue);
        Assert.Equal("slots_step", await RefusedAsync($"""
            INSERT INTO slots SELECT '{Guid.NewGuid()}', venue_id, stage_id, city_id, region_code, country_code, starts_at + interval '9 days', ends_at + interval '9 days', busy_until,
                min_fee, max_fee, currency, negotiable, genres, category, notes, 1, 'booked' FROM slots WHERE id = '{slot.Id}'
            """));
    }

    [Theory]
    [InlineData(299, false, true)]
    [InlineData(300, false, false)]
    [InlineData(500, false, false)]
    [InlineData(501, false, true)]
    [InlineData(501, true, false)]
    public async Task R9_the_fee_lies_within_the_range_unless_it_is_negotiable(int fee, bool negotiable, bool refused)
    {
        var (_, venue) = await app.VenueAsync();
        var (_, artist) = await app.ArtistAsync();
        var slot = await app.SlotAsync(venue, negotiable: negotiable);
        Assert.Equal(refused ? ApplicationRefusals.FeeRange.Rule : null, await RefusedAsync(Apply(slot.Id, artist.Id, $"{fee}")));
    }

    [Theory]
    [InlineData("NaN", true, "applications_fee_not_negative")]
    [InlineData("NaN", false, "applications_fee_range")]
    [InlineData("400.005", false, "applications_fee_too_fine")]
    public async Task R9_a_fee_is_an_amount_of_its_currency(string fee, bool negotiable, string rule)
    {
        var (_, venue) = await app.VenueAsync();
        var (_, artist) = await app.ArtistAsync();
        var slot = await app.SlotAsync(venue, negotiable: negotiable);
        Assert.Equal(rule, await RefusedAsync(Apply(slot.Id, artist.Id, $"'{fee}'")));
    }

    [Fact]
    public async Task R12_an_application_takes_no_step_that_is_not_listed()
    {
        var (_, venue) = await app.VenueAsync();
        var application = await app.ApplicationAsync(await app.SlotAsync(venue), (await app.ArtistAsync()).Artist);
        Assert.Equal("applications_step", await RefusedAsync($"UPDATE applications SET state = 'expired' WHERE id = '{application.Id}'; UPDATE applications SET state = 'submitted' WHERE id = '{application.Id}'"));
    }

    [Fact]
    public async Task R9_one_live_application_per_artist_and_slot()
    {
        var (_, venue) = await app.VenueAsync();
        var (_, artist) = await app.ArtistAsync();
        var slot = await app.SlotAsync(venue);
        Assert.Null(await RefusedAsync(Apply(slot.Id, artist.Id, "400")));
        Assert.Equal(ApplicationRefusals.OneLive.Rule, await RefusedAsync(Apply(slot.Id, artist.Id, "400")));
        Assert.Null(await RefusedAsync($"UPDATE applications SET state = 'withdrawn' WHERE slot_id = '{slot.Id}'"));
        Assert.Null(await RefusedAsync(Apply(slot.Id, artist.Id, "400")));
    }

    [Theory]
    [InlineData("DROP TABLE audit")]
    [InlineData("CREATE TABLE mine (id int)")]
    [InlineData("ALTER TABLE slots DISABLE TRIGGER ALL")]
    [InlineData("DELETE FROM audit")]
    [InlineData("UPDATE audit SET reason = ''")]
    [InlineData("TRUNCATE audit")]
    [InlineData("INSERT INTO state_steps VALUES ('slots', 'open', 'played')")]
    [InlineData("UPDATE genres SET name = ''")]
    [InlineData("CREATE TEMP TABLE state_steps (entity text, \"from\" text, \"to\" text)")]
    public async Task R39_the_sites_user_can_neither_bend_the_rules_nor_change_what_happened(string sql)
    {
        await app.MigrateAgainAsync(); // the test's database is a copy, and rights to a database are not copied with it
        var e = await Assert.ThrowsAsync<PostgresException>(() => RunAsync(sql));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, e.SqlState);
    }

    [Fact]
    public async Task R39_a_temporary_table_does_not_stand_in_for_ours()
    {
        var (_, venue) = await app.VenueAsync();
        var slot = await app.SlotAsync(venue);
        await using var command = app.Owner.CreateCommand($"""
            CREATE TEMP TABLE state_steps AS SELECT 'slots' AS entity, 'open' AS "from", 'played' AS "to";
            UPDATE slots SET state = 'played' WHERE id = '{slot.Id}'
            """);
        var e = await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken));
        Assert.Equal("slots_step", e.ConstraintName);
    }

    private static string Apply(Guid slot, Guid artist, string fee) =>
        $"INSERT INTO applications (id, slot_id, artist_id, message, fee, currency, terms_version, submitted_at, expires_at, state) VALUES ('{Guid.NewGuid()}', '{slot}', '{artist}', 'Hello', {fee}, 'EUR', 1, '2027-02-03', '2027-02-08', 'submitted')";

    /// <summary>The name of the rule that refused a statement; null when it was done.</summary>
    private async Task<string?> RefusedAsync(string sql)
    {
        try
        {
            await RunAsync(sql);
            return null;
        }
        catch (PostgresException e)
        {
            return e.ConstraintName;
        }
    }

    private async Task RunAsync(string sql)
    {
        await using var command = app.Site.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
