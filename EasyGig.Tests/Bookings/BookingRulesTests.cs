using EasyGig.Domain.Applications;
using EasyGig.Domain.Artists;
using EasyGig.Domain.Venues;
using Npgsql;

namespace EasyGig.Tests.Bookings;

/// <summary>What the database refuses whoever asks: the site's own user, and the owner of the tables.</summary>
public sealed class BookingRulesTests(EasyGigApp app) : IClassFixture<EasyGigApp>
{
    public enum Who { Site, Owner }

    [Theory, InlineData(Who.Site), InlineData(Who.Owner)]
    public async Task R14_a_stage_has_one_booking_at_a_time(Who who)
    {
        var (_, venue) = await app.VenueAsync();
        var first = await OfferedAsync(venue, fromHour: 20, hours: 3);
        await BookAsync(who, first);
        await SqlAsync(Who.Owner, "UPDATE slots SET state = 'booked' WHERE id = $1", first.SlotId);
        var beside = await OfferedAsync(venue, fromHour: 23.5, hours: 2);
        await SqlAsync(Who.Owner, "UPDATE slots SET state = 'cancelled' WHERE id = $1", beside.SlotId); // else the slots themselves could not overlap
        await SqlAsync(Who.Owner, "UPDATE slots SET starts_at = starts_at - interval '1 hour' WHERE id = $1", beside.SlotId);

        Assert.Equal("bookings_stage_free", await RefusedAsync(() => BookAsync(who, beside)));

        await SqlAsync(Who.Owner, "UPDATE slots SET starts_at = starts_at + interval '30 minutes' WHERE id = $1", beside.SlotId);
        await BookAsync(who, beside); // half-open: it starts when the other ends
    }

    [Theory, InlineData(Who.Site), InlineData(Who.Owner)]
    public async Task R14_an_artist_has_one_booking_at_a_time_across_all_venues(Who who)
    {
        var artist = (await app.ArtistAsync()).Artist;
        var here = await OfferedAsync((await app.VenueAsync("Here")).Venue, 20, 3, artist);
        var there = await OfferedAsync((await app.VenueAsync("There")).Venue, 22.9, 2, artist);
        var after = await OfferedAsync((await app.VenueAsync("After")).Venue, 23, 1, artist);
        await BookAsync(who, here);

        Assert.Equal("bookings_artist_free", await RefusedAsync(() => BookAsync(who, there)));
        await BookAsync(who, after);
    }

    [Theory]
    [InlineData("rejected", true)]
    [InlineData("cancelled", true, ", reason = 'The roof leaks.', cancelled_by = 'venue'")]
    [InlineData("confirmed", false)]
    public async Task R14_a_fallen_booking_frees_the_time_and_a_standing_one_holds_it(string state, bool frees, string also = "")
    {
        var (_, organisation) = await app.OrganisationAsync();
        var artist = (await app.ArtistAsync()).Artist;
        var here = await OfferedAsync((await app.VenueAsync("Here")).Venue, 20, 3, artist);
        var there = await OfferedAsync((await app.VenueAsync("There")).Venue, 20, 3, artist);
        var booking = await BookAsync(Who.Site, here, organisation.Id);
        await SqlAsync(Who.Site, $"UPDATE bookings SET state = '{state}'{also} WHERE id = $1", booking);

        if (frees) await BookAsync(Who.Site, there);
        else Assert.Equal("bookings_artist_free", await RefusedAsync(() => BookAsync(Who.Site, there)));
    }

    [Theory, InlineData(Who.Site), InlineData(Who.Owner)]
    public async Task R14_a_booking_is_where_and_when_its_slot_is(Who who)
    {
        var offered = await OfferedAsync((await app.VenueAsync()).Venue, 20, 3);
        Assert.Equal("bookings_of_its_slot", await RefusedAsync(() => BookAsync(who, offered, shift: "1 hour")));
    }

    [Theory, InlineData(Who.Site), InlineData(Who.Owner)]
    public async Task R14_a_booking_begins_with_the_fee_of_its_application(Who who)
    {
        var offered = await OfferedAsync((await app.VenueAsync()).Venue, 20, 3);
        Assert.Equal("bookings_of_its_application", await RefusedAsync(() => BookAsync(who, offered, more: 1)));
    }

