using EasyGig.Domain;
using EasyGig.Domain.Bookings;
using EasyGig.Domain.Deals;
using EasyGig.Web.Data;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace EasyGig.Tests.Bookings;

/// <summary>R17 and R19 in plain SQL: what the database refuses, also to the owner of its tables.</summary>
public sealed class LifeRulesTests(EasyGigApp app) : IClassFixture<EasyGigApp>
{
    private const string Columns = "fee, currency, deal_kind, share, share_base, profit_share, ticket_price, sellable, tax, tax_included, ticket_fee, expense_cap, clause";

    [Theory]
    [InlineData("state = 'cancelled', cancelled_by = 'venue'", "bookings_reason_stated")]
    [InlineData("state = 'cancelled', cancelled_by = 'venue', reason = ' '", "bookings_reason_stated")]
    [InlineData("state = 'no_show'", "bookings_reason_stated")]
    [InlineData("state = 'cancelled', reason = 'Ill.'", "bookings_cancelled_by")]
    [InlineData("state = 'cancelled', reason = 'Ill.', cancelled_by = 'promoter'", "bookings_cancelled_by")]
    [InlineData("cancelled_by = 'artist'", "bookings_cancelled_by")]
    [InlineData("cannot_play_at = now()", "bookings_cannot_play")]
    [InlineData("cannot_play_reason = 'Ill.'", "bookings_cannot_play")]
    [InlineData("cannot_play_at = now(), cannot_play_reason = ''", "bookings_cannot_play")]
    [InlineData("cannot_play_at = now(), cannot_play_reason = 'Ill.'", "bookings_cannot_play", true)]
    public async Task R17_what_leaves_out_who_or_why_is_refused(string change, string rule, bool reviewed = false)
    {
        var house = await Booked.OfAsync(app, reviewed);
        foreach (var who in (NpgsqlDataSource[])[app.Site, app.Owner])
            Assert.Equal(rule, await RefusedAsync(who, $"UPDATE bookings SET {change} WHERE id = '{house.Booking}'"));
    }

