using EasyGig.Domain;
using EasyGig.Domain.Applications;
using EasyGig.Domain.Bookings;
using EasyGig.Domain.Slots;
using EasyGig.Web.Applications;
using EasyGig.Web.Bookings;
using EasyGig.Web.Components;
using EasyGig.Web.Data;
using EasyGig.Web.Facts;
using EasyGig.Web.Groups;
using EasyGig.Web.Identity;
using EasyGig.Web.Localization;
using EasyGig.Web.Slots;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace EasyGig.Web.Pages.Artist.Applications;

/// <summary>One application: what it answers, where it stands, how it came there; the artist confirms it, withdraws it, takes or refuses the offer.</summary>
public sealed class DetailsModel(EasyGigDb db, ApplicationDesk desk, BookingDesk bookings, Negotiations negotiations, TermsChanges changes, History history, TimeProvider clock, IStringLocalizer<Text> text) : PageModel
{
    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    /// <summary>What was offered so far.</summary>
    public Negotiation Talk { get; private set; } = null!;
    public Application Application => Talk.Application;
    public SlotView View { get; private set; } = null!;

    /// <summary>As a list has it: where it stands, as far as the artist has been told.</summary>
    public ApplicationRow Row { get; private set; } = null!;
    public ApplicationState State => Row.State;
    public string ArtistName => Talk.Artist;
    public Guid? BookingId { get; private set; }

    /// <summary>The group that it is, or was, part of.</summary>
    public GroupNote? Group { get; private set; }

    /// <summary>The organisation that would review the booking.</summary>
    public string? Reviewer { get; private set; }
    public IReadOnlyList<TimelineLine> History { get; private set; } = [];

    /// <summary>The artist's other applications at that time, which end with the booking: venue and day.</summary>
    public IReadOnlyList<string> Ending { get; private set; } = [];

    /// <summary>What the slot says differently since the artist answered it.</summary>
    public IReadOnlyList<TermsChange> Changes { get; private set; } = [];

    public bool MayWithdraw => ApplicationSteps.All.Allows(Application.State, ApplicationState.Withdrawn);

    /// <summary>Whether an offer stands that can be taken, or bettered: the artist has read the terms as they are.</summary>
    public bool MayOffer => Talk.MayOfferAt(Now);
    public bool MayTake => Talk.MayTakeAt(Now);
    public bool TermsChanged => Application.GroupId is null && MayWithdraw && Application.TermsVersion != View.Slot.TermsVersion;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => await LoadAsync(id, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostWithdrawAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct)) return NotFound();
        return await AnswerAsync(id, await desk.AnswerAsync(id, (application, _) => application.Withdraw(), ct), text["Your application is withdrawn. {0} is told.", View.Venue], ct);
    }

    public async Task<IActionResult> OnPostConfirmAsync(Guid id, int termsVersion, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct)) return NotFound();
        return await AnswerAsync(id, await desk.ConfirmTermsAsync(id, termsVersion, ct), text["{0} reads that it still fits.", View.Venue], ct);
    }

    /// <param name="answers">The offer that stood on the page.</param>
    public async Task<IActionResult> OnPostRefuseAsync(Guid id, int answers, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct)) return NotFound();
        var refusal = await desk.AnswerAsync(id, (application, _) => application.RefuseOffer(Side.Artist, answers), ct);
        return await AnswerAsync(id, refusal, Application.Asked is not null ? text["You let it pass, and your application ends. {0} is told.", View.Venue] : text["You refused the offer. {0} is told; you stay on the shortlist.", View.Venue], ct);
    }

    /// <inheritdoc cref="OnPostRefuseAsync"/>
    public async Task<IActionResult> OnPostTakeBackAsync(Guid id, int answers, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct)) return NotFound();
        var refusal = await desk.AnswerAsync(id, (application, _) => application.WithdrawOffer(Side.Artist, answers), ct);
        return await AnswerAsync(id, refusal, text["Your offer is taken back. {0} is told; you stay on the shortlist.", View.Venue], ct);
    }

    /// <inheritdoc cref="OnPostRefuseAsync"/>
    public async Task<IActionResult> OnPostTakeAsync(Guid id, int termsVersion, int answers, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct)) return NotFound();
        var (_, refusal) = await bookings.AcceptAsync(Side.Artist, id, termsVersion, answers, declineRivals: false, ct);
        return await AnswerAsync(id, refusal, Reviewer is null ? text["You are booked. Everybody is told."] : text["You took the offer. {0} reviews the booking now.", Reviewer], ct);
    }

    private async Task<IActionResult> AnswerAsync(Guid id, Refusal? refusal, string done, CancellationToken ct)
    {
        if (refusal is null)
        {
            TempData["Done"] = done;
            return Redirect($"/artist/applications/{id}");
        }
        await LoadAsync(id, ct);
        ModelState.Refuse(refusal, text);
        return Page();
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken ct)
    {
        if (await negotiations.FindAsync(db.ApplicationsOf(User.Id), Side.Artist, id, ct) is not { } talk) return false;
        Talk = talk;
        Reviewer = await db.Venues.Where(v => v.Id == talk.Slot.VenueId).Join(db.Organisations, v => v.HousePromoterId, o => o.Id, (v, o) => o.Profile.Name).SingleOrDefaultAsync(ct);
        View = await db.SlotViewsOf(db.Slots.Where(s => s.Id == Application.SlotId)).AsNoTracking().SingleAsync(ct);
        BookingId = await db.Bookings.Where(b => b.ApplicationId == id && b.State != BookingState.Rejected).OrderByDescending(b => b.AcceptedAt).Select(b => (Guid?)b.Id).FirstOrDefaultAsync(ct);
        Row = await db.RowsOf(db.Applications.Where(a => a.Id == id)).AsNoTracking().SingleAsync(ct);
        History = await history.OfAsync(id, User.Id, ct);
        Group = await db.GroupNoteAsync(id, ct);
        Changes = TermsChanged ? await changes.SinceAsync(Application.TermsVersion, View, ct) : [];
        Ending = MayTake ? await bookings.EndingAsync(Application, View.Slot, ct) : [];
        return true;
    }
}
