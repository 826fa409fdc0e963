using EasyGig.Domain;
using EasyGig.Domain.Applications;
using EasyGig.Domain.Artists;
using EasyGig.Domain.Genres;
using EasyGig.Domain.Offers;
using EasyGig.Domain.Slots;
using EasyGig.Web.Applications;
using EasyGig.Web.Data;
using EasyGig.Web.Genres;
using EasyGig.Web.Holds;
using EasyGig.Web.Identity;
using EasyGig.Web.Localization;
using EasyGig.Web.Slots;
using EasyGig.Web.WaitingLists;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace EasyGig.Web.Pages.Director.Slots;

/// <summary>One slot: what it offers, how it stands, who applied, and what the director may do with it.</summary>
public sealed class DetailsModel(EasyGigDb db, SlotDesk desk, WaitingListDesk waitingLists, GenreCatalogue genres, FitRanking ranking, HoldReader holds, IStringLocalizer<Text> text, TimeProvider clock) : PageModel
{
    /// <summary>How many applicants the page shows; the list of applications holds them all.</summary>
    public const int MostApplicants = 50;

    public DateTimeOffset Now { get; } = clock.GetUtcNow();
    public SlotTitle Slot { get; private set; } = null!;
    public SlotOffer Offer { get; private set; } = null!;
    public IReadOnlyList<string> GenreNames => genres.NamesOf(Offer.Genres);
    public IReadOnlyList<SlotApplicant> Applicants { get; private set; } = [];
    public IReadOnlyList<Invited> Invited { get; private set; } = [];

    /// <summary>Those who wait for it, in the order in which they are asked; whoever is being asked comes first.</summary>
    public IReadOnlyList<InWaiting> Waiting { get; private set; } = [];
    public SlotBooking? Booking { get; private set; }

    /// <summary>Who holds its date.</summary>
    public StackView Stack { get; private set; } = null!;

    /// <summary>Whether there are several to say no to at once.</summary>
    public bool MayDecline => Applicants.Count(applicant => applicant.Fit is not null && applicant.State is not ApplicationState.Accepted) > 1;

    public SlotState State => Slot.StateAt(Now);
    public bool MayChange => State is SlotState.Draft or SlotState.Open;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (await db.SlotTitlesOf(User.Id).SingleOrDefaultAsync(s => s.Id == id, ct) is not { } slot) return NotFound();
        Slot = slot;
        Offer = await db.Slots.Where(s => s.Id == id).Select(s => new SlotOffer(s.Terms.Genres, s.Terms.Category, s.Terms.Negotiable, s.Terms.Notes, s.BusyUntil)).SingleAsync(ct);
        Applicants = await ApplicantsAsync(id, ct);
        Stack = (await holds.FindAsync(User.Id, slot.StageId, slot.Time.Start, slot.Zone, ct))!;
        Invited = await db.InvitedTo(id).ToListAsync(ct);
        Waiting = await db.WaitingFor(id).ToListAsync(ct);
        Booking = await (
            from booking in db.Bookings
            join artist in db.Artists on booking.ArtistId equals artist.Id
            where booking.SlotId == id && EF.Property<bool>(booking, BookingConfiguration.IsActive)
            select new SlotBooking(booking.Id, artist.Profile.Name, booking.State)).SingleOrDefaultAsync(ct);
        return Page();
    }

    /// <summary>Those who fit best first; after them those who are not in the running any more.</summary>
    private async Task<IReadOnlyList<SlotApplicant>> ApplicantsAsync(Guid slot, CancellationToken ct)
    {
        var fits = await ranking.OfSlotAsync(slot, ct);
        var applicants = await (
            from application in db.Applications
            join artist in db.Artists on application.ArtistId equals artist.Id
            where application.SlotId == slot
            orderby EF.Property<bool>(application, BookingConfiguration.IsLive) descending, application.SubmittedAt, application.Id
            select new SlotApplicant(application.Id, artist.Profile.Name, application.Fee,
                application.Offers.Where(o => o.State == OfferState.Standing || o.State == OfferState.Accepted).OrderByDescending(o => o.Number).Select(o => (decimal?)o.Fee.Amount).FirstOrDefault(), application.Message.Substring(0, 160), application.State, application.SubmittedAt))
            .Take(FitRanking.Most).ToListAsync(ct);
        return [.. applicants.Select(applicant => applicant with { Fit = fits.GetValueOrDefault(applicant.Id) }).OrderByDescending(applicant => applicant.Fit?.Score ?? -1).Take(MostApplicants + 1)];
    }

    public async Task<IActionResult> OnPostPublishAsync(Guid id, CancellationToken ct) => await db.SlotsOf(User.Id).AnyAsync(s => s.Id == id, ct)
        ? await AnswerAsync(id, await desk.PublishAsync(id, ct), "The slot is published. Artists can apply now.", ct) : NotFound();

    public async Task<IActionResult> OnPostStopAsync(Guid id, CancellationToken ct) => await db.SlotsOf(User.Id).AnyAsync(s => s.Id == id, ct)
        ? await AnswerAsync(id, await waitingLists.StopAsync(id, ct), "Nobody is asked any more. Now choose yourself.", ct) : NotFound();

    private async Task<IActionResult> AnswerAsync(Guid id, Refusal? refusal, string done, CancellationToken ct)
    {
        if (refusal is null)
        {
            TempData["Done"] = text[done].Value;
            return RedirectToPage(new { id });
        }
        ModelState.Refuse(refusal, text);
        return await OnGetAsync(id, ct);
    }
}

/// <summary>What a slot offers beside time and fee.</summary>
/// <param name="BusyUntil">The end of the changeover after it.</param>
public sealed record SlotOffer(GenreSet Genres, Category? Category, bool Negotiable, string Notes, DateTimeOffset BusyUntil);

/// <param name="Asked">What it applied with.</param>
/// <param name="Offered">The fee of the offer that stands or was accepted.</param>
/// <param name="Message">Its first 160 characters.</param>
public sealed record SlotApplicant(Guid Id, string Artist, Money Asked, decimal? Offered, string Message, ApplicationState State, DateTimeOffset SubmittedAt)
{
    public Money Fee => Offered is { } amount ? new(amount, Asked.Currency) : Asked;

    /// <summary>Null for those who are not in the running.</summary>
    public Fit? Fit { get; init; }
}

public sealed record SlotBooking(Guid Id, string Artist, Domain.Bookings.BookingState State);
