using EasyGig.Domain;
using EasyGig.Domain.Bookings;
using EasyGig.Web.Facts;
using EasyGig.Web.Hosting;
using EasyGig.Web.Mail;

namespace EasyGig.Web.Bookings;

/// <summary>A booking as calendars show it: mail, page and public calendar give the same entry, so that it is not there twice.</summary>
internal static class BookingCalendar
{
    public static CalendarEvent Entry(Booking booking, Story story, string artist, SiteAddress site)
    {
        var fallen = booking.State is BookingState.Cancelled;
        var entry = Entry(booking.Id, story.Time, story.Zone, artist, (story.VenueName, story.Address, story.City, story.StageName), site.To($"/bookings/{booking.Id}"));
        return entry with { Sequence = fallen ? 1 : 0, Cancelled = fallen };
    }

    /// <summary>For those who have no part in it: it leads to where it takes place.</summary>
    public static CalendarEvent Entry(Gig gig, SiteAddress site) =>
        Entry(gig.Booking, gig.Time, gig.Zone, gig.Artist, (gig.Venue, gig.Address, gig.City, gig.Stage), site.To($"/venues/{gig.VenueSlug}"));

    private static CalendarEvent Entry(Guid booking, Period time, TimeZoneInfo zone, string artist, (string Venue, string Address, string City, string Stage) where, Uri link) =>
        new($"booking-{booking}", 0, time, zone, $"{artist} @ {where.Venue}", $"{where.Venue}, {where.Address}, {where.City}", where.Stage, link);
}
