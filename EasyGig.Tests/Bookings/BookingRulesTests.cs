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
    [InlineData("cancelled", true)]
    [InlineData("confirmed", false)]
    public async Task R14_a_fallen_booking_frees_the_time_and_a_standing_one_holds_it(string state, bool frees)
    {
        var (_, organisation) = await app.OrganisationAsync();
        var artist = (await app.ArtistAsync()).Artist;
        var here = await OfferedAsync((await app.VenueAsync("Here")).Venue, 20, 3, artist);
        var there = await OfferedAsync((await app.VenueAsync("There")).Venue, 20, 3, artist);
        var booking = await BookAsync(Who.Site, here, organisation.Id);
        await SqlAsync(Who.Site, $"UPDATE bookings SET state = '{state}' WHERE id = $1", booking);

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

    private async Task<Guid> BookAsync(Who who, Application application, Guid? reviewer = null, string shift = "0")
    {
        var id = Guid.NewGuid();
        await SqlAsync(who, $"""
            INSERT INTO bookings (id, slot_id, application_id, venue_id, stage_id, artist_id, starts_at, ends_at, fee, currency, reviewer_id, review_due_at, decline_rivals, accepted_at, state)
            SELECT $1, s.id, a.id, s.venue_id, s.stage_id, a.artist_id, s.starts_at + interval '{shift}', s.ends_at, a.fee, a.currency, $3,
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
