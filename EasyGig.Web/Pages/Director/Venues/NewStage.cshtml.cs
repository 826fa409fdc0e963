using EasyGig.Domain.Venues;
using EasyGig.Web.Data;
using EasyGig.Web.Identity;
using EasyGig.Web.Localization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace EasyGig.Web.Pages.Director.Venues;

/// <summary>A director adds a stage to a venue.</summary>
public sealed class NewStageModel(EasyGigDb db, IStringLocalizer<Text> text) : PageModel
{
    [BindProperty] public StageInput Input { get; set; } = new() { Name = text["Main stage"], Room = Room.Standing, Changeover = 30 };

    public Venue Venue { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => await FindAsync(id, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!await FindAsync(id, ct)) return NotFound();
        if (!ModelState.IsValid) return Page();
        var stage = Venue.AddStage(Input.Read());
        if (await db.TrySaveAsync(ct) is { } refusal)
        {
            ModelState.Refuse(refusal, text);
            return Page();
        }
        TempData["Done"] = text["{0} is there. Publish the first night that you want filled.", stage.Profile.Name].Value;
        return RedirectToPage("Edit", new { id });
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken ct)
    {
        if (await db.VenuesOf(User.Id).SingleOrDefaultAsync(v => v.Id == id, ct) is not { } venue) return false;
        Venue = venue;
        return true;
    }
}
