using EasyGig.Tests.Bookings;
using Npgsql;

namespace EasyGig.Tests.Strikes;

/// <summary>R13 and R18 in plain SQL: what the database refuses, also to the owner of its tables.</summary>
public sealed class StrikeRulesTests(EasyGigApp app) : IClassFixture<EasyGigApp>
{
    [Theory]
    [InlineData("kind = 'no_show'")]
    [InlineData("reason = 'Something else.'")]
    [InlineData("lapses_at = now()")]
    [InlineData("frozen_until = frozen_until + interval '1 day'")]
    [InlineData("frozen_until = NULL")]
    public async Task R18_a_strike_is_not_rewritten_nor_its_freeze_made_longer(string change)
    {
        var (_, venue) = await app.VenueAsync();
        var id = (await app.FrozenAsync(venue))[2];
        Assert.Equal("strikes_fixed", await RefusedAsync(app.Owner, $"UPDATE strikes SET {change} WHERE id = '{id}'"));
        if (!change.StartsWith("frozen", StringComparison.Ordinal))
            Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, (await Assert.ThrowsAsync<PostgresException>(() => RunAsync(app.Site, $"UPDATE strikes SET {change} WHERE id = '{id}'"))).SqlState);
    }

    [Fact]
    public async Task R18_a_strike_is_lifted_once_by_somebody_with_a_reason()
    {
        var (_, venue) = await app.VenueAsync();
        var id = (await app.FrozenAsync(venue))[2];
        foreach (var half in (string[])["lifted_at = now()", "lifted_reason = 'Unfair.'", "lifted_at = now(), lifted_reason = ' ', lifted_by = gen_random_uuid()", "lifted_at = now(), lifted_reason = 'Unfair.'"])
            Assert.Equal("strikes_lifted_why", await RefusedAsync(app.Site, $"UPDATE strikes SET {half} WHERE id = '{id}'"));
        var lift = $"UPDATE strikes SET lifted_at = now(), lifted_reason = 'Unfair.', lifted_by = gen_random_uuid(), frozen_until = given_at WHERE id = '{id}'";
        await RunAsync(app.Site, lift);
        Assert.Equal("strikes_fixed", await RefusedAsync(app.Site, lift));
        Assert.Equal("strikes_fixed", await RefusedAsync(app.Site, $"UPDATE strikes SET lifted_at = NULL, lifted_reason = NULL, lifted_by = NULL WHERE id = '{id}'"));
    }

    [Theory]
    [InlineData("'unanswered'", "NULL", "'{venue}'", "'{booking}'", "strikes_kind")]
    [InlineData("'cancelled'", "NULL", "'{venue}'", "NULL", "strikes_kind")]
    [InlineData("'cancelled'", "'{artist}'", "NULL", "'{booking}'", "strikes_kind")]
    [InlineData("'no_show'", "NULL", "'{venue}'", "'{booking}'", "strikes_kind")]
    [InlineData("'bad_hair'", "'{artist}'", "NULL", "'{booking}'", "strikes_kind")]
    [InlineData("'no_show'", "'{artist}'", "NULL", "'{booking}'", "strikes_span", "now() - interval '1 day'")]
    [InlineData("'no_show'", "'{artist}'", "NULL", "'{booking}'", "strikes_booking_id_slot_id_fkey", "now() + interval '1 day'", true)]
    public async Task R18_a_strike_is_about_what_its_kind_says(string kind, string artist, string venue, string booking, string rule, string lapses = "now() + interval '180 days'", bool elsewhere = false)
    {
        var house = await Booked.OfAsync(app);
        var slot = elsewhere ? await app.SlotAsync(house.Venue, 50) : house.Slot;
        string Said(string text) => text.Replace("{venue}", $"{house.Venue.Id}", StringComparison.Ordinal).Replace("{artist}", $"{house.Band.Id}", StringComparison.Ordinal).Replace("{booking}", $"{house.Booking}", StringComparison.Ordinal);
        Assert.Equal(rule, await RefusedAsync(app.Site, Said($"INSERT INTO strikes (id, artist_id, venue_id, booking_id, slot_id, kind, given_at, lapses_at, reason) VALUES (gen_random_uuid(), {artist}, {venue}, {booking}, '{slot.Id}', {kind}, now(), {lapses}, '')")));
    }

    [Fact]
    public async Task R13_silence_costs_one_strike_per_slot_and_one_in_seven_days()
    {
        var (_, venue) = await app.VenueAsync();
        var (one, other) = (await app.SlotAsync(venue), await app.SlotAsync(venue, 31));
        string Give(Guid slot, string at) => $"INSERT INTO strikes (id, venue_id, slot_id, kind, given_at, lapses_at, reason) VALUES (gen_random_uuid(), '{venue.Id}', '{slot}', 'unanswered', timestamptz '{at}', timestamptz '{at}' + interval '180 days', '')";
        await RunAsync(app.Site, Give(one.Id, "2027-03-01 12:00:00.5Z"));
        Assert.Equal("strikes_seldom", await RefusedAsync(app.Site, Give(other.Id, "2027-03-08 11:59:59.5Z")));
        Assert.Equal("strikes_once_per_slot", await RefusedAsync(app.Site, Give(one.Id, "2027-03-20 12:00Z")));
        await RunAsync(app.Site, Give(other.Id, "2027-03-08 12:00:00.5Z"));
    }

    [Theory]
    [InlineData("UPDATE offers SET due_at = now() WHERE application_id = '{0}'", "offers_frozen")]
    [InlineData("UPDATE slots SET state = 'cancelled' WHERE id = '{1}'", "slots_asked_until")]
    [InlineData("INSERT INTO offers (id, application_id, number, side, fee, currency, deal_kind, note, made_at, state, due_at, listed) VALUES (gen_random_uuid(), '{0}', 9, 'artist', 400, 'EUR', 'flat', '', now(), 'standing', now() + interval '1 day', true)", "offers_due")]
    [InlineData("INSERT INTO offers (id, application_id, number, side, fee, currency, deal_kind, note, made_at, state, due_at) VALUES (gen_random_uuid(), '{0}', 9, 'venue', 400, 'EUR', 'flat', '', now(), 'standing', now())", "offers_due")]
    public async Task R17_only_an_open_slot_is_asked_about_by_offers_of_the_venue_that_end(string sql, string rule)
    {
        var (_, venue) = await app.VenueAsync();
        var slot = await app.SlotAsync(venue);
        var application = await app.ApplicationAsync(slot, (await app.ArtistAsync()).Artist);
        Assert.Null(await app.OfferAsync(application, 450));
        await RunAsync(app.Site, $"UPDATE slots SET asked_until = now() WHERE id = '{slot.Id}'");
        Assert.Equal(rule, await RefusedAsync(app.Owner, string.Format(System.Globalization.CultureInfo.InvariantCulture, sql, application.Id, slot.Id)));
    }

    private static async Task<string?> RefusedAsync(NpgsqlDataSource who, string sql) => (await Assert.ThrowsAsync<PostgresException>(() => RunAsync(who, sql))).ConstraintName;

    private static async Task RunAsync(NpgsqlDataSource who, string sql)
    {
        await using var command = who.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(Booked.Ct);
    }
}
