using EasyGig.Web.Bookings;
using EasyGig.Web.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Web.Pages.Artists;

/// <summary>Where an artist plays, for everybody's calendar.</summary>
public sealed class CalendarModel(EasyGigDb db, PublicCalendar calendar, TimeProvider clock) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct)
    {
        if (await db.Artists.Where(a => a.Slug == slug).Select(a => (Guid?)a.Id).SingleOrDefaultAsync(ct) is not { } id) return NotFound();
        return calendar.Write(await db.Upcoming(db.Bookings.Where(b => b.ArtistId == id), clock.GetUtcNow()).Take(PublicCalendar.Most).ToListAsync(ct), slug);
    }
}
