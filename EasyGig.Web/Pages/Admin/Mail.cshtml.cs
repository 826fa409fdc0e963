using EasyGig.Domain.Mails;
using EasyGig.Web.Data;
using EasyGig.Web.Localization;
using EasyGig.Web.Paging;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace EasyGig.Web.Pages.Admin;

/// <summary>What became of every mail: those that failed first, then the rest. What they say is nobody's business here.</summary>
public sealed class MailModel(EasyGigDb db, TimeProvider clock, IStringLocalizer<Text> text) : PageModel
{
    /// <summary>More of those that failed are not shown at once.</summary>
    private const int FailedShown = 100;

    /// <summary>Where the page of the rest begins.</summary>
    [BindProperty(SupportsGet = true)] public string? Cursor { get; set; }

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    public IReadOnlyDictionary<MailState, int> Counts { get; private set; } = new Dictionary<MailState, int>();

    public IReadOnlyList<MailRow> Failed { get; private set; } = [];

    public ListPage<MailRow> Others { get; private set; } = null!;

    public Task OnGetAsync(CancellationToken ct) => ReadAsync(ct);

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (await db.Mails.SingleOrDefaultAsync(mail => mail.Id == id, ct) is not { } failed) return NotFound();
        var (copy, refusal) = failed.Again(clock.GetUtcNow());
        if (copy is not null) db.Mails.Add(copy);
        refusal ??= await db.TrySaveAsync(ct);
        if (refusal is null)
        {
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
        if (Cursor is null) Failed = await Rows(open.OrderByDescending(mail => mail.Id).Take(FailedShown)).ToListAsync(ct);
        var others = db.Mails.Where(mail => !open.Any(failed => failed.Id == mail.Id));
        Others = await Rows(others).PageAsync(mail => ValueTuple.Create(mail.Id), Cursor, ct, descending: true);
    }

    private static IQueryable<MailRow> Rows(IQueryable<OutgoingMail> mails) => mails.Select(mail => new MailRow
    {
        Id = mail.Id, Subject = mail.Subject, Address = mail.Address, State = mail.State, Attempts = mail.Attempts, CreatedAt = mail.CreatedAt, Error = mail.Error,
    });
}

/// <summary>A mail as an admin sees it.</summary>
public sealed record MailRow
{
    public required Guid Id { get; init; }
    public required string Subject { get; init; }
    public required string Address { get; init; }
    public required MailState State { get; init; }
    public required int Attempts { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required string? Error { get; init; }
}