    [Fact]
    public async Task R17_a_strike_is_given_once_to_one_side_and_never_rewritten()
    {
        var house = await Booked.OfAsync(app);
        string Give(string artist, string venue) => $"INSERT INTO strikes (id, artist_id, venue_id, booking_id, slot_id, kind, given_at, lapses_at, reason) VALUES (gen_random_uuid(), {artist}, {venue}, '{house.Booking}', '{house.Slot.Id}', '{(venue == "NULL" ? "no_show" : "cancelled")}', now(), now() + interval '180 days', 'Ill.')";
        await RunAsync(app.Site, Give($"'{house.Band.Id}'", "NULL"));
        Assert.Equal("strikes_once", await RefusedAsync(app.Site, Give($"'{house.Band.Id}'", "NULL")));
        Assert.Contains(await RefusedAsync(app.Site, Give("NULL", "NULL")), (string[])["strikes_one_owner", "strikes_kind"]);
        Assert.Equal("strikes_one_owner", await RefusedAsync(app.Site, Give($"'{house.Band.Id}'", $"'{house.Venue.Id}'")));
        await RunAsync(app.Site, Give("NULL", $"'{house.Venue.Id}'"));
        foreach (var sql in (string[])["UPDATE strikes SET reason = ''", "DELETE FROM strikes"])
            Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, (await Assert.ThrowsAsync<PostgresException>(() => RunAsync(app.Site, sql))).SqlState);
    }

    [Fact]
    public async Task R19_a_booking_says_what_the_newest_agreed_version_says_and_nothing_else()
    {
        var house = await ProposedAsync();
        var raise = $"UPDATE bookings SET fee = 450 WHERE id = '{house.Booking}'";
        Assert.Equal("bookings_frozen", await RefusedAsync(app.Site, raise)); // put forward, not agreed
        Assert.Equal("bookings_frozen", await RefusedAsync(app.Owner, raise));
        Assert.Equal("bookings_frozen", await RefusedAsync(app.Site, $"UPDATE bookings SET clause = 'And a hotel.' WHERE id = '{house.Booking}'"));
        await RunAsync(app.Site, $"UPDATE booking_versions SET state = 'agreed', answered_at = now() WHERE booking_id = '{house.Booking}' AND number = 2");
        Assert.Equal("bookings_frozen", await RefusedAsync(app.Site, $"UPDATE bookings SET fee = 451 WHERE id = '{house.Booking}'"));
        await RunAsync(app.Site, raise);
        Assert.Equal("bookings_frozen", await RefusedAsync(app.Site, $"UPDATE bookings SET fee = 400 WHERE id = '{house.Booking}'")); // no way back to the first
    }

    [Theory]
    [InlineData("fee = 900", 2)]
    [InlineData("clause = 'And a hotel.'", 2)]
    [InlineData("fingerprint = repeat('0', 64)", 2)]
    [InlineData("proposed_by = 'venue'", 2)]
    [InlineData("state = 'refused'", 1)]
    [InlineData("answered_at = now()", 1)]
    [InlineData("fee = 900", 1)]
    public async Task R19_what_was_put_forward_is_not_rewritten(string change, int number)
    {
        var house = await ProposedAsync();
        foreach (var who in (NpgsqlDataSource[])[app.Site, app.Owner])
            Assert.Equal("booking_versions_fixed", await RefusedAsync(who, $"UPDATE booking_versions SET {change} WHERE booking_id = '{house.Booking}' AND number = {number}"));
        var e = await Assert.ThrowsAsync<PostgresException>(() => RunAsync(app.Site, $"DELETE FROM booking_versions WHERE booking_id = '{house.Booking}'"));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, e.SqlState);
    }

    [Theory]
    [InlineData("3", "'proposed'", "fingerprint", "fee", "'artist'", "booking_versions_one_proposed")]
    [InlineData("3", "'agreed'", "fingerprint", "fee", "'artist'", "booking_versions_of_its_booking")]
    [InlineData("3", "'proposed'", "repeat('0', 64)", "fee", "'artist'", "booking_versions_of_its_booking")]
    [InlineData("3", "'proposed'", "fingerprint", "fee + 1", "'artist'", "booking_versions_of_its_booking")]
    [InlineData("3", "'proposed'", "fingerprint", "fee", "NULL", "booking_versions_first")]
    [InlineData("3", "'refused'", "fingerprint", "fee", "'venue'", "booking_versions_of_its_booking")]
    [InlineData("0", "'agreed'", "fingerprint", "fee", "NULL", "booking_versions_of_its_booking")]
    public async Task R19_no_version_slips_in_beside_the_order_of_things(string number, string state, string fingerprint, string fee, string by, string rule)
    {
        var house = await ProposedAsync();
        Assert.Equal(rule, await RefusedAsync(app.Owner, $"""
            INSERT INTO booking_versions (id, booking_id, number, {Columns}, fingerprint, proposed_by, proposed_at, state, answered_at)
            SELECT gen_random_uuid(), booking_id, {number}, {Columns.Replace("fee, c", $"{fee}, c", StringComparison.Ordinal)}, {fingerprint}, {by}, now(), {state}, CASE {state} WHEN 'proposed' THEN NULL ELSE now() END
            FROM booking_versions WHERE booking_id = '{house.Booking}' AND number = 1
            """));
    }

    [Fact]
    public async Task R19_both_sides_compute_the_same_fingerprint_also_of_bookings_from_before()
    {
        var house = await ProposedAsync(new DealTerms
        {
            Kind = DealKind.Versus, Share = 66.667m, Base = DealBase.Net, ProfitShare = 7.5m, TicketPrice = 15.5m, Capacity = 1200, Tax = 10, TaxIncluded = false, TicketFee = 0, ExpenseCap = 600,
        }, "Hôtel, „zwei“ Zimmer;\ncena 🎸");
        var stored = await house.StoredAsync();
        Assert.All(stored.Versions, version => Assert.Equal(TermsFingerprint.Of(stored, version.Terms), version.Fingerprint));

        var text = SqlFile.Read("0014.life.sql"); // what the migration does to them
        await RunAsync(app.Owner, $"""
            ALTER TABLE booking_versions DISABLE TRIGGER USER;
            DELETE FROM booking_versions;
            {text[text.IndexOf("INSERT INTO booking_versions", StringComparison.Ordinal)..]};
            ALTER TABLE booking_versions ENABLE TRIGGER USER;
            """);
        foreach (var booking in await app.WithDbAsync(db => db.Bookings.AsNoTracking().Include(b => b.Versions).ToListAsync(Booked.Ct)))
        {
            var first = Assert.Single(booking.Versions);
            Assert.Equal((1, TermsState.Agreed, booking.Terms, TermsFingerprint.Of(booking, booking.Terms)), (first.Number, first.State, first.Terms, first.Fingerprint));
        }
    }

    private async Task<Booked> ProposedAsync(DealTerms? deal = null, string clause = "")
    {
        var house = await Booked.OfAsync(app);
        Assert.Null(await app.WithDbAsync(async db =>
        {
            var booking = await db.Bookings.Include(b => b.Versions).SingleAsync(b => b.Id == house.Booking, Booked.Ct);
            return booking.Propose(Side.Artist, 1, new() { Fee = new(450, "EUR"), Deal = deal ?? new(), Clause = clause }, null, app.Clock.Now) ?? await db.TrySaveAsync(Booked.Ct);
        }));
        return house;
    }

    private static async Task<string?> RefusedAsync(NpgsqlDataSource who, string sql) => (await Assert.ThrowsAsync<PostgresException>(() => RunAsync(who, sql))).ConstraintName;

    private static async Task RunAsync(NpgsqlDataSource who, string sql)
    {
        await using var command = who.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(Booked.Ct);
    }
}
