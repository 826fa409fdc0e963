using EasyGig.Domain;
using EasyGig.Domain.Applications;
using EasyGig.Domain.Bookings;
using EasyGig.Domain.Deals;
using EasyGig.Domain.Facts;
using EasyGig.Domain.Offers;
using Npgsql;

namespace EasyGig.Tests.Applications;

/// <summary>What offers allow, in the domain and, with plain SQL, in the database.</summary>
public sealed class OfferRulesTests(EasyGigApp app) : IClassFixture<EasyGigApp>
{
    [Fact]
    public void R12_the_artist_speaks_only_in_answer_to_an_offer()
    {
        var slot = Told.Open(Told.Venue());
        var application = Told.Applied(slot);
        Assert.Equal(ApplicationRefusals.Step, Told.Offer(application, slot, Side.Artist));
        Assert.Null(Told.Offer(application, slot));
        Assert.Null(Told.Offer(application, slot, Side.Artist, 480));
        Assert.Equal((Side.Venue, 480, 2), (application.Next, (int)application.TermsFor(slot).Fee.Amount, application.Standing!.Number));
        Assert.Equal([FactKind.Offered, FactKind.CounterOffered], application.TakeFacts().Select(fact => fact.Kind));
    }

    [Fact]
    public void R12_terms_that_stand_already_are_no_offer()
    {
        var slot = Told.Open(Told.Venue());
        var application = Told.Applied(slot);
        Assert.Null(Told.Offer(application, slot));
        Assert.Equal(OfferRefusals.Same, Told.Offer(application, slot));
        Assert.Equal(OfferRefusals.Same, Told.Offer(application, slot, Side.Artist));
    }

    [Fact]
    public void R12_only_the_side_that_is_asked_says_yes()
    {
        var venue = Told.Venue();
        var slot = Told.Open(venue);
        var application = Told.Applied(slot);
        Assert.Null(Told.Offer(application, slot));
        Assert.Equal(ApplicationRefusals.Step, Booking.Accept(Side.Venue, venue, slot, application, 1, 1, new([], []), false, Told.Now).Refusal);
        Assert.Equal(OfferRefusals.Passed, Booking.Accept(Side.Venue, venue, slot, application, 1, 0, new([], []), false, Told.Now).Refusal);
        Assert.Equal(450, Booking.Accept(Side.Artist, venue, slot, application, 1, 1, new([], []), false, Told.Now).Booking!.Fee.Amount);
    }

    [Fact]
    public void R9_a_door_deal_has_no_fee_whatever_was_asked()
    {
        var venue = Told.Venue();
        var slot = Told.Open(venue);
        var application = Told.Applied(slot);
        var door = Told.Terms with { MinFee = 0, MaxFee = 0, Deal = new() { Kind = DealKind.Door, Share = 70, Base = DealBase.Gross, TicketPrice = 10, Capacity = 100, Tax = 0, TaxIncluded = true, TicketFee = 0, ExpenseCap = 0 } };
        Assert.Null(slot.Change(venue.Stages[0], slot.Time, door, [], Told.Now) ?? application.ConfirmTerms(slot, 2));
        Assert.Equal(0, Booking.Accept(Side.Venue, venue, slot, application, 2, 0, new([], []), false, Told.Now).Booking!.Fee.Amount);
    }

    [Fact]
    public void R12_an_offer_ends_with_its_application()
    {
        var slot = Told.Open(Told.Venue());
        (string, Action<Application>, OfferState)[] ends =
        [
            ("declined", application => application.Decline(null), OfferState.Withdrawn),
            ("withdrawn", application => application.Withdraw(), OfferState.Refused),
            ("waits", application => application.Wait(), OfferState.Lapsed),
            ("slot lost", application => application.LoseSlot("Flooded."), OfferState.Lapsed),
        ];
        foreach (var (_, end, state) in ends)
        {
            var application = Told.Applied(slot);
            Assert.Null(Told.Offer(application, slot));
            end(application);
            Assert.Equal((null, state), (application.Standing, application.Offers[0].State));
        }
    }

