using EasyGig.Domain;
using EasyGig.Domain.Bookings;
using EasyGig.Web.Data;

namespace EasyGig.Web.Pages.Director;

/// <summary>A booking as lists of its venue name it.</summary>
public sealed record BookingLine
{
    public required Guid Id { get; init; }
    public required string Artist { get; init; }
    public required string Venue { get; init; }
    public required string Stage { get; init; }
    public required string TimeZone { get; init; }
    public required Period Time { get; init; }
    public required Money Fee { get; init; }
    public required BookingState State { get; init; }

    /// <summary>Until when the promoter has the review; null where nobody reviews.</summary>
    public required DateTimeOffset? ReviewDueAt { get; init; }

    public TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(TimeZone);
}

internal static class BookingLines
{
    extension(EasyGigDb db)
    {
        /// <summary>The bookings at the venues that this person directs.</summary>
        public IQueryable<BookingLine> BookingLinesAt(Guid director) =>
            from booking in db.Bookings
            join venue in db.VenuesOf(director) on booking.VenueId equals venue.Id
            join stage in db.Stages on booking.StageId equals stage.Id
            join artist in db.Artists on booking.ArtistId equals artist.Id
            select new BookingLine
            {
                Id = booking.Id, Artist = artist.Profile.Name, Venue = venue.Profile.Name, Stage = stage.Profile.Name, TimeZone = venue.Profile.TimeZone,
                Time = booking.Time, Fee = booking.Fee, State = booking.State, ReviewDueAt = booking.ReviewDueAt,
            };
    }
}
