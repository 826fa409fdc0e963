using EasyGig.Domain;
using EasyGig.Domain.Clockwork;
using EasyGig.Web.Clockwork;
using EasyGig.Web.Data;
using EasyGig.Web.Localization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace EasyGig.Web.Pages.Admin;

/// <summary>What comes by itself: what ran into trouble, what is due next, what came lately.</summary>
public sealed class ClockworkModel(EasyGigDb db, TimeProvider clock, IStringLocalizer<Text> text) : PageModel
{
    private const int Shown = 15;

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    /// <summary>How many wait, by kind.</summary>
    public IReadOnlyList<(DeadlineKind Kind, int Count)> Waiting { get; private set; } = [];

    public IReadOnlyList<Deadline> Failing { get; private set; } = [];
    public IReadOnlyList<Deadline> Next { get; private set; } = [];
    public IReadOnlyList<Deadline> Ran { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var waiting = db.Deadlines.AsNoTracking().Where(d => d.RanAt == null);
        Waiting = [.. (await waiting.GroupBy(d => d.Kind).Select(kind => new { kind.Key, Count = kind.Count() }).ToListAsync(ct)).OrderBy(kind => kind.Key).Select(kind => (kind.Key, kind.Count))];
        Failing = await waiting.Where(d => d.Attempts > 0).OrderBy(d => d.DueAt).Take(Shown).ToListAsync(ct);
        Next = await waiting.Where(d => d.Attempts == 0).OrderBy(d => d.NextAt).Take(Shown).ToListAsync(ct);
        Ran = await db.Deadlines.AsNoTracking().Where(d => d.RanAt != null).OrderByDescending(d => d.RanAt).Take(Shown).ToListAsync(ct);
    }

    /// <summary>Lets the next node that looks try again, instead of when its rest is over.</summary>
    public async Task<IActionResult> OnPostAsync(string kind, Guid subject, CancellationToken ct)
    {
        var failing = db.Deadlines.Where(d => d.RanAt == null && d.Attempts > 0 && d.Subject == subject && d.Kind == Word.Read<DeadlineKind>(kind));
        if (await failing.ExecuteUpdateAsync(set => set.SetProperty(d => d.NextAt, d => d.DueAt), ct) == 0) return NotFound();
        TempData["Done"] = text["It is tried again now."].Value;
        return RedirectToPage();
    }
}
