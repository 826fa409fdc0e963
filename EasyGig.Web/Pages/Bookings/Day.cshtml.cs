using System.ComponentModel.DataAnnotations;
using EasyGig.Domain;
using EasyGig.Domain.Attachments;
using EasyGig.Domain.Bookings;
using EasyGig.Web.Attachments;
using EasyGig.Web.Bookings;
using EasyGig.Web.Data;
using EasyGig.Web.Files;
using EasyGig.Web.Identity;
using EasyGig.Web.Localization;
using EasyGig.Web.Riders;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace EasyGig.Web.Pages.Bookings;

/// <summary>How the day of a booking goes, what is missing on the stage, and what the sides give each other.</summary>
[Uploads]
public sealed class DayModel(BookingReader reader, EasyGigDb db, AttachmentDesk desk, IStringLocalizer<Text> text, TimeProvider clock) : PageModel
{
    [BindProperty] public AttachInput Input { get; set; } = new();

    public BookingView View { get; private set; } = null!;
    public Gear Gear { get; private set; } = null!;
    public IReadOnlyList<AttachmentLine> Files { get; private set; } = [];
    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    /// <param name="tooMuch">Whether so much was sent that nothing of it was read.</param>
    public async Task<IActionResult> OnGetAsync(Guid id, bool tooMuch, CancellationToken ct)
    {
        if (!await FindAsync(id, ct)) return NotFound();
        if (tooMuch) ModelState.AddModelError("Input.File", text.Say(AttachmentRefusals.TooMuch));
        return await ShowAsync(ct);
    }

    public async Task<IActionResult> OnPostAttachAsync(Guid id, CancellationToken ct)
    {
        if (!await FindAsync(id, ct)) return NotFound();
        if (!ModelState.IsValid) return await ShowAsync(ct);
        var (file, refusal) = await Sent.ReadDocumentAsync(Input.File, ct);
        if (file is not null) refusal = await desk.AddAsync(id, View.Party, Input.Kind!.Value, file, Input.File!.FileName, ct);
        if (refusal is null) return Done("The file is there, and the others have been told.");
        ModelState.AddModelError(refusal.Field is "File" ? "Input.File" : "", text.Say(refusal));
        return await ShowAsync(ct);
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid id, Guid file, CancellationToken ct)
    {
        if (!await FindAsync(id, ct) || (await desk.ListAsync(id, ct)).Find(one => one.Id == file) is not { } found || !View.IsOf(found.Side)) return NotFound();
        ModelState.Clear(); // nothing is added here
        if (await desk.RemoveAsync(id, file, ct) is not { } refusal) return Done("The file is gone.");
        ModelState.AddModelError("", text.Say(refusal));
        return await ShowAsync(ct);
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken ct)
    {
        if (await reader.FindAsync(User.Id, id, ct) is not { } view) return false;
        View = view;
        return true;
    }

    private async Task<IActionResult> ShowAsync(CancellationToken ct)
    {
        (Gear, Files) = (await db.GearOfAsync(View.Booking.ArtistId, View.Booking.VenueId, ct), await desk.ListAsync(View.Booking.Id, ct));
        return Page();
    }

    private RedirectResult Done(string sentence)
    {
        TempData["Done"] = text[sentence].Value;
        return Redirect(Request.Path);
    }

    public sealed class AttachInput
    {
        [Display(Name = "File: PDF, PNG, JPEG, WebP or plain text, up to 10 MB")] public IFormFile? File { get; set; }
        [Required, Display(Name = "What it is")] public AttachmentKind? Kind { get; set; }
    }
}
