using EasyGig.Domain;
using EasyGig.Domain.Slots;
using EasyGig.Web.Components;
using EasyGig.Web.Data;
using EasyGig.Web.Holds;
using EasyGig.Web.Identity;
using EasyGig.Web.Localization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace EasyGig.Web.Pages.Director.Holds;

/// <summary>A date of a stage: who holds it, in which order, who asks whom until when, and what became of it so far.</summary>
public sealed class DetailsModel(EasyGigDb db, HoldReader reader, HoldDesk desk, HoldLog log, IStringLocalizer<Text> text, TimeProvider clock) : PageModel
{
    public DateTimeOffset Now { get; } = clock.GetUtcNow();
    public StackView Stack { get; private set; } = null!;

    /// <summary>What the stage offers on that day.</summary>
    public IReadOnlyList<SlotTitle> Slots { get; private set; } = [];
    public IReadOnlyList<TimelineLine> History { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid stage, string date, CancellationToken ct) => await LoadAsync(stage, date, ct) ? Page() : NotFound();

    public Task<IActionResult> OnPostReleaseAsync(Guid stage, string date, Guid hold, CancellationToken ct) =>
        ActAsync(stage, date, hold, () => desk.ReleaseAsync(hold, Side.Venue, ct), "{0} does not hold the date any more and has been told.", ct);

    public Task<IActionResult> OnPostChallengeAsync(Guid stage, string date, Guid hold, CancellationToken ct) =>
        ActAsync(stage, date, hold, () => desk.ChallengeAsync(hold, Side.Venue, ct), "The challenge for {0} has begun.", ct);

    private async Task<IActionResult> ActAsync(Guid stage, string date, Guid hold, Func<Task<Refusal?>> act, string done, CancellationToken ct)
    {
        if (await NameAsync(stage, date, hold, ct) is not { } artist) return NotFound();
        if (await act() is { } refusal)
        {
            ModelState.Refuse(refusal, text);
            return await LoadAsync(stage, date, ct) ? Page() : NotFound();
        }
        TempData["Done"] = text[done, artist].Value;
        return RedirectToPage(new { stage, date });
    }

    private async Task<bool> LoadAsync(Guid stage, string date, CancellationToken ct)
    {
        if (HoldDate.Read(date) is not { } day || await reader.FindAsync(User.Id, stage, day, ct) is not { } stack) return false;
        var (from, until) = (stack.Day.Time.Start, stack.Day.Time.End);
        Stack = stack;
        Slots = await db.SlotTitlesOf(User.Id).Where(s => s.StageId == stage && s.Time.Start >= from && s.Time.Start < until && s.State != SlotState.Cancelled).OrderBy(s => s.Time.Start).ToListAsync(ct);
        History = await log.OfStackAsync(stage, day, ct);
        return true;
    }

    /// <summary>Whose hold of that date it is; null when it is none of this director's.</summary>
    private async Task<string?> NameAsync(Guid stage, string date, Guid hold, CancellationToken ct) => HoldDate.Read(date) is not { } day ? null
        : await db.HoldsAt(User.Id).Where(h => h.Id == hold && h.StageId == stage && h.Date == day).Join(db.Artists, h => h.ArtistId, a => a.Id, (_, a) => a.Profile.Name).SingleOrDefaultAsync(ct);
}
