using EasyGig.Web.Data;
using EasyGig.Web.Files;
using EasyGig.Web.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace EasyGig.Web.Pages.Bookings;

/// <summary>Hands a file of a booking to one of its parties, to be kept: no page of ours shows it, and no cache holds it.</summary>
public sealed class FileModel(EasyGigDb db, NpgsqlDataSource database) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, Guid file, CancellationToken ct)
    {
        var mine = from attachment in db.Attachments
                   join booking in db.BookingsOf(User.Id) on attachment.BookingId equals booking.Id
                   where booking.Id == id && attachment.Id == file
                   select new { attachment.Format, attachment.Name, attachment.Bytes.Length };
        if (await mine.SingleOrDefaultAsync(ct) is not { } found) return NotFound();
        Response.Headers.ContentSecurityPolicy = FileEndpoint.NothingElse;
        var piece = database.CreateCommand("SELECT substring(bytes FROM $1 FOR $2) FROM attachments WHERE id = $3");
        return File(new FileStreamed(piece, file, found.Length), FileEndpoint.TypeOf(found.Format), found.Name);
    }
}
