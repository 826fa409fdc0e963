using EasyGig.Domain;
using EasyGig.Domain.Bookings;
using EasyGig.Web.Data;

namespace EasyGig.Web.Bookings;

/// <summary>A confirmed booking about which one side has asked the other something, until it begins.</summary>
public sealed record Asked
{
    public required Guid Id { get; init; }
    public required string Artist { get; init; }
    public required string Venue { get; init; }
    public required string TimeZone { get; init; }
    public required Period Time { get; init; }

    /// <summary>Whether the artist says that it cannot play, which only the venue answers; else the other side puts other terms forward.</summary>
    public required bool CannotPlay { get; init; }

    public TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(TimeZone);
}

internal static class AskedBookings
{
    extension(EasyGigDb db)
    {
        /// <summary>What waits for this person's answer for one side, the soonest first.</summary>
        public IQueryable<Asked> AskedOf(Guid person, Side side, DateTimeOffset now) =>
            from booking in side is Side.Venue ? db.Bookings.Where(b => db.VenuesOf(person).Any(venue => venue.Id == b.VenueId)) : db.Bookings.Where(b => db.ArtistsOf(person).Any(artist => artist.Id == b.ArtistId))
            where booking.State == BookingState.Confirmed && booking.Time.Start > now
            let cannotPlay = side == Side.Venue && booking.CannotPlayAt != null
            where cannotPlay || booking.Versions.Any(version => version.State == TermsState.Proposed && version.ProposedBy == side.Other())
            join artist in db.Artists on booking.ArtistId equals artist.Id
            join venue in db.Venues on booking.VenueId equals venue.Id
            orderby booking.Time.Start, booking.Id
            select new Asked { Id = booking.Id, Artist = artist.Profile.Name, Venue = venue.Profile.Name, TimeZone = venue.Profile.TimeZone, Time = booking.Time, CannotPlay = cannotPlay };
    }
}
