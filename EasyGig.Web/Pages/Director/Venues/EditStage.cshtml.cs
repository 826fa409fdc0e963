using EasyGig.Domain.Venues;
using EasyGig.Web.Data;
using EasyGig.Web.Identity;
using EasyGig.Web.Localization;
using EasyGig.Web.Venues;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace EasyGig.Web.Pages.Director.Venues;

/// <summary>A director describes a stage anew; its slots to come keep the new changeover.</summary>
public sealed class EditStageModel(EasyGigDb db, IStringLocalizer<Text> text, TimeProvider clock) : PageModel
{
    [BindProperty] public StageInput Input { get; set; } = new();

    public Venue Venue { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, Guid stage, CancellationToken ct)
    {
        if (await FindAsync(id, stage, ct) is not { } found) return NotFound();
        Input = StageInput.Of(found);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, Guid stage, CancellationToken ct)
    {
        if (await FindAsync(id, stage, ct) is null) return NotFound();
        if (!ModelState.IsValid) return Page();
        var refusal = await db.InTurnAsync([Turn.Stage(stage)], async () =>
        {
            var found = (await FindAsync(id, stage, ct))!;
            db.Entry(found).Property(s => s.Version).OriginalValue = Input.Version;
            found.Describe(Input.Read());
            return await db.TrySaveStageAsync(ct);
        }, ct);
        if (refusal is null)
        {
            TempData["Done"] = text["The stage is saved."].Value;
            return RedirectToPage("Edit", new { id });
        }
        ModelState.Refuse(await refusal.NamedAsync(db, stage, Input.Changeover!.Value, Venue.Zone, clock.GetUtcNow(), ct), text);
        return Page();
    }

    private async Task<Stage?> FindAsync(Guid id, Guid stage, CancellationToken ct)
    {
        if (await db.VenuesOf(User.Id).Include(v => v.Stages).AsSingleQuery().SingleOrDefaultAsync(v => v.Id == id, ct) is not { } venue) return null;
        Venue = venue;
        return venue.Stages.SingleOrDefault(s => s.Id == stage);
    }
}
