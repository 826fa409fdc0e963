using EasyGig.Domain.Deals;
using EasyGig.Domain.Slots;
using Npgsql;

namespace EasyGig.Tests.Deals;

/// <summary>R6 and R19 in plain SQL.</summary>
public sealed class DealRulesTests(EasyGigApp app) : IClassFixture<EasyGigApp>
{
    private static readonly DealTerms Versus = new()
    {
        Kind = DealKind.Versus, Share = 70, Base = DealBase.Gross, ProfitShare = 0, TicketPrice = 15, Capacity = 200, Tax = 10, TaxIncluded = true, TicketFee = 1, ExpenseCap = 600,
    };

    [Theory]
    [InlineData("share = NULL", "deals_share_percent")]
    [InlineData("share = 100.001", "deals_share_percent")]
    [InlineData("share = 'NaN'", "deals_share_percent")]
    [InlineData("profit_share = NULL", "deals_profit_share_percent")]
    [InlineData("profit_share = -0.001", "deals_profit_share_percent")]
    [InlineData("share_base = NULL", "deals_base_stated")]
    [InlineData("tax = NULL", "deals_door_stated")]
    [InlineData("tax_included = NULL", "deals_door_stated")]
    [InlineData("expense_cap = NULL", "deals_door_stated")]
    [InlineData("ticket_price = -1, ticket_fee = -1", "deals_door_not_negative")]
    [InlineData("expense_cap = 'NaN'", "deals_door_not_negative")]
    [InlineData("expense_cap = 0.001", "deals_door_too_fine")]
    [InlineData("sellable = 0", "deals_capacity_positive")]
    [InlineData("tax = 101", "deals_tax_percent")]
    [InlineData("ticket_fee = 15.01", "deals_ticket_fee_within_price")]
    [InlineData("deal_kind = 'door'", "deals_door_without_fee")]
    [InlineData("deal_kind = 'flat'", "deals_base_stated")]
    public async Task R6_terms_of_a_deal_that_make_no_sense_are_refused_by_name(string change, string rule) =>
        Assert.Equal(rule, await RefusedAsync($"UPDATE slots SET {change} WHERE id = '{(await SlotAsync()).Id}'"));

    [Theory]
    [InlineData("fee = 1")]
    [InlineData("currency = 'USD'")]
    [InlineData("share = 10")]
    [InlineData("expense_cap = 100000")]
    public async Task R19_what_was_agreed_does_not_change(string change)
    {
        var booking = await app.AcceptAsync(await app.ApplicationAsync(await SlotAsync(), (await app.ArtistAsync()).Artist));
        Assert.Equal("bookings_frozen", await RefusedAsync($"UPDATE bookings SET {change} WHERE id = '{booking}'"));
    }

    [Fact]
    public async Task R19_a_booking_is_on_the_deal_that_was_agreed()
    {
        var slot = await SlotAsync();
        var application = await app.ApplicationAsync(slot, (await app.ArtistAsync()).Artist);
        Assert.Equal("bookings_of_its_application", await RefusedAsync($"""
            INSERT INTO bookings (id, slot_id, application_id, venue_id, stage_id, artist_id, starts_at, ends_at, fee, currency, decline_rivals, accepted_at, state)
            SELECT gen_random_uuid(), s.id, a.id, s.venue_id, s.stage_id, a.artist_id, s.starts_at, s.ends_at, a.fee, a.currency, false, now(), 'confirmed'
            FROM slots s JOIN applications a ON a.slot_id = s.id WHERE a.id = '{application.Id}'
            """));
    }

    private async Task<Slot> SlotAsync()
    {
        var (_, venue) = await app.VenueAsync();
        var start = TestClock.Start.AddDays(30);
        var slot = new Slot(venue, venue.Stages[0], new(start, start.AddHours(3)), new()
        {
            MinFee = 300, MaxFee = 500, Currency = "EUR", Deal = Versus with { }, Negotiable = false, Genres = Scene.Rock, Category = null, Notes = "",
        });
        slot.Publish(TestClock.Start);
        return await app.AddAsync(slot);
    }

    private async Task<string?> RefusedAsync(string sql)
    {
        await using var command = app.Site.CreateCommand(sql);
        return (await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken))).ConstraintName;
    }
}
