using EasyGig.Domain.Applications;
using EasyGig.Tests.Races;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace EasyGig.Tests.Holds;

/// <summary>What the database refuses whoever writes, the site's own user or the owner of the tables.</summary>
public sealed class HoldRulesTests : IClassFixture<EasyGigApp>
{
    private readonly EasyGigApp _app;

    public HoldRulesTests(EasyGigApp app) => (_app, app.Clock.Now) = (app, TestClock.Start);

    [Fact]
    public async Task R22_ranks_of_live_holds_are_one_to_n_when_all_has_moved()
    {
        var held = await Held.OfAsync(_app, 3);
        Assert.Equal("holds_ranks_in_order", await RefusedAsync($"UPDATE holds SET state = 'released' WHERE id = '{held.Holders[0].Hold}'"));
        Assert.Equal("holds_ranks_in_order", await RefusedAsync($"UPDATE holds SET rank = rank - 1 WHERE stage_id = '{held.Stage}'"));
        Assert.Equal("holds_ranks_in_order", await RefusedAsync($"UPDATE holds SET rank = 4 WHERE id = '{held.Holders[2].Hold}'"));
        Assert.Equal("holds_rank_once", await RefusedAsync($"UPDATE holds SET rank = 1 WHERE id = '{held.Holders[1].Hold}'"));
        Assert.Null(await RefusedAsync($"UPDATE holds SET rank = 3 - rank WHERE id IN ('{held.Holders[0].Hold}', '{held.Holders[1].Hold}')"));
    }

    [Fact]
    public async Task R22_an_artist_holds_a_date_of_a_stage_once_and_another_time_when_that_is_over()
    {
        var held = await Held.OfAsync(_app, 1);
        Assert.Equal("holds_one_live", await RefusedAsync(Place(held, held.Holders[0].Artist.Id, 2)));
        Assert.Null(await RefusedAsync($"UPDATE holds SET state = 'released' WHERE id = '{held.Holders[0].Hold}'; {Place(held, held.Holders[0].Artist.Id, 1)}"));
    }

    [Theory]
    [InlineData("state = 'converted'", "holds_converted_by_booking")]
    [InlineData("artist_id = (SELECT id FROM artists WHERE name = 'Delta Strings' LIMIT 1)", "holds_fixed")]
    [InlineData("decide_by = decide_by + interval '1 day', stands_until = stands_until + interval '1 day'", "holds_fixed")]
    [InlineData("note = 'Never said'", "holds_fixed")]
    [InlineData("stands_until = placed_at", "holds_decide_ahead")]
    [InlineData("state = 'challenged'", "challenges_in_order")]
    public async Task R22_a_hold_is_not_bent(string set, string rule)
    {
        await _app.ArtistAsync("Delta Strings");
        var held = await Held.OfAsync(_app, 1);
        Assert.Equal(rule, await RefusedAsync($"UPDATE holds SET {set} WHERE id = '{held.Holders[0].Hold}'"));
    }

