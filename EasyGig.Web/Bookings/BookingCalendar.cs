using EasyGig.Domain;
using EasyGig.Domain.Bookings;
using EasyGig.Web.Facts;
using EasyGig.Web.Hosting;
using EasyGig.Web.Localization;
using EasyGig.Web.Mail;
using Microsoft.Extensions.Localization;

namespace EasyGig.Web.Bookings;

/// <summary>A booking as calendars show it: mail, page and public calendar give the same entry, so that it is not there twice.</summary>
internal static class BookingCalendar
{
    /// <param name="day">How the day goes: the entry says it to those who have a part in it.</param>
    public static CalendarEvent Entry(Booking booking, Story story, string artist, RunOfShow? day, SiteAddress site, IStringLocalizer text) =>
        Entry(booking.Id, story.Time, story.Zone, artist, (story.VenueName, story.Address, story.City, story.StageName), site.To($"/bookings/{booking.Id}")) with
        {
            Sequence = booking.Sequence,
            Cancelled = booking.State is BookingState.Cancelled,
            Description = string.Join('\n', [story.StageName, .. ShowFormat.Lines(day, story.Time, story.Zone, text).Select(line => $"{line.Label}: {line.Time}")]),
        };

    /// <summary>For those who have a part in it, in a calendar that follows it from the review on.</summary>
    public static CalendarEvent Entry(Gig gig, SiteAddress site, IStringLocalizer text) =>
        Entry(gig.Booking, gig.Time, gig.Zone, gig.Artist, (gig.Venue, gig.Address, gig.City, gig.Stage), site.To($"/bookings/{gig.Booking}")) with
        {
            Sequence = gig.Sequence,
            ChangedAt = gig.ChangedAt,
            Tentative = gig.State is BookingState.PendingReview,
            Cancelled = gig.State is not (BookingState.PendingReview or BookingState.Confirmed or BookingState.Played or BookingState.Settled),
            Description = $"{gig.Stage}\n{text[$"state.booking.{Word.Of(gig.State)}"]}",
        };

    /// <summary>For those who have no part in it: it leads to where it takes place.</summary>
    public static CalendarEvent Entry(Gig gig, SiteAddress site) =>
        Entry(gig.Booking, gig.Time, gig.Zone, gig.Artist, (gig.Venue, gig.Address, gig.City, gig.Stage), site.To($"/venues/{gig.VenueSlug}")) with { Sequence = gig.Sequence };

    private static CalendarEvent Entry(Guid booking, Period time, TimeZoneInfo zone, string artist, (string Venue, string Address, string City, string Stage) where, Uri link) =>
        new($"booking-{booking}", 0, time, zone, $"{artist} @ {where.Venue}", $"{where.Venue}, {where.Address}, {where.City}", where.Stage, link);
}
