using EasyGig.Domain;
using EasyGig.Domain.Applications;
using EasyGig.Domain.Bookings;
using EasyGig.Domain.Slots;
using EasyGig.Web.Applications;
using EasyGig.Web.Bookings;
using EasyGig.Web.Components;
using EasyGig.Web.Data;
using EasyGig.Web.Facts;
using EasyGig.Web.Identity;
using EasyGig.Web.Localization;
using EasyGig.Web.Slots;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace EasyGig.Web.Pages.Artist.Applications;

/// <summary>One application: what it answers, where it stands, how it came there; the artist confirms it, withdraws it, takes or refuses the offer.</summary>
public sealed class DetailsModel(EasyGigDb db, ApplicationDesk desk, BookingDesk bookings, TermsChanges changes, History history, TimeProvider clock, IStringLocalizer<Text> text) : PageModel
{
    public Application Application { get; private set; } = null!;
    public SlotView View { get; private set; } = null!;

    /// <summary>Where it stands, as far as the artist has been told.</summary>
    public ApplicationState State { get; private set; }
    public string ArtistName { get; private set; } = "";
    public Guid? BookingId { get; private set; }

    /// <summary>The organisation that would review the booking.</summary>
    public string? Reviewer { get; private set; }
    public IReadOnlyList<TimelineLine> History { get; private set; } = [];

    /// <summary>The artist's other applications at that time, which end with the booking: venue and day.</summary>
    public IReadOnlyList<string> Ending { get; private set; } = [];

    /// <summary>What the slot says differently since the artist answered it.</summary>
    public IReadOnlyList<TermsChange> Changes { get; private set; } = [];

    public bool MayWithdraw => ApplicationSteps.All.Allows(Application.State, ApplicationState.Withdrawn);
    public bool MayTake => !TermsChanged && Application.State is ApplicationState.Offered && View.Slot.StateAt(clock.GetUtcNow()) is SlotState.Open;
    public bool TermsChanged => MayWithdraw && Application.TermsVersion != View.Slot.TermsVersion;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => await LoadAsync(id, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostWithdrawAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct)) return NotFound();
        return await AnswerAsync(id, await desk.WithdrawAsync(id, ct), text["Your application is withdrawn. {0} is told.", View.Venue], ct);
    }

    public async Task<IActionResult> OnPostConfirmAsync(Guid id, int termsVersion, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct)) return NotFound();
        return await AnswerAsync(id, await desk.ConfirmTermsAsync(id, termsVersion, ct), text["{0} reads that it still fits.", View.Venue], ct);
    }

    public async Task<IActionResult> OnPostRefuseAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct)) return NotFound();
        return await AnswerAsync(id, await desk.RefuseOfferAsync(id, ct), text["You refused the offer. {0} is told; you stay on the shortlist.", View.Venue], ct);
    }

    public async Task<IActionResult> OnPostTakeAsync(Guid id, int termsVersion, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct)) return NotFound();
        var (_, refusal) = await bookings.TakeAsync(id, termsVersion, ct);
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
        var found = await (
            from application in db.ApplicationsOf(User.Id)
            join artist in db.Artists on application.ArtistId equals artist.Id
            join slot in db.Slots on application.SlotId equals slot.Id
            join venue in db.Venues on slot.VenueId equals venue.Id
            from reviewer in db.Organisations.Where(o => o.Id == venue.HousePromoterId).DefaultIfEmpty()
            where application.Id == id
            select new { application, Artist = artist.Profile.Name, Reviewer = reviewer.Profile.Name }).AsNoTracking().SingleOrDefaultAsync(ct);
        if (found is null) return false;
        (Application, ArtistName, Reviewer) = (found.application, found.Artist, found.Reviewer);
        View = await db.SlotViewsOf(db.Slots.Where(s => s.Id == Application.SlotId)).AsNoTracking().SingleAsync(ct);
        BookingId = await db.Bookings.Where(b => b.ApplicationId == id && b.State != BookingState.Rejected).OrderByDescending(b => b.AcceptedAt).Select(b => (Guid?)b.Id).FirstOrDefaultAsync(ct);
        State = await db.RowsOf(db.Applications.Where(a => a.Id == id)).Select(row => row.State).SingleAsync(ct);
        History = await history.OfAsync(id, User.Id, ct);
        Changes = TermsChanged ? await changes.SinceAsync(Application.TermsVersion, View, ct) : [];
        Ending = MayTake ? await bookings.EndingAsync(Application, View.Slot, ct) : [];
        return true;
    }
}
