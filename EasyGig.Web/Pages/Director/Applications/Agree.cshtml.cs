using System.ComponentModel.DataAnnotations;
using EasyGig.Domain.Applications;
using EasyGig.Domain.Slots;
using EasyGig.Web.Data;
using EasyGig.Web.Groups;
using EasyGig.Web.Identity;
using EasyGig.Web.Localization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace EasyGig.Web.Pages.Director.Applications;

/// <summary>The second click of a yes to an application of a group: what it means while others have not said theirs, and what the last one does.</summary>
public sealed class AgreeModel(EasyGigDb db, GroupDesk desk, IStringLocalizer<Text> text, TimeProvider clock) : PageModel
{
    [BindProperty] public AgreeInput Input { get; set; } = new();

    public DateTimeOffset Now { get; } = clock.GetUtcNow();
    public ApplicationView Application { get; private set; } = null!;
    public GroupNote Group { get; private set; } = null!;

    /// <summary>The house promoter who reviews the booking, once there is one.</summary>
    public string? Reviewer { get; private set; }

    /// <summary>How many other artists want the slot.</summary>
    public int Rivals { get; private set; }

    public bool May => Group.RunsAt(Now) && !Group.Agreed && !Application.Outdated && Application.Slot.StateAt(Now) is SlotState.Open && ApplicationSteps.Live.Contains(Application.State);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct)) return NotFound();
        ModelState.Remove("Input.TermsVersion"); // the page shows the terms as they are now, and a yes answers these
        Input.TermsVersion = Application.Slot.TermsVersion;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct)) return NotFound();
        if (!ModelState.IsValid) return await OnGetAsync(id, ct);
        var (booking, refusal) = await desk.AgreeAsync(id, Input.TermsVersion, Input.DeclineRivals, ct);
        if (refusal is null)
        {
            TempData["Done"] = (booking is null ? text["You said yes. It is booked when the others have said yes, too."] : text["Yours was the last yes: all are booked."]).Value;
            return Redirect(booking is null ? $"/director/applications/{id}" : $"/bookings/{booking}");
        }
        ModelState.Refuse(refusal, text);
        return await OnGetAsync(id, ct);
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken ct)
    {
        if (await db.ApplicationViewsTo(User.Id, Now).SingleOrDefaultAsync(a => a.Id == id, ct) is not { } found || await db.GroupNoteAsync(id, ct) is not { } group) return false;
        (Application, Group) = (found, group);
        Reviewer = await db.Venues.Where(v => v.Id == found.Slot.VenueId).Join(db.Organisations, v => v.HousePromoterId, o => o.Id, (_, o) => o.Profile.Name).SingleOrDefaultAsync(ct);
        Rivals = await db.Applications.CountAsync(a => a.SlotId == found.Slot.Id && a.Id != id && EF.Property<bool>(a, BookingConfiguration.IsLive), ct);
        return true;
    }

    public sealed class AgreeInput
    {
        public int TermsVersion { get; set; }
        [Display(Name = "Decline the others once it is confirmed")] public bool DeclineRivals { get; set; }
    }
}
