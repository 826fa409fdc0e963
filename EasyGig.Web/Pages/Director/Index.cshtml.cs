using EasyGig.Domain;
using EasyGig.Domain.Applications;
using EasyGig.Domain.Bookings;
using EasyGig.Domain.Slots;
using EasyGig.Domain.Venues;
using EasyGig.Web.Artists;
using EasyGig.Web.Bookings;
using EasyGig.Web.Data;
using EasyGig.Web.Holds;
using EasyGig.Web.Identity;
using EasyGig.Web.Invitations;
using EasyGig.Web.Localization;
using EasyGig.Web.Pages.Director.Applications;
using EasyGig.Web.Strikes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace EasyGig.Web.Pages.Director;

/// <summary>Today: what waits for the director, what is next, and which nights are still empty.</summary>
public sealed class IndexModel(EasyGigDb db, StrikeReader strikes, HoldReader holds, NightScout scout, InvitationDesk invitations, IStringLocalizer<Text> text, TimeProvider clock) : PageModel
{
    private const int Few = 5;

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    /// <summary>Whether there is a venue, and a stage to offer.</summary>
    public bool HasVenue { get; private set; }
    public bool HasStage { get; private set; }

    /// <summary>Those of their venues that strikes warn or freeze.</summary>
    public IReadOnlyList<StrikeBoard> Trouble { get; private set; } = [];

    /// <summary>What the promoter has let pass, so that the director may decide.</summary>
    public IReadOnlyList<BookingLine> Overdue { get; private set; } = [];

    /// <summary>What the artists ask about their bookings.</summary>
    public IReadOnlyList<Asked> Asked { get; private set; } = [];

    /// <summary>Applications to answer: first those that end if nobody does, the soonest first, then those on the shortlist.</summary>
    public IReadOnlyList<ApplicationView> ToAnswer { get; private set; } = [];
    public int ToAnswerCount { get; private set; }

    /// <summary>Offers that the artists have not answered.</summary>
    public IReadOnlyList<ApplicationView> Offers { get; private set; } = [];

    /// <summary>Dates whose first is ready to be booked, and those whose holds run out within a day.</summary>
    public IReadOnlyList<StackView> Held { get; private set; } = [];

    public IReadOnlyList<BookingLine> Next { get; private set; } = [];

    /// <summary>Open slots that nobody has applied to.</summary>
    public IReadOnlyList<SlotTitle> Empty { get; private set; } = [];

    /// <summary>Who would fit those that can still be applied to, by slot.</summary>
    public ILookup<Guid, Suggested> Suggestions { get; private set; } = Array.Empty<Suggested>().ToLookup(s => s.SlotId);
    public IReadOnlyList<SlotTitle> Drafts { get; private set; } = [];

    public bool NothingWaits => Overdue.Count + Asked.Count + ToAnswer.Count + Offers.Count + Held.Count == 0;

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    /// <param name="slot">One of the director's own.</param>
    /// <param name="artist">The slug of the one who is invited.</param>
    public async Task<IActionResult> OnPostInviteAsync(Guid slot, string? artist, CancellationToken ct)
    {
        if (!await db.SlotsOf(User.Id).AnyAsync(own => own.Id == slot, ct)) return NotFound();
        if (await invitations.SendAsync(slot, artist ?? "", "", ct) is { } refusal)
        {
            ModelState.Refuse(refusal, text);
            await LoadAsync(ct);
            return Page();
        }
        TempData["Done"] = text["{0} is invited and has been told.", await db.Artists.Where(a => a.Slug == artist).Select(a => a.Profile.Name).SingleAsync(ct)].Value;
        return RedirectToPage(null, null, null, "empty");
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        HasVenue = await db.VenuesOf(User.Id).AnyAsync(ct);
        HasStage = HasVenue && await db.VenuesOf(User.Id).AnyAsync(v => v.Stages.Any(), ct);
        if (!HasStage) return;
        Trouble = await strikes.InTroubleAsync(User.Id, Side.Venue, ct);
        await LoadWaitingAsync(ct);
        await LoadAheadAsync(ct);
    }

    private async Task LoadWaitingAsync(CancellationToken ct)
    {
        var applications = db.ApplicationViewsTo(User.Id, Now);
        var toAnswer = applications.Where(a => a.Waits);
        ToAnswer = await toAnswer.OrderBy(a => a.State == ApplicationState.Shortlisted || a.State == ApplicationState.Waitlisted).ThenBy(a => a.State == ApplicationState.Offered && a.Offer != null && a.Offer.DueAt != null ? a.Offer.DueAt.Value : a.ExpiresAt).ThenBy(a => a.Id).Take(Few).ToListAsync(ct);
        ToAnswerCount = ToAnswer.Count < Few ? ToAnswer.Count : await toAnswer.CountAsync(ct);
        Offers = await applications.Where(a => a.State == ApplicationState.Offered && !a.Waits && a.Slot.State == SlotState.Open && a.Slot.Time.Start > Now).OrderBy(a => a.Slot.Time.Start).ThenBy(a => a.Id).Take(Few).ToListAsync(ct);
        Overdue = await db.BookingLinesAt(User.Id).Where(b => b.State == BookingState.PendingReview && b.ReviewDueAt <= Now && b.Time.Start > Now)
            .OrderBy(b => b.Time.Start).ThenBy(b => b.Id).Take(Few).ToListAsync(ct);
        Asked = await db.AskedOf(User.Id, Side.Venue, Now).Take(Few).ToListAsync(ct);
        var stacks = await holds.StacksAsync(User.Id, DateOnly.FromDateTime(Now.UtcDateTime).AddDays(-1), VenueDay.Latest, null, ct);
        Held = [.. stacks.Where(stack => stack.Ready is not null || stack.Holds.Any(hold => hold.EndsSoon(Now))).Take(Few)];
    }

    private async Task LoadAheadAsync(CancellationToken ct)
    {
        Next = await db.BookingLinesAt(User.Id).Where(b => b.State == BookingState.Confirmed && b.Time.End > Now)
            .OrderBy(b => b.Time.Start).ThenBy(b => b.Id).Take(Few).ToListAsync(ct);
        var ahead = db.SlotTitlesOf(User.Id).Where(s => s.Time.Start > Now).OrderBy(s => s.Time.Start).ThenBy(s => s.Id);
        Empty = await ahead.Where(s => s.State == SlotState.Open && !db.Applications.Any(a => a.SlotId == s.Id && EF.Property<bool>(a, BookingConfiguration.IsLive))).Take(Few).ToListAsync(ct);
        Suggestions = await scout.ForAsync(Empty.Where(slot => slot.Time.Start - Now >= Application.Notice).ToDictionary(slot => slot.Id, slot => slot.Terms), ct);
        Drafts = await ahead.Where(s => s.State == SlotState.Draft).Take(Few).ToListAsync(ct);
    }
}
