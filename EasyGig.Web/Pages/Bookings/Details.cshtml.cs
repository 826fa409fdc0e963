using System.ComponentModel.DataAnnotations;
using EasyGig.Domain;
using EasyGig.Domain.Bookings;
using EasyGig.Domain.Strikes;
using EasyGig.Web.Bookings;
using EasyGig.Web.Facts;
using EasyGig.Web.Holds;
using EasyGig.Web.Identity;
using EasyGig.Web.Localization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace EasyGig.Web.Pages.Bookings;

/// <summary>One booking, as each of its parties may see it; those who review it decide here, and the venue says how the evening went.</summary>
public sealed class DetailsModel(BookingReader reader, History history, HoldReader holds, BookingDesk desk, BookingLife life, TimeProvider clock, IStringLocalizer<Text> text) : PageModel
{
    [BindProperty] public ReasonInput Input { get; set; } = new();

    public BookingStory Story { get; private set; } = null!;

    /// <summary>What it cost the reader's own side.</summary>
    public IReadOnlyList<Strike> Strikes { get; private set; } = [];

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    /// <summary>Who else holds the date: for the venue alone.</summary>
    public StackView? Stack { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => await ReadAsync(id, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostApproveAsync(Guid id, CancellationToken ct)
    {
        if (await RoleAsync(id, ct) is not { } role) return NotFound();
        ModelState.Clear(); // the reason is not asked for here
        return await AnswerAsync(id, await desk.ApproveAsync(id, role, ct), "The booking is confirmed. Everybody has been mailed.", ct);
    }

    public async Task<IActionResult> OnPostRejectAsync(Guid id, CancellationToken ct)
    {
        if (await RoleAsync(id, ct) is not { } role) return NotFound();
        if (!ModelState.IsValid) return await ReadAsync(id, ct) ? Page() : NotFound();
        return await AnswerAsync(id, await desk.RejectAsync(id, role, Input.Reason!, ct), "The booking is rejected, and its slot is open again.", ct);
    }

    public async Task<IActionResult> OnPostPlayedAsync(Guid id, CancellationToken ct)
    {
        if (await reader.FindAsync(User.Id, id, ct) is not { IsDirector: true }) return NotFound();
        ModelState.Clear(); // the reason is not asked for here
        return await AnswerAsync(id, await life.PlayAsync(id, ct), "The concert counts as played.", ct);
    }

    public async Task<IActionResult> OnPostNotComeAsync(Guid id, CancellationToken ct)
    {
        if (await reader.FindAsync(User.Id, id, ct) is not { IsDirector: true }) return NotFound();
        if (!ModelState.IsValid) return await ReadAsync(id, ct) ? Page() : NotFound();
        return await AnswerAsync(id, await life.NotComeAsync(id, Input.Reason!, ct), "It is noted that the artist did not come.", ct);
    }

    private async Task<Reviewer?> RoleAsync(Guid id, CancellationToken ct) => (await reader.FindAsync(User.Id, id, ct))?.Role;

    private async Task<IActionResult> AnswerAsync(Guid id, Refusal? refusal, string done, CancellationToken ct)
    {
        if (refusal is not null)
        {
            ModelState.Refuse(refusal, text);
            return await ReadAsync(id, ct) ? Page() : NotFound();
        }
        TempData["Done"] = text[done].Value;
        return RedirectToPage(new { id });
    }

    private async Task<bool> ReadAsync(Guid id, CancellationToken ct)
    {
        if (await reader.FindAsync(User.Id, id, ct) is not { } view) return false;
        var booking = view.Booking;
        Story = new(view, await reader.MembersAsync(booking.ArtistId, booking.VenueId, booking.ReviewerId, ct), await history.OfAsync(booking.ApplicationId, User.Id, ct), await reader.MailsAsync(booking, ct));
        Stack = view.IsDirector ? await holds.FindAsync(User.Id, booking.StageId, booking.Time.Start, view.Zone, ct) : null;
        Strikes = await reader.StrikesAsync(User.Id, id, ct);
        return true;
    }

    public sealed class ReasonInput
    {
        [Required, StringLength(1000), Display(Name = "Reason")] public string? Reason { get; set; }
    }
}
