using EasyGig.Domain.Artists;
using EasyGig.Domain.Venues;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Tests.Strikes;

/// <summary>Strikes as they lie in the table, without the story that led to them.</summary>
internal static class Struck
{
    extension(EasyGigApp app)
    {
        /// <summary>One that a venue got for its silence, so many days from the clock's start.</summary>
        /// <returns>Its id.</returns>
        public async Task<Guid> StruckAsync(Venue venue, int givenOn, DateTimeOffset? frozenUntil = null)
        {
            var (id, given, slot) = (Guid.CreateVersion7(), TestClock.Start.AddDays(givenOn), await app.SlotAsync(venue, 100 + givenOn));
            await app.WithDbAsync(db => db.Database.ExecuteSqlAsync($"""
                INSERT INTO strikes (id, venue_id, slot_id, kind, given_at, lapses_at, reason, frozen_until)
                VALUES ({id}, {venue.Id}, {slot.Id}, 'unanswered', {given}, {given.AddDays(180)}, '', {frozenUntil}::timestamptz)
                """));
            return id;
        }

        /// <summary>One that an artist got for not coming to a venue.</summary>
        /// <inheritdoc cref="StruckAsync(EasyGigApp, Venue, int, DateTimeOffset?)"/>
        public async Task<Guid> StruckAsync(Artist artist, Venue venue, int givenOn, DateTimeOffset? frozenUntil = null, string reason = "Nobody was there.")
        {
            var (id, given) = (Guid.CreateVersion7(), TestClock.Start.AddDays(givenOn));
            var (booking, slot, _) = await app.BookingAsync(venue, artist, 200 + givenOn);
            await app.WithDbAsync(db => db.Database.ExecuteSqlAsync($"""
                INSERT INTO strikes (id, artist_id, slot_id, booking_id, kind, given_at, lapses_at, reason, frozen_until)
                VALUES ({id}, {artist.Id}, {slot.Id}, {booking}, 'no_show', {given}, {given.AddDays(180)}, {reason}, {frozenUntil}::timestamptz)
                """));
            return id;
        }

        /// <summary>Three of a venue, a week apart: it is frozen for six days from now.</summary>
        public async Task<List<Guid>> FrozenAsync(Venue venue) => [await app.StruckAsync(venue, -20), await app.StruckAsync(venue, -10), await app.StruckAsync(venue, -1, TestClock.Start.AddDays(6))];

        /// <summary>Three of an artist: it is frozen for six days from now.</summary>
        public async Task<List<Guid>> FrozenAsync(Artist artist, Venue venue) =>
            [await app.StruckAsync(artist, venue, -20), await app.StruckAsync(artist, venue, -10), await app.StruckAsync(artist, venue, -1, TestClock.Start.AddDays(6))];
    }
}
