using EasyGig.Domain;
using EasyGig.Domain.Rosters;
using EasyGig.Web.Data;
using EasyGig.Web.Identity;
using EasyGig.Web.Localization;
using EasyGig.Web.Rosters;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace EasyGig.Web.Pages.Artist;

/// <summary>Who asks to put the reader's artists forward, and who may: say yes, say no, or end it.</summary>
public sealed class RosterModel(EasyGigDb db, RosterDesk desk, IStringLocalizer<Text> text, TimeProvider clock) : PageModel
{
    private const int Most = 200;

    public DateTimeOffset Now { get; } = clock.GetUtcNow();
    public IReadOnlyList<RosterRow> Asking { get; private set; } = [];
    public IReadOnlyList<RosterRow> Allowed { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var live = db.RosterFor(User.Id).Where(entry => entry.State == RosterState.Asked || entry.State == RosterState.On);
        var rows = await live.OrderBy(entry => entry.AskedAt).ThenBy(entry => entry.Id).Take(Most).ToRows(db).AsNoTracking().ToListAsync(ct);
        (Asking, Allowed) = ([.. rows.Where(row => row.State is RosterState.Asked)], [.. rows.Where(row => row.State is RosterState.On)]);
    }

    public Task<IActionResult> OnPostConsentAsync(Guid id, CancellationToken ct) =>
        AnswerAsync(id, (entry, now) => entry.Consent(now), text["They may put you forward from now on. You are told each time."], ct);

    public Task<IActionResult> OnPostDeclineAsync(Guid id, CancellationToken ct) =>
        AnswerAsync(id, (entry, now) => entry.Decline(now), text["You said no. They are told, and cannot ask again for 30 days."], ct);

    public Task<IActionResult> OnPostLeaveAsync(Guid id, CancellationToken ct) =>
        AnswerAsync(id, (entry, now) => entry.Leave(now), text["You left the roster. They are told, and cannot put you forward any more."], ct);

    private async Task<IActionResult> AnswerAsync(Guid id, Func<RosterEntry, DateTimeOffset, Refusal?> verb, string done, CancellationToken ct)
    {
        if (!await db.RosterFor(User.Id).AnyAsync(entry => entry.Id == id, ct)) return NotFound();
        if (await desk.AnswerAsync(id, verb, ct) is not { } refusal)
        {
            TempData["Done"] = done;
            return Redirect("/artist/roster");
        }
        ModelState.Refuse(refusal, text);
        await OnGetAsync(ct);
        return Page();
    }
}
