using EasyGig.Domain.Applications;
using EasyGig.Domain.Bookings;
using EasyGig.Domain.Clockwork;
using EasyGig.Domain.Slots;
using EasyGig.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace EasyGig.Tests;

/// <summary>What lies in a database of an earlier version, brought to this one.</summary>
public sealed class MigrationTests(PgFixture postgres)
{
    /// <summary>As a negotiable slot with a door deal let it come about: a fee that such a deal has not, frozen since.</summary>
    private const string Old = """
        CREATE FUNCTION bookings_frozen() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'the terms are agreed'; END $$;
        CREATE TRIGGER bookings_frozen BEFORE UPDATE ON bookings FOR EACH ROW WHEN (OLD.fee IS DISTINCT FROM NEW.fee) EXECUTE FUNCTION bookings_frozen();
        SET session_replication_role = replica; -- without the venue, artist and places around it
        INSERT INTO slots (id, venue_id, stage_id, city_id, region_code, country_code, starts_at, ends_at, busy_until, min_fee, max_fee, currency, negotiable, genres, notes, terms_version, state, local_start, latitude, longitude, capacity, room,
                deal_kind, share, share_base, profit_share, ticket_price, sellable, tax, tax_included, ticket_fee, expense_cap)
            SELECT gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 1, 'IT-45', 'IT', '2026-03-05 20:00Z', '2026-03-05 23:00Z', '2026-03-05 23:20Z', 0, 0, 'EUR', true, 1::bit(128), '', 1, 'booked', '2026-03-05 21:00', 44.5, 11.3, 100, 'standing',
                'door', 70, 'gross', 0, 12, 100, 10, true, 0, 0;
        INSERT INTO applications (id, slot_id, artist_id, message, fee, currency, terms_version, submitted_at, state)
            SELECT gen_random_uuid(), slots.id, gen_random_uuid(), 'Hello', 250, 'EUR', 1, '2026-02-01', lives.state FROM slots, unnest(ARRAY['accepted', 'waitlisted', 'withdrawn']) lives (state);
        INSERT INTO bookings (id, slot_id, application_id, venue_id, stage_id, artist_id, starts_at, ends_at, fee, currency, decline_rivals, accepted_at, confirmed_at, state,
                deal_kind, share, share_base, profit_share, ticket_price, sellable, tax, tax_included, ticket_fee, expense_cap)
            SELECT gen_random_uuid(), s.id, a.id, s.venue_id, s.stage_id, a.artist_id, s.starts_at, s.ends_at, a.fee, a.currency, false, a.submitted_at, a.submitted_at, 'confirmed',
                s.deal_kind, s.share, s.share_base, s.profit_share, s.ticket_price, s.sellable, s.tax, s.tax_included, s.ticket_fee, s.expense_cap
            FROM applications a JOIN slots s ON s.id = a.slot_id WHERE a.state = 'accepted';
        """;

    [Fact]
    public async Task R19_a_booking_of_a_door_deal_with_a_fee_from_before_is_brought_along_without_it()
    {
        var (ct, database) = (TestContext.Current.CancellationToken, await postgres.NewEmptyDatabaseAsync());
        try
        {
            await using var db = new EasyGigDb(new DbContextOptionsBuilder<EasyGigDb>().UseNpgsql($"{database};Pooling=false").Options);
            await BecomeAsync(db, "0012.versions.sql", ct);
            await db.Database.ExecuteSqlRawAsync(Old, ct);

            await Migrate.RunAsync(database, database, ct);

            var booking = await db.Bookings.Include(b => b.Versions).SingleAsync(ct);
            var first = Assert.Single(booking.Versions);
            Assert.Equal((0m, booking.Terms, TermsFingerprint.Of(booking, booking.Terms)), (booking.Fee.Amount, first.Terms, first.Fingerprint));
            Assert.Equal([("accepted", 0m), ("waitlisted", 0m), ("withdrawn", 250m)], (await db.Applications.ToListAsync(ct)).Select(a => (a.State.ToString().ToLowerInvariant(), a.Fee.Amount)).Order());
        }
        finally
        {
            await postgres.DropAsync(database);
        }
    }

