using System.Text;
using System.Text.RegularExpressions;
using EasyGig.Domain.Mails;
using EasyGig.Web.Data;
using EasyGig.Web.Mail;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Web.Pages.Dev;

/// <summary>One mail as its reader would see it: text, HTML, calendar file.</summary>
[TypeFilter<OnlyWithoutMailServer>]
public sealed partial class MailModel(EasyGigDb db) : PageModel
{
    public OutgoingMail Mail { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is not { } mail) return NotFound();
        Mail = mail;
        return Page();
    }

    /// <summary>The HTML alone, for a frame that may neither run nor load nor send anything.</summary>
    public async Task<IActionResult> OnGetHtmlAsync(Guid id, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is not { } mail) return NotFound();
        Response.Headers.ContentSecurityPolicy =
            "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox";
        return Content(mail.Html, "text/html; charset=utf-8");
    }

    public async Task<IActionResult> OnGetIcsAsync(Guid id, CancellationToken ct) =>
        await FindAsync(id, ct) is { Ics: { } ics } ? File(Encoding.UTF8.GetBytes(ics), Ics.ContentTypeOf(ics), Ics.FileName) : NotFound();

    /// <summary>A line in pieces, every second of them a link.</summary>
    public static string[] Pieces(string line) => Link().Split(line);

    private Task<OutgoingMail?> FindAsync(Guid id, CancellationToken ct) => db.Mails.AsNoTracking().SingleOrDefaultAsync(mail => mail.Id == id, ct);

    [GeneratedRegex(@"(https?://\S+)")]
    private static partial Regex Link();
}