    [Theory]
    [InlineData(Who.Site, "starts_at = starts_at + interval '1 minute'", "open")]
    [InlineData(Who.Site, "starts_at = starts_at - interval '1 minute'", "booked")]
    [InlineData(Who.Site, "ends_at = ends_at + interval '1 minute'", "reopened")]
    [InlineData(Who.Owner, "starts_at = starts_at + interval '1 minute'", "reopened")]
    [InlineData(Who.Owner, "ends_at = ends_at + interval '1 minute'", "open")]
    [InlineData(Who.Site, "stage_id = (SELECT id FROM stages s WHERE s.venue_id = slots.venue_id AND s.name = 'Garden')", "booked")]
    [InlineData(Who.Owner, "stage_id = (SELECT id FROM stages s WHERE s.venue_id = slots.venue_id AND s.name = 'Garden')", "open")]
    public async Task R14_what_is_booked_does_not_move_whatever_the_slots_state_is(Who who, string move, string state)
    {
        var (_, venue) = await app.VenueAsync();
        await SqlAsync(Who.Owner, "INSERT INTO stages SELECT gen_random_uuid(), venue_id, 'Garden', 50, room, changeover FROM stages WHERE venue_id = $1", venue.Id);
        var offered = await OfferedAsync(venue, 20, 3);
        await BookAsync(who, offered);
        if (state is not "open") await SqlAsync(who, "UPDATE slots SET state = 'booked' WHERE id = $1", offered.SlotId);
        if (state is "reopened") await SqlAsync(who, "UPDATE slots SET state = 'open' WHERE id = $1", offered.SlotId);

        Assert.Equal("slots_booked_fixed", await RefusedAsync(() => SqlAsync(who, $"UPDATE slots SET {move} WHERE id = $1", offered.SlotId)));
    }

    [Fact]
    public async Task R14_a_slot_is_not_moved_while_it_is_being_booked()
    {
        var offered = await OfferedAsync((await app.VenueAsync()).Venue, 20, 3);
        await using var moving = await app.Owner.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var transaction = await moving.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await using var move = new NpgsqlCommand($"UPDATE slots SET starts_at = starts_at + interval '1 hour' WHERE id = '{offered.SlotId}'", moving, transaction);
        await move.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        var booking = RefusedAsync(() => BookAsync(Who.Site, offered));
        await Task.Delay(300, TestContext.Current.CancellationToken);
        await transaction.CommitAsync(TestContext.Current.CancellationToken);

        Assert.Equal("bookings_of_its_slot", await booking);
    }

    [Fact]
    public async Task R10_an_application_is_not_led_to_a_time_at_which_its_artist_is_confirmed()
    {
        var artist = (await app.ArtistAsync()).Artist;
        var later = await OfferedAsync((await app.VenueAsync("Later")).Venue, 23, 1, artist);
        await BookAsync(Who.Site, await OfferedAsync((await app.VenueAsync("Here")).Venue, 20, 3, artist));
        var there = await app.SlotAsync((await app.VenueAsync("There")).Venue);
        Assert.Equal("applications_artist_free", await RefusedAsync(() => SqlAsync(Who.Site, $"UPDATE applications SET slot_id = '{there.Id}' WHERE id = $1", later.Id)));
    }

    [Theory, InlineData(Who.Site), InlineData(Who.Owner)]
    public async Task R7_a_booking_takes_no_step_that_is_not_listed(Who who)
    {
        var booking = await BookAsync(who, await OfferedAsync((await app.VenueAsync()).Venue, 20, 3));
        Assert.Equal("bookings_step", await RefusedAsync(() => SqlAsync(who, "UPDATE bookings SET state = 'rejected' WHERE id = $1", booking)));
    }

    private async Task<Application> OfferedAsync(Venue venue, double fromHour, double hours, Artist? artist = null)
    {
        var slot = await app.SlotAsync(venue, fromHour: fromHour, hours: hours);
        return await app.ApplicationAsync(slot, artist ?? (await app.ArtistAsync()).Artist);
    }

    private async Task<Guid> BookAsync(Who who, Application application, Guid? reviewer = null, string shift = "0", int more = 0)
    {
        var id = Guid.NewGuid();
        await SqlAsync(who, $"""
            INSERT INTO bookings (id, slot_id, application_id, venue_id, stage_id, artist_id, starts_at, ends_at, fee, currency, reviewer_id, review_due_at, decline_rivals, accepted_at, state)
            SELECT $1, s.id, a.id, s.venue_id, s.stage_id, a.artist_id, s.starts_at + interval '{shift}', s.ends_at, a.fee + {more}, a.currency, $3,
                   CASE WHEN $3 IS NOT NULL THEN s.starts_at END, false, s.starts_at, CASE WHEN $3 IS NULL THEN 'confirmed' ELSE 'pending_review' END
            FROM applications a JOIN slots s ON s.id = a.slot_id WHERE a.id = $2
            """, id, application.Id, (object?)reviewer ?? DBNull.Value);
        return id;
    }

    private async Task SqlAsync(Who who, string sql, params object[] values)
    {
        await using var command = (who is Who.Site ? app.Site : app.Owner).CreateCommand(sql);
        foreach (var value in values) command.Parameters.Add(new() { Value = value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Uuid });
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    private static async Task<string?> RefusedAsync(Func<Task> act) => (await Assert.ThrowsAsync<PostgresException>(act)).ConstraintName;
}