    /// <summary>A venue with a stage, and artists named after what becomes of their applications.</summary>
    private const string House = """
        SET session_replication_role = replica; -- without the cities around it
        INSERT INTO venues (id, slug, name, about, address, city_id, region_code, country_code, latitude, longitude, time_zone, currency, backline, photos)
            VALUES (gen_random_uuid(), 'cellar', 'Cellar', '', '', 1, 'IT-45', 'IT', 44.5, 11.3, 'Europe/Rome', 'EUR', '', '{{}}');
        INSERT INTO stages (id, venue_id, name, capacity, room, changeover) SELECT gen_random_uuid(), id, 'Main', 100, 'standing', 60 FROM venues;
        INSERT INTO artists (id, slug, kind, name, city_id, region_code, country_code, genres, category, fee, currency, negotiable, links, bio, rider)
            SELECT gen_random_uuid(), state, 'band', state, 1, 'IT-45', 'IT', 1::bit(128), 'original', 350, 'EUR', false, '{{}}', '', '' FROM unnest(ARRAY['submitted', 'shortlisted', 'waitlisted', 'accepted', 'offered', 'asked']) state;
        """;

    /// <summary>An evening of last year that nobody was booked on, which used to be read as lapsed, and one that is far ahead.</summary>
    private const string Unbooked = House + """
        INSERT INTO slots (id, venue_id, stage_id, city_id, region_code, country_code, starts_at, ends_at, busy_until, min_fee, max_fee, currency, negotiable, genres, notes, terms_version, state, local_start, latitude, longitude, capacity, room, deal_kind)
            SELECT gen_random_uuid(), venue_id, id, 1, 'IT-45', 'IT', at, at + interval '3 hours', at + interval '4 hours', 300, 500, 'EUR', false, 1::bit(128), '', 1, 'open', at::timestamp, 44.5, 11.3, 100, 'standing', 'flat'
            FROM stages, unnest(ARRAY[now() - interval '300 days', now() + interval '300 days']) at;
        INSERT INTO applications (id, slot_id, artist_id, message, fee, currency, terms_version, asked_version, submitted_at, state)
            SELECT gen_random_uuid(), slots.id, artists.id, 'Hello', 350, 'EUR', 1, 1, now() - interval '310 days', artists.slug FROM slots, artists WHERE artists.slug IN ('submitted', 'shortlisted', 'waitlisted');
        """;

    [Fact]
    public async Task R13_what_is_long_over_ends_without_a_word_and_what_waits_gets_its_five_days()
    {
        var (ct, database) = (TestContext.Current.CancellationToken, await postgres.NewEmptyDatabaseAsync());
        try
        {
            await using var db = new EasyGigDb(new DbContextOptionsBuilder<EasyGigDb>().UseNpgsql($"{database};Pooling=false").Options);
            await BecomeAsync(db, "0016.day.sql", ct);
            await db.Database.ExecuteSqlRawAsync(Unbooked, ct);

            await Migrate.RunAsync(database, database, ct);

            var slots = await db.Slots.AsNoTracking().OrderBy(s => s.Time.Start).ToListAsync(ct);
            Assert.Equal([SlotState.Lapsed, SlotState.Open], slots.Select(slot => slot.State));
            Assert.All(await db.Applications.AsNoTracking().Where(a => a.SlotId == slots[0].Id).ToListAsync(ct), application => Assert.Equal(ApplicationState.Expired, application.State));
            var waiting = await db.Applications.AsNoTracking().SingleAsync(a => a.SlotId == slots[1].Id && a.State == ApplicationState.Submitted, ct);
            var now = TimeProvider.System.GetUtcNow();
            Assert.InRange(waiting.ExpiresAt, now.AddDays(4.9), now.AddDays(5));
            Assert.Equal((0, 0), (await db.Mails.CountAsync(ct), await db.Deadlines.CountAsync(d => d.Kind != DeadlineKind.ApplicationReminder && d.DueAt <= now, ct)));
        }
        finally
        {
            await postgres.DropAsync(database);
        }
    }

