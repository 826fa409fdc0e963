using System.ComponentModel.DataAnnotations;
using EasyGig.Domain;
using EasyGig.Domain.Applications;
using EasyGig.Web.Applications;
using EasyGig.Web.Data;
using EasyGig.Web.Identity;
using EasyGig.Web.Localization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace EasyGig.Web.Pages.Director.Slots;

/// <summary>A director says no to several applicants of a slot at once, with one reason.</summary>
public sealed class DeclineModel(EasyGigDb db, ApplicationDesk desk, IStringLocalizer<Text> text) : PageModel
{
    [BindProperty] public DeclineInput Input { get; set; } = new();

    public SlotTitle Slot { get; private set; } = null!;

    /// <summary>Those who can be declined, in the order in which they applied.</summary>
    public IReadOnlyList<Bidder> Bidders { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => await LoadAsync(id, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct)) return NotFound();
        if (!ModelState.IsValid) return Page();
        var chosen = Input.Applications.Intersect(Bidders.Select(bidder => bidder.Id)).ToList();
        var refusal = chosen.Count < Input.Applications.Distinct().Count() ? Refusal.Stale : await desk.DeclineAsync(id, chosen, Input.Reason, ct);
        if (refusal is null)
        {
            TempData["Done"] = text[chosen.Count == 1 ? "One applicant is declined and has been told." : "{0} applicants are declined and have been told.", chosen.Count].Value;
            return RedirectToPage("Details", new { id });
        }
        await LoadAsync(id, ct);
        ModelState.Refuse(refusal, text);
        return Page();
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken ct)
    {
        if (await db.SlotTitlesOf(User.Id).SingleOrDefaultAsync(s => s.Id == id, ct) is not { } slot) return false;
        Slot = slot;
        Bidders = await (
            from application in db.Applications
            join artist in db.Artists on application.ArtistId equals artist.Id
            where application.SlotId == id && application.State != ApplicationState.Accepted && EF.Property<bool>(application, BookingConfiguration.IsLive)
            orderby application.SubmittedAt, application.Id
            select new Bidder(application.Id, artist.Profile.Name, application.State)).Take(FitRanking.Most).ToListAsync(ct);
        return true;
    }

    public sealed record Bidder(Guid Id, string Artist, ApplicationState State);

    public sealed class DeclineInput
    {
        [MinLength(1, ErrorMessage = "Choose at least one."), MaxLength(FitRanking.Most), Display(Name = "Applicants")] public List<Guid> Applications { get; set; } = [];
        [StringLength(1000), Display(Name = "Reason (optional)")] public string? Reason { get; set; }
    }
}
