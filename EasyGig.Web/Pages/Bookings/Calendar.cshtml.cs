using System.Text;
using EasyGig.Web.Bookings;
using EasyGig.Web.Facts;
using EasyGig.Web.Hosting;
using EasyGig.Web.Identity;
using EasyGig.Web.Localization;
using EasyGig.Web.Mail;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace EasyGig.Web.Pages.Bookings;

/// <summary>A confirmed booking as a calendar file, struck through when it fell; before that nobody should put it into a calendar.</summary>
public sealed class CalendarModel(BookingReader reader, SiteAddress site, IOptions<MailSettings> settings, TimeProvider clock, IStringLocalizer<Text> text) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (await reader.FindAsync(User.Id, id, ct) is not { Booking.ConfirmedAt: not null } view) return NotFound();
        var story = new Story
        {
            About = view.Booking.SlotId, VenueId = view.Booking.VenueId, VenueName = view.Venue, Address = view.Address, City = view.City,
            StageId = view.Booking.StageId, StageName = view.Stage, TimeZone = view.TimeZone, Time = view.Booking.Time,
        };
        var ics = Ics.Write(settings.Value.Sender, clock.GetUtcNow(), BookingCalendar.Entry(view.Booking, story, view.Artist, view.Day, site, text));
        return File(Encoding.UTF8.GetBytes(ics), "text/calendar; charset=utf-8", $"easygig-{view.Booking.Time.Start:yyyy-MM-dd}.ics");
    }
}
