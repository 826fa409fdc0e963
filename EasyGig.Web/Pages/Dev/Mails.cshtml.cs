using EasyGig.Domain.Mails;
using EasyGig.Web.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Web.Pages.Dev;

/// <summary>The mails that would have gone out, newest first.</summary>
[TypeFilter<OnlyWithoutMailServer>]
public sealed class MailsModel(EasyGigDb db, TimeProvider clock) : PageModel
{
    private const int Shown = 200;

    public IReadOnlyList<OutgoingMail> Mails { get; private set; } = [];

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    public async Task OnGetAsync(CancellationToken ct) =>
        Mails = await db.Mails.AsNoTracking().OrderByDescending(mail => mail.Id).Take(Shown).ToListAsync(ct);
}
