using EasyGig.Web.Facts;
using EasyGig.Web.Hosting;
using EasyGig.Web.Mail;

namespace EasyGig.Web.Bookings;

/// <summary>A booking as calendars show it: the mail and the page give the same entry, so that it is not there twice.</summary>
internal static class BookingCalendar
{
    public static CalendarEvent Entry(Guid booking, Story story, string artist, SiteAddress site) =>
        new($"booking-{booking}", 0, story.Time, story.Zone, $"{artist} @ {story.VenueName}",
            $"{story.VenueName}, {story.Address}, {story.City}", story.StageName, site.To($"/bookings/{booking}"));
}
