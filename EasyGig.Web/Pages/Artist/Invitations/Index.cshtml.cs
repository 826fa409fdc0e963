using System.ComponentModel.DataAnnotations;
using EasyGig.Domain;
using EasyGig.Domain.Applications;
using EasyGig.Domain.Invitations;
using EasyGig.Domain.Slots;
using EasyGig.Web.Data;
using EasyGig.Web.Identity;
using EasyGig.Web.Invitations;
using EasyGig.Web.Localization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace EasyGig.Web.Pages.Artist.Invitations;

/// <summary>The slots to which the reader's artists are asked to apply: apply, or say no.</summary>
public sealed class IndexModel(EasyGigDb db, InvitationDesk desk, IStringLocalizer<Text> text, TimeProvider clock) : PageModel
{
    [BindProperty] public AnswerInput Input { get; set; } = new();

    public DateTimeOffset Now { get; } = clock.GetUtcNow();
    public IReadOnlyList<InvitationRow> Waiting { get; private set; } = [];

    /// <summary>The invitation whose answer was refused.</summary>
    public Guid? Refused { get; private set; }

    public async Task OnGetAsync(CancellationToken ct) => Waiting = await db.WaitingInvitationsOf(User.Id, Now).ToListAsync(ct);

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!await db.InvitationsOf(User.Id).AnyAsync(i => i.Id == id, ct)) return NotFound();
        if (ModelState.IsValid)
        {
            if (await desk.DeclineAsync(id, Input.Reason, ct) is not { } refusal)
            {
                TempData["Done"] = text["You declined the invitation. The venue has been told."].Value;
                return RedirectToPage();
            }
            ModelState.Refuse(refusal, text);
        }
        Refused = id;
        await OnGetAsync(ct);
        return Page();
    }

    public sealed class AnswerInput
    {
        [StringLength(1000), Display(Name = "Reason (optional)")] public string? Reason { get; set; }
    }
}

/// <summary>An invitation that waits for an answer.</summary>
public sealed record InvitationRow
{
    public required Guid Id { get; init; }
    public required Guid SlotId { get; init; }
    public required string Artist { get; init; }
    public required string Venue { get; init; }
    public required string City { get; init; }
    public required string TimeZone { get; init; }
    public required Period Time { get; init; }
    public required SlotTerms Terms { get; init; }
    public required string Note { get; init; }

    public TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(TimeZone);
}

internal static class InvitationRows
{
    /// <summary>Those that can still be answered, the next night first.</summary>
    public static IQueryable<InvitationRow> WaitingInvitationsOf(this EasyGigDb db, Guid person, DateTimeOffset now) =>
        from invitation in db.InvitationsOf(person)
        join artist in db.Artists on invitation.ArtistId equals artist.Id
        join slot in db.Slots on invitation.SlotId equals slot.Id
        join venue in db.Venues on slot.VenueId equals venue.Id
        join city in db.Cities on slot.Place.CityId equals city.Id
        where invitation.State == InvitationState.Sent && slot.State == SlotState.Open && slot.Time.Start >= now + Application.Notice
        orderby slot.Time.Start, invitation.Id
        select new InvitationRow
        {
            Id = invitation.Id, SlotId = slot.Id, Artist = artist.Profile.Name, Venue = venue.Profile.Name, City = city.Name, TimeZone = venue.Profile.TimeZone,
            Time = slot.Time, Terms = slot.Terms, Note = invitation.Note,
        };
}