    [Theory]
    [InlineData("INSERT INTO offers SELECT gen_random_uuid(), application_id, 2, side, fee + 1, currency, deal_kind, share, share_base, profit_share, ticket_price, sellable, tax, tax_included, ticket_fee, expense_cap, note, now(), 'standing', now() + interval '1 day' FROM offers WHERE application_id = '{0}'", "offers_one_standing")]
    [InlineData("INSERT INTO offers SELECT gen_random_uuid(), application_id, 2, 'artist', 501, currency, deal_kind, share, share_base, profit_share, ticket_price, sellable, tax, tax_included, ticket_fee, expense_cap, note, now(), 'standing', now() + interval '1 day' FROM offers WHERE application_id = '{0}'", "offers_fee_range")]
    [InlineData("INSERT INTO offers SELECT gen_random_uuid(), application_id, 2, side, fee, 'USD', deal_kind, share, share_base, profit_share, ticket_price, sellable, tax, tax_included, ticket_fee, expense_cap, note, now(), 'standing', now() + interval '1 day' FROM offers WHERE application_id = '{0}'", "offers_currency")]
    [InlineData("INSERT INTO offers SELECT gen_random_uuid(), application_id, 2, side, fee, currency, 'plus', 101, NULL, 0, 10, 100, 0, true, 0, 0, note, now(), 'standing', now() + interval '1 day' FROM offers WHERE application_id = '{0}'", "deals_share_percent")]
    [InlineData("INSERT INTO offers SELECT gen_random_uuid(), application_id, 2, side, -1, currency, deal_kind, share, share_base, profit_share, ticket_price, sellable, tax, tax_included, ticket_fee, expense_cap, note, now(), 'standing', now() + interval '1 day' FROM offers WHERE application_id = '{0}'", "offers_fee_not_negative")]
    [InlineData("INSERT INTO offers SELECT gen_random_uuid(), application_id, 2, side, fee, currency, deal_kind, share, share_base, profit_share, ticket_price, sellable, tax, tax_included, ticket_fee, expense_cap, note, now(), 'accepted' FROM offers WHERE application_id = '{0}'", "offers_step")]
    [InlineData("INSERT INTO offers SELECT gen_random_uuid(), application_id, 2, side, fee, currency, deal_kind, share, share_base, profit_share, ticket_price, sellable, tax, tax_included, ticket_fee, expense_cap, note, now(), 'standing' FROM offers WHERE application_id = '{0}'", "offers_due")]
    public async Task R12_whatever_writes_an_offer_keeps_its_rules(string sql, string rule) => Assert.Equal(rule, await RefusedAsync(app.Site, sql));

    [Theory]
    [InlineData("UPDATE offers SET fee = 1 WHERE application_id = '{0}'", "offers_frozen")]
    [InlineData("UPDATE offers SET state = 'refused' WHERE application_id = '{0}'; UPDATE offers SET state = 'standing' WHERE application_id = '{0}'", "offers_step")]
    public async Task R12_what_was_offered_stays_as_it_was_offered(string sql, string rule) => Assert.Equal(rule, await RefusedAsync(app.Owner, sql));

    [Theory]
    [InlineData("UPDATE offers SET fee = 1 WHERE application_id = '{0}'")]
    [InlineData("DELETE FROM offers WHERE application_id = '{0}'")]
    public async Task R12_the_site_may_not_even_try_to_rewrite_an_offer(string sql) => Assert.Equal("42501", await RefusedAsync(app.Site, sql));

    [Fact]
    public async Task R14_nothing_is_booked_but_what_was_offered_last()
    {
        var application = await OfferedAsync();
        var sql = $"""
            UPDATE slots SET state = 'booked' WHERE id = '{application.SlotId}';
            INSERT INTO bookings SELECT gen_random_uuid(), s.id, a.id, s.venue_id, s.stage_id, a.artist_id, s.starts_at, s.ends_at, a.fee, a.currency, NULL, NULL, false, now(), now(), 'confirmed', NULL
            FROM applications a JOIN slots s ON s.id = a.slot_id WHERE a.id = '{application.Id}'
            """.Replace("INSERT INTO bookings SELECT", "INSERT INTO bookings (id, slot_id, application_id, venue_id, stage_id, artist_id, starts_at, ends_at, fee, currency, reviewer_id, review_due_at, decline_rivals, accepted_at, confirmed_at, state, reason) SELECT", StringComparison.Ordinal);
        Assert.Equal("bookings_of_its_application", await RefusedAsync(app.Site, sql));
        Assert.Null(await RefusedAsync(app.Site, sql.Replace("a.fee, a.currency", "450, a.currency", StringComparison.Ordinal)));
    }

    private async Task<Application> OfferedAsync()
    {
        var application = await app.ApplicationAsync(await app.SlotAsync((await app.VenueAsync()).Venue), (await app.ArtistAsync()).Artist);
        Assert.Null(await app.OfferAsync(application, 450));
        return application;
    }

    private async Task<string?> RefusedAsync(NpgsqlDataSource as_, string sql)
    {
        if (sql.Contains("{0}", StringComparison.Ordinal)) sql = string.Format(System.Globalization.CultureInfo.InvariantCulture, sql, (await OfferedAsync()).Id);
        try
        {
            await using var command = as_.CreateCommand(sql);
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
            return null;
        }
        catch (PostgresException e) { return e.ConstraintName ?? e.SqlState; }
    }
}
