using EasyGig.Domain;
using EasyGig.Domain.Bookings;
using EasyGig.Web.Data;

namespace EasyGig.Web.Pages.Promoter;

/// <summary>A booking in a promoter's list.</summary>
public sealed record BookingRow
{
    public required Guid Id { get; init; }
    public required BookingState State { get; init; }
    public required Period Time { get; init; }
    public required string TimeZone { get; init; }
    public required string Artist { get; init; }
    public required string Venue { get; init; }
    public required string Stage { get; init; }
    public required Money Fee { get; init; }
    public required DateTimeOffset? DueAt { get; init; }

    /// <summary>The time at which the list was read.</summary>
    public required DateTimeOffset Now { get; init; }

    public TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(TimeZone);
    public bool Waits => State is BookingState.PendingReview;
    public bool Overdue => Waits && DueAt <= Now;
}

internal static class BookingRows
{
    public static IQueryable<BookingRow> ToRows(this IQueryable<Booking> bookings, EasyGigDb db, DateTimeOffset now) =>
        from booking in bookings
        join artist in db.Artists on booking.ArtistId equals artist.Id
        join venue in db.Venues on booking.VenueId equals venue.Id
        join stage in db.Stages on booking.StageId equals stage.Id
        select new BookingRow
        {
            Id = booking.Id, State = booking.State, Time = booking.Time, TimeZone = venue.Profile.TimeZone, Artist = artist.Profile.Name,
            Venue = venue.Profile.Name, Stage = stage.Profile.Name, Fee = booking.Fee, DueAt = booking.ReviewDueAt, Now = now,
        };
}
