using EasyGig.Domain;
using EasyGig.Domain.Bookings;
using EasyGig.Web.Data;

namespace EasyGig.Web.Bookings;

/// <summary>A booking as everybody may read it once it is confirmed: who plays where and when.</summary>
public sealed record Gig
{
    public required Guid Booking { get; init; }
    public required Period Time { get; init; }
    public required string Artist { get; init; }
    public required string ArtistSlug { get; init; }
    public required string Venue { get; init; }
    public required string VenueSlug { get; init; }
    public required string Stage { get; init; }
    public required string Address { get; init; }
    public required string City { get; init; }
    public required string TimeZone { get; init; }

    /// <inheritdoc cref="Booking.Sequence"/>
    public required int Sequence { get; init; }

    /// <inheritdoc cref="Booking.ChangedAt"/>
    public required DateTimeOffset ChangedAt { get; init; }
    public required BookingState State { get; init; }

    public TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(TimeZone);
}

internal static class Gigs
{
    /// <summary>What is confirmed and not over, the next first.</summary>
    public static IQueryable<Gig> Upcoming(this EasyGigDb db, IQueryable<Booking> bookings, DateTimeOffset now) =>
        db.GigsOf(bookings.Where(b => b.State == BookingState.Confirmed && b.Time.End > now)).OrderBy(gig => gig.Time.Start);

    /// <summary>What was played, the last first.</summary>
    public static IQueryable<Gig> Played(this EasyGigDb db, IQueryable<Booking> bookings) =>
        db.GigsOf(bookings.Where(b => b.State == BookingState.Played || b.State == BookingState.Settled)).OrderByDescending(gig => gig.Time.Start);

    /// <summary>What the calendars of its sides follow: what is to come or was, and what fell, for it was in them before. The latest first.</summary>
    public static IQueryable<Gig> Followed(this EasyGigDb db, IQueryable<Booking> bookings) =>
        db.GigsOf(bookings).OrderByDescending(gig => gig.Time.Start).ThenBy(gig => gig.Booking);

    private static IQueryable<Gig> GigsOf(this EasyGigDb db, IQueryable<Booking> bookings) =>
        from booking in bookings
        join artist in db.Artists on booking.ArtistId equals artist.Id
        join venue in db.Venues on booking.VenueId equals venue.Id
        join stage in db.Stages on booking.StageId equals stage.Id
        join city in db.Cities on venue.Profile.Place.CityId equals city.Id
        select new Gig
        {
            Booking = booking.Id, Time = booking.Time, Artist = artist.Profile.Name, ArtistSlug = artist.Slug, Venue = venue.Profile.Name, VenueSlug = venue.Slug,
            Stage = stage.Profile.Name, Address = venue.Profile.Address, City = city.Name, TimeZone = venue.Profile.TimeZone, Sequence = booking.Sequence, ChangedAt = booking.ChangedAt, State = booking.State,
        };
}
