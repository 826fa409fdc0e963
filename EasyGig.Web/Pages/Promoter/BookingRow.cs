using EasyGig.Domain;
using EasyGig.Domain.Bookings;
using EasyGig.Web.Data;

namespace EasyGig.Web.Pages.Promoter;

/// <summary>A booking in a promoter's list.</summary>
/// <param name="Now">The time at which the list was read.</param>
public sealed record BookingRow(
    Guid Id, BookingState State, Period Time, string TimeZone, string Artist, string Venue, string Stage, Money Fee, DateTimeOffset? DueAt, DateTimeOffset Now)
{
    public TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(TimeZone);
    public bool Waits => State is BookingState.PendingReview;
    public bool Overdue => Waits && DueAt <= Now;
}

internal static class BookingRows
{
    /// <summary>Keeps the order of the bookings.</summary>
    public static IQueryable<BookingRow> ToRows(this IQueryable<Booking> bookings, EasyGigDb db, DateTimeOffset now) => bookings.Select(booking => new BookingRow(
        booking.Id, booking.State, booking.Time,
        db.Venues.Where(v => v.Id == booking.VenueId).Select(v => v.Profile.TimeZone).Single(),
        db.Artists.Where(a => a.Id == booking.ArtistId).Select(a => a.Profile.Name).Single(),
        db.Venues.Where(v => v.Id == booking.VenueId).Select(v => v.Profile.Name).Single(),
        db.Stages.Where(s => s.Id == booking.StageId).Select(s => s.Profile.Name).Single(),
        booking.Fee, booking.ReviewDueAt, now));
}
