using EasyGig.Domain;
using EasyGig.Domain.Bookings;
using EasyGig.Domain.Slots;
using EasyGig.Web.Components;
using EasyGig.Web.Data;
using EasyGig.Web.Localization;
using Microsoft.Extensions.Localization;

namespace EasyGig.Web.Calendars;

/// <summary>A booking on the calendar of somebody who is not its venue.</summary>
public sealed record BookingEntry(Guid Id, Guid ApplicationId, BookingState State, Period Time, string Artist, string Venue, string TimeZone)
{
    /// <summary>Those of some days, also the cancelled; what was turned down in the review was never a date.</summary>
    public static IQueryable<BookingEntry> Of(EasyGigDb db, IQueryable<Booking> bookings, CalendarRange range)
    {
        var (begin, end) = (range.Moments.Start, range.Moments.End);
        return
            from booking in bookings
            join artist in db.Artists on booking.ArtistId equals artist.Id
            join venue in db.Venues on booking.VenueId equals venue.Id
            where booking.State != BookingState.Rejected && booking.Time.Start >= begin && booking.Time.Start < end
            select new BookingEntry(booking.Id, booking.ApplicationId, booking.State, booking.Time, artist.Profile.Name, venue.Profile.Name, venue.Profile.TimeZone);
    }

    /// <param name="href">Where it leads; left out, to the booking.</param>
    public CalendarEntry Say(IStringLocalizer<Text> text, string? href = null)
    {
        var window = LocalWindow.Of(Time, TimeZoneInfo.FindSystemTimeZoneById(TimeZone));
        return new()
        {
            Date = window.Date, Window = window, Where = Venue, What = $"{Artist}, {text[$"state.{StateLook.KeyOf(State)}"]}",
            Tone = StateLook.Of(State).Tone, IsOff = State is BookingState.Cancelled, Href = href ?? $"/bookings/{Id}",
        };
    }
}
