using System.ComponentModel.DataAnnotations;
using EasyGig.Domain;
using EasyGig.Domain.Slots;
using EasyGig.Web.Data;
using EasyGig.Web.Identity;
using EasyGig.Web.Localization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace EasyGig.Web.Pages.Director.Slots;

/// <summary>A director takes a slot back, with a reason that every applicant reads.</summary>
public sealed class CancelModel(EasyGigDb db, IStringLocalizer<Text> text, TimeProvider clock) : PageModel
{
    [BindProperty] public CancelInput Input { get; set; } = new();

    public SlotTitle Slot { get; private set; } = null!;

    /// <summary>Whether nobody is booked on the slot and it has not begun.</summary>
    public bool May => Slot.StateAt(clock.GetUtcNow()) is SlotState.Draft or SlotState.Open;

    /// <summary>Whether it was open: nobody has to be told why a draft goes.</summary>
    public bool NeedsReason => Slot.State is not SlotState.Draft;

    /// <summary>Who will be told.</summary>
    public IReadOnlyList<string> Applicants { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => await FindAsync(id, ct) is null ? NotFound() : Page();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is not { } turns) return NotFound();
        if (NeedsReason && string.IsNullOrWhiteSpace(Input.Reason)) ModelState.AddModelError("Input.Reason", text["field.required", text["Reason"]]);
        if (!ModelState.IsValid) return Page();
        var refusal = await db.InTurnAsync(turns, async () =>
        {
            var slot = await db.SlotsOf(User.Id).SingleAsync(s => s.Id == id, ct);
            var live = await db.Applications.Where(a => a.SlotId == id && EF.Property<bool>(a, BookingConfiguration.IsLive)).ToListAsync(ct);
            return slot.Cancel(live, Input.Reason ?? "", clock.GetUtcNow()) ?? await db.TrySaveAsync(ct);
        }, ct);
        if (refusal is null)
        {
            TempData["Done"] = text[NeedsReason ? "The slot is cancelled. Everybody who applied reads why." : "The draft is gone."].Value;
            return RedirectToPage("Details", new { id });
        }
        ModelState.Refuse(refusal, text);
        return Page();
    }

    /// <summary>Loads what the page shows; returns the turns that cancelling takes, or null when there is no such slot.</summary>
    private async Task<string[]?> FindAsync(Guid id, CancellationToken ct)
    {
        if (await db.SlotTitlesOf(User.Id).SingleOrDefaultAsync(s => s.Id == id, ct) is not { } slot) return null;
        Slot = slot;
        var live = await (
            from application in db.Applications
            join artist in db.Artists on application.ArtistId equals artist.Id
            where application.SlotId == id && EF.Property<bool>(application, BookingConfiguration.IsLive)
            orderby application.SubmittedAt, application.Id
            select new { artist.Id, artist.Profile.Name }).ToListAsync(ct);
        Applicants = [.. live.Select(artist => artist.Name)];
        return [Turn.Stage(slot.StageId), .. live.Select(artist => Turn.Artist(artist.Id))];
    }

    public sealed class CancelInput
    {
        [StringLength(1000), Display(Name = "Reason")] public string? Reason { get; set; }
    }
}
