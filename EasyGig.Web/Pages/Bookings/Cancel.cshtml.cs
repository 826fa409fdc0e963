using System.ComponentModel.DataAnnotations;
using EasyGig.Domain;
using EasyGig.Domain.Bookings;
using EasyGig.Web.Bookings;
using EasyGig.Web.Identity;
using EasyGig.Web.Localization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace EasyGig.Web.Pages.Bookings;

/// <summary>A side calls a booking off. On short notice the artist says instead that it cannot play, and the venue answers here.</summary>
public sealed class CancelModel(BookingReader reader, BookingLife life, TimeProvider clock, IStringLocalizer<Text> text) : PageModel
{
    [BindProperty] public CancelInput Input { get; set; } = new();

    public BookingView View { get; private set; } = null!;

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => await FindAsync(id, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!await FindAsync(id, ct) || View.ActsFor is not { } side) return NotFound();
        if (!ModelState.IsValid) return Page();
        var reopen = side is Side.Artist || Input.Reopen;
        return await AnswerAsync(await life.CancelAsync(id, side, Input.Reason!, reopen, new(Input.State, Input.Strike), ct), "The booking is cancelled. Everybody has been mailed.", ct);
    }

    public async Task<IActionResult> OnPostCannotPlayAsync(Guid id, CancellationToken ct)
    {
        if (!await FindAsync(id, ct) || !View.IsArtist) return NotFound();
        if (!ModelState.IsValid) return Page();
        return await AnswerAsync(await life.CannotPlayAsync(id, Input.Reason!, ct), "The venue knows that you cannot play. Until it has answered, the booking stands.", ct);
    }

    public async Task<IActionResult> OnPostReleaseAsync(Guid id, CancellationToken ct)
    {
        if (!await FindAsync(id, ct) || !View.IsDirector) return NotFound();
        ModelState.Clear(); // the reason is the artist's
        return await AnswerAsync(await life.ReleaseAsync(id, Reopens, ct), "The artist is released. Everybody has been mailed.", ct);
    }

    public async Task<IActionResult> OnPostLetStandAsync(Guid id, CancellationToken ct)
    {
        if (!await FindAsync(id, ct) || !View.IsDirector) return NotFound();
        ModelState.Clear(); // the reason is the artist's
        return await AnswerAsync(await life.LetStrikeStandAsync(id, Reopens, ct), "The booking is cancelled. Everybody has been mailed.", ct);
    }

    /// <summary>Once the evening has come, there is nothing to take back.</summary>
    private bool Reopens => Input.Reopen || View.Booking.Time.Start <= Now;

    private async Task<IActionResult> AnswerAsync(Refusal? refusal, string done, CancellationToken ct)
    {
        if (refusal is null)
        {
            TempData["Done"] = text[done].Value;
            return RedirectToPage("Details", new { id = View.Booking.Id });
        }
        ModelState.Refuse(refusal, text);
        return await FindAsync(View.Booking.Id, ct) ? Page() : NotFound(); // as it stands now
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken ct)
    {
        if (await reader.FindAsync(User.Id, id, ct) is not { } view) return false;
        View = view;
        return true;
    }

    public sealed class CancelInput
    {
        [Required, StringLength(1000), Display(Name = "Reason")] public string? Reason { get; set; }
        [Display(Name = "Open the slot again")] public bool Reopen { get; set; } = true;

        /// <summary>What the page said: where the booking stood, and whether it costs a strike.</summary>
        public BookingState State { get; set; }
        public bool Strike { get; set; }
    }
}
