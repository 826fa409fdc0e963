using EasyGig.Domain.Mails;
using EasyGig.Web.Data;
using EasyGig.Web.Localization;
using EasyGig.Web.Mail;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace EasyGig.Web.Pages.Admin;

/// <summary>What became of every mail: those that failed first, then the rest. What they say is nobody's business here.</summary>
public sealed class MailModel(EasyGigDb db, MailSignal signal, TimeProvider clock, IStringLocalizer<Text> text) : PageModel
{
    public const int PageSize = 50;

    /// <summary>The rest begins after this mail.</summary>
    [BindProperty(SupportsGet = true)] public Guid? Cursor { get; set; }

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    public IReadOnlyDictionary<MailState, int> Counts { get; private set; } = new Dictionary<MailState, int>();

    public IReadOnlyList<MailRow> Failed { get; private set; } = [];

    public IReadOnlyList<MailRow> Others { get; private set; } = [];

    public Task OnGetAsync(CancellationToken ct) => ReadAsync(ct);

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (await db.Mails.SingleOrDefaultAsync(mail => mail.Id == id, ct) is not { } failed) return NotFound();
        var (copy, refusal) = failed.Again(clock.GetUtcNow());
        if (copy is not null) db.Mails.Add(copy);
        refusal ??= await db.TrySaveAsync(ct);
        if (refusal is null)
        {
            signal.Poke();
            TempData["Done"] = text["The mail is queued again."].Value;
            return RedirectToPage();
        }
        ModelState.Refuse(refusal, text);
        await ReadAsync(ct);
        return Page();
    }

    private async Task ReadAsync(CancellationToken ct)
    {
        Counts = await db.Mails.GroupBy(mail => mail.State).Select(mails => new { mails.Key, Count = mails.Count() }).ToDictionaryAsync(m => m.Key, m => m.Count, ct);
        var open = db.Mails.Where(mail => mail.State == MailState.Failed && !db.Mails.Any(copy => copy.CopyOf == mail.Id));
        if (Cursor is null) Failed = await Rows(open.OrderByDescending(mail => mail.Id).Take(2 * PageSize)).ToListAsync(ct);
        var others = db.Mails.Where(mail => !open.Any(failed => failed.Id == mail.Id) && (Cursor == null || mail.Id < Cursor));
        Others = await Rows(others.OrderByDescending(mail => mail.Id).Take(PageSize)).ToListAsync(ct);
    }

    private static IQueryable<MailRow> Rows(IQueryable<OutgoingMail> mails) =>
        mails.Select(mail => new MailRow(mail.Id, mail.Subject, mail.Address, mail.State, mail.Attempts, mail.CreatedAt, mail.Error));
}

/// <summary>A mail as an admin sees it.</summary>
public sealed record MailRow(Guid Id, string Subject, string Address, MailState State, int Attempts, DateTimeOffset CreatedAt, string? Error);