    /// <summary>Evenings of last year that were never reviewed, or whose artist could not play; and one far ahead with two offers, by one of which it goes down its waiting list.</summary>
    private const string Unanswered = House + """
        INSERT INTO slots (id, venue_id, stage_id, city_id, region_code, country_code, starts_at, ends_at, busy_until, min_fee, max_fee, currency, negotiable, genres, notes, terms_version, state, local_start, latitude, longitude, capacity, room, deal_kind)
            SELECT gen_random_uuid(), venue_id, id, 1, 'IT-45', 'IT', at, at + interval '3 hours', at + interval '4 hours', 300, 500, 'EUR', false, 1::bit(128), word, 1, CASE word WHEN 'open' THEN 'open' ELSE 'booked' END, at::timestamp, 44.5, 11.3, 100, 'standing', 'flat'
            FROM stages, (VALUES ('unreviewed', now() - interval '300 days'), ('ill', now() - interval '299 days'), ('open', now() + interval '300 days')) nights (word, at);
        INSERT INTO applications (id, slot_id, artist_id, message, fee, currency, terms_version, asked_version, submitted_at, expires_at, state)
            SELECT gen_random_uuid(), s.id, a.id, 'Hello', 350, 'EUR', 1, 1, now() - interval '310 days', now() - interval '305 days', CASE a.slug WHEN 'asked' THEN 'offered' ELSE a.slug END
            FROM slots s JOIN artists a ON CASE s.state WHEN 'open' THEN a.slug IN ('offered', 'asked') ELSE a.slug IN ('accepted', 'waitlisted') END;
        INSERT INTO offers (id, application_id, number, side, fee, currency, deal_kind, note, made_at, state, due_at)
            SELECT gen_random_uuid(), p.id, 1, 'venue', 400, 'EUR', 'flat', '', now() - interval '20 days', 'standing', CASE a.slug WHEN 'asked' THEN now() + interval '1 day' END
            FROM applications p JOIN artists a ON a.id = p.artist_id WHERE p.state = 'offered';
        INSERT INTO bookings (id, slot_id, application_id, venue_id, stage_id, artist_id, starts_at, ends_at, fee, currency, reviewer_id, review_due_at, decline_rivals, accepted_at, confirmed_at, state, deal_kind, cannot_play_at, cannot_play_reason)
            SELECT gen_random_uuid(), s.id, a.id, s.venue_id, s.stage_id, a.artist_id, s.starts_at, s.ends_at, a.fee, a.currency, gen_random_uuid(), s.starts_at - interval '2 days', false, a.submitted_at, CASE s.notes WHEN 'ill' THEN a.submitted_at END,
                CASE s.notes WHEN 'ill' THEN 'confirmed' ELSE 'pending_review' END, 'flat', CASE s.notes WHEN 'ill' THEN s.starts_at - interval '20 hours' END, CASE s.notes WHEN 'ill' THEN 'Ill.' END
            FROM applications a JOIN slots s ON s.id = a.slot_id WHERE a.state = 'accepted';
        """;

    [Fact]
    public async Task R12_offers_from_before_get_their_five_days_and_what_waited_in_vain_for_a_word_ends_without_one()
    {
        var (ct, database) = (TestContext.Current.CancellationToken, await postgres.NewEmptyDatabaseAsync());
        try
        {
            await using var db = new EasyGigDb(new DbContextOptionsBuilder<EasyGigDb>().UseNpgsql($"{database};Pooling=false").Options);
            await BecomeAsync(db, "0020.groups.sql", ct);
            await db.Database.ExecuteSqlRawAsync(Unanswered, ct);

            await Migrate.RunAsync(database, database, ct);

            var (now, offers) = (TimeProvider.System.GetUtcNow(), (await db.Applications.AsNoTracking().ToListAsync(ct)).SelectMany(a => a.Offers).OrderBy(offer => offer.DueAt).ToList());
            Assert.Equal([true, false], offers.Select(offer => offer.Listed));
            Assert.InRange(offers[0].DueAt!.Value, now.AddDays(0.9), now.AddDays(1));
            Assert.InRange(offers[1].DueAt!.Value, now.AddDays(4.9), now.AddDays(5));
            Assert.Equal([BookingState.Rejected, BookingState.Cancelled], await db.Bookings.OrderBy(b => b.Time.Start).Select(b => b.State).ToListAsync(ct));
            Assert.Equal([SlotState.Lapsed, SlotState.Lapsed, SlotState.Open], await db.Slots.OrderBy(s => s.Time.Start).Select(s => s.State).ToListAsync(ct));
            Assert.Equal([ApplicationState.Declined, ApplicationState.Declined, ApplicationState.Expired, ApplicationState.Expired],
                (await db.Applications.Where(a => a.State != ApplicationState.Offered).Select(a => a.State).ToListAsync(ct)).Order());
            Assert.Equal((0, 0, 0), (await db.Mails.CountAsync(ct), await db.Strikes.CountAsync(ct), await db.Deadlines.CountAsync(d => d.DueAt <= now, ct)));
        }
        finally
        {
            await postgres.DropAsync(database);
        }
    }

    /// <summary>The structure of an earlier version.</summary>
    /// <param name="last">The last file that it had.</param>
    private static async Task BecomeAsync(EasyGigDb db, string last, CancellationToken ct)
    {
        var history = db.GetService<IHistoryRepository>();
        await history.CreateIfNotExistsAsync(ct);
        foreach (var file in typeof(Migrate).Assembly.GetManifestResourceNames().Where(name => char.IsAsciiDigit(name[0]) && string.CompareOrdinal(name, last) <= 0).Order(StringComparer.Ordinal))
            await db.Database.ExecuteSqlRawAsync(string.Join('\n', SqlFile.Read(file), history.GetInsertScript(new(file[..^".sql".Length], "10.0"))), ct);
    }
}