    [Fact]
    public async Task R22_what_is_over_stays_over_and_takes_no_step_that_is_not_listed()
    {
        var held = await Held.OfAsync(_app, 2);
        Assert.Null(await held.AtDeskAsync(desk => desk.ReleaseAsync(held.Holders[1].Hold, EasyGig.Domain.Side.Venue, Held.Ct)));
        Assert.Equal("holds_fixed", await RefusedAsync($"UPDATE holds SET state = 'active' WHERE id = '{held.Holders[1].Hold}'"));
        Assert.Null(await held.AtDeskAsync(desk => desk.PlaceAsync(held.Stage, held.Date, held.Holders[1].Artist.Slug, _app.Clock.Now.AddDays(5), "", Held.Ct)));
        Assert.Null(await held.AtDeskAsync(async desk => await desk.ChallengeAsync(await HoldAsync(held, 2), EasyGig.Domain.Side.Venue, Held.Ct)));
        Assert.Equal("holds_step", await RefusedAsync($"UPDATE holds SET state = 'expired' WHERE id = '{held.Holders[0].Hold}'"));
        foreach (var table in (string[])["holds", "challenges"])
            Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, (await Assert.ThrowsAsync<PostgresException>(() => RunAsync(_app.Site, $"DELETE FROM {table}"))).SqlState);
    }

    [Fact]
    public async Task R22_a_challenge_is_of_its_stack_and_is_not_bent()
    {
        var held = await Held.OfAsync(_app, 3);
        Assert.Null(await held.AtDeskAsync(desk => desk.ChallengeAsync(held.Holders[2].Hold, EasyGig.Domain.Side.Artist, Held.Ct)));
        var challenge = (await held.ChallengeAsync()).Id;
        Assert.Equal("challenges_in_order", await RefusedAsync($"UPDATE challenges SET asked_hold_id = '{held.Holders[0].Hold}' WHERE id = '{challenge}'"));
        Assert.Equal("challenges_in_order", await RefusedAsync($"UPDATE challenges SET state = 'won' WHERE id = '{challenge}'")); // somebody is still asked
        Assert.Equal("challenges_fixed", await RefusedAsync($"UPDATE challenges SET side = 'venue' WHERE id = '{challenge}'"));
        Assert.Equal("challenges_due_ahead", await RefusedAsync($"UPDATE challenges SET due_at = asked_at WHERE id = '{challenge}'"));
        Assert.Equal("challenges_one_running", await RefusedAsync($"INSERT INTO challenges SELECT gen_random_uuid(), hold_id, stage_id, date, side, started_at, asked_hold_id, asked_at, due_at, state, NULL FROM challenges WHERE id = '{challenge}'"));
        Assert.Null(await held.AtDeskAsync(desk => desk.CommitAsync(held.Holders[1].Hold, Held.Ct)));
        Assert.Equal("challenges_fixed", await RefusedAsync($"UPDATE challenges SET ended_at = ended_at + interval '1 day' WHERE id = '{challenge}'"));
        Assert.Equal("challenges_step", await RefusedAsync($"INSERT INTO challenges SELECT gen_random_uuid(), hold_id, stage_id, date, side, started_at, asked_hold_id, asked_at, due_at, 'won', NULL FROM challenges WHERE id = '{challenge}'"));
    }

    [Fact]
    public async Task R22_a_hold_is_of_its_venues_stage()
    {
        var (held, other) = (await Held.OfAsync(_app, 0), await _app.VenueAsync());
        var artist = (await _app.ArtistAsync()).Artist;
        Assert.Equal("holds_stage_of_venue", await RefusedAsync(Place(held, artist.Id, 1, venue: other.Venue.Id)));
    }

    [Theory, InlineData(1), InlineData(2)]
    public async Task R22_no_program_books_a_date_that_another_artist_holds_first(int rank)
    {
        var held = await Held.OfAsync(_app, 2);
        var slot = await _app.SlotAsync(held.Venue);
        var stranger = await _app.ApplicationAsync(slot, (await _app.ArtistAsync("Somebody else")).Artist);
        var holder = await _app.ApplicationAsync(slot, held.Holders[rank - 1].Artist);
        Assert.Equal("bookings_date_held", await RefusedAsync(Book(stranger)));
        Assert.Equal(rank == 1 ? null : "bookings_date_held", await RefusedAsync(Book(holder)));
    }

    [Fact]
    public async Task R22_the_day_of_a_slot_is_the_venues_own()
    {
        var held = await Held.OfAsync(_app, 1);
        var stranger = (await _app.ArtistAsync("Somebody else")).Artist;
        var late = await _app.ApplicationAsync(await _app.SlotAsync(held.Venue, fromHour: 22.5, hours: 1), stranger); // 23:30 in Rome: still that day
        var night = await _app.ApplicationAsync(await _app.SlotAsync(held.Venue, inDays: 30, fromHour: 24, hours: 1), stranger); // one at night in Rome: the next
        Assert.Equal("bookings_date_held", await RefusedAsync(Book(late)));
        Assert.Null(await RefusedAsync(Book(night)));
    }

    [Fact]
    public async Task R22_a_date_with_a_confirmed_booking_is_held_by_nobody_else()
    {
        var held = await Held.OfAsync(_app, 0);
        var application = await _app.ApplicationAsync(await _app.SlotAsync(held.Venue), (await _app.ArtistAsync()).Artist);
        await _app.AcceptAsync(application);
        Assert.Equal("holds_date_booked", await RefusedAsync(Place(held, (await _app.ArtistAsync()).Artist.Id, 1)));
    }

    [Fact]
    public async Task R22_a_booking_waits_for_a_hold_that_is_being_placed_and_sees_it()
    {
        var held = await Held.OfAsync(_app, 0);
        var (holder, booked) = ((await _app.ArtistAsync()).Artist, await _app.ApplicationAsync(await _app.SlotAsync(held.Venue), (await _app.ArtistAsync()).Artist));
        await using var connection = await _app.Owner.OpenConnectionAsync(Held.Ct);
        await using var transaction = await connection.BeginTransactionAsync(Held.Ct);
        await using (var place = new NpgsqlCommand(Place(held, holder.Id, 1), connection, transaction)) await place.ExecuteNonQueryAsync(Held.Ct);
        var booking = RefusedAsync(Book(booked));
        await Race.SomebodyWaitsAsync(_app);
        await transaction.CommitAsync(Held.Ct);
        Assert.Equal("bookings_date_held", await booking);
    }

    private static Task<Guid> HoldAsync(Held held, int rank) => held.App.WithDbAsync(db => db.LiveHolds.Where(h => h.StageId == held.Stage && h.Date == held.Date && h.Rank == rank).Select(h => h.Id).SingleAsync(Held.Ct));

    private static string Place(Held held, Guid artist, int rank, Guid? venue = null) => $"""
        INSERT INTO holds (id, venue_id, stage_id, date, artist_id, rank, state, placed_at, decide_by, stands_until, note)
        VALUES (gen_random_uuid(), '{venue ?? held.Venue.Id}', '{held.Stage}', '{held.Date:yyyy-MM-dd}', '{artist}', {rank}, 'active', '2027-02-03', '2027-02-13', '2027-02-13', '')
        """;

    private static string Book(Application application) => $"""
        INSERT INTO bookings (id, slot_id, application_id, venue_id, stage_id, artist_id, starts_at, ends_at, fee, currency, decline_rivals, accepted_at, confirmed_at, state)
        SELECT gen_random_uuid(), s.id, a.id, s.venue_id, s.stage_id, a.artist_id, s.starts_at, s.ends_at, a.fee, a.currency, false, '2027-02-03', '2027-02-03', 'confirmed'
        FROM applications a JOIN slots s ON s.id = a.slot_id WHERE a.id = '{application.Id}'
        """;

    /// <summary>The name of the rule that refused a statement to both; null when it was done.</summary>
    private async Task<string?> RefusedAsync(string sql)
    {
        try
        {
            await RunAsync(_app.Owner, sql);
            return null;
        }
        catch (PostgresException e)
        {
            Assert.Equal(e.ConstraintName, (await Assert.ThrowsAsync<PostgresException>(() => RunAsync(_app.Site, sql))).ConstraintName);
            return e.ConstraintName;
        }
    }

    private static async Task RunAsync(NpgsqlDataSource database, string sql)
    {
        await using var command = database.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(Held.Ct);
    }
}
