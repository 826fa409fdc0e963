using EasyGig.Domain;
using EasyGig.Domain.Applications;
using EasyGig.Domain.Bookings;
using EasyGig.Domain.Invitations;
using EasyGig.Domain.Offers;
using EasyGig.Domain.Slots;
using EasyGig.Web.Data;
using EasyGig.Web.Localization;
using EasyGig.Web.Strikes;
using EasyGig.Web.WaitingLists;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Web.Applications;

/// <summary>Takes applications in and back, each in turn with whoever wants the same stage or the same artist.</summary>
/// <remarks>Callers have looked up the artist or the application among the person's own; here nobody is asked who they are.</remarks>
public sealed class ApplicationDesk(EasyGigDb db, StrikeDesk strikes, WaitingListDesk waitingLists, TimeProvider clock)
{
    /// <param name="fee">In the slot's currency.</param>
    /// <param name="termsVersion">The version of the terms that the artist read.</param>
    /// <returns>The application's id, or why there is none, with what it clashes with.</returns>
    public async Task<(Guid? Application, Refusal? Refusal)> SubmitAsync(
        Guid slotId, Guid artistId, string message, decimal fee, int termsVersion, CancellationToken ct)
    {
        Guid? made = null;
        var stage = await db.Slots.Where(s => s.Id == slotId).Select(s => s.StageId).SingleAsync(ct);
        var refusal = await db.InTurnAsync([Turn.Stage(stage), Turn.Artist(artistId)], async () =>
        {
            if (await strikes.FrozenAsync(Side.Artist, artistId, ct) is { } frozen) return frozen;
            var slot = await db.Slots.SingleAsync(s => s.Id == slotId, ct);
            var artist = await db.Artists.SingleAsync(a => a.Id == artistId, ct);
            var (application, refusal) = Application.Submit(slot, artist, message, fee, termsVersion, clock.GetUtcNow());
            if (application is null) return refusal;
            db.Add(application);
            made = application.Id;
            (await db.Invitations.SingleOrDefaultAsync(i => i.SlotId == slotId && i.ArtistId == artistId && i.State == InvitationState.Sent, ct))?.Answer();
            return await db.TrySaveAsync(ct);
        }, ct);
        return refusal is null ? (made, null) : (null, await NamedAsync(refusal, slotId, artistId, ct));
    }

    /// <param name="termsVersion">The version of the terms that the artist read.</param>
    public Task<Refusal?> ConfirmTermsAsync(Guid applicationId, int termsVersion, CancellationToken ct) => AnswerAsync(applicationId, (application, slot) =>
    {
        if (application.Standing is null) db.Entry(application).ComplexProperty(a => a.Fee).Property(fee => fee.Amount).IsModified = true; // written again, it is held against the range as it is now
        return application.ConfirmTerms(slot, termsVersion);
    }, ct);

    /// <summary>Puts terms to the other side.</summary>
    /// <inheritdoc cref="Application.Offer"/>
    public Task<Refusal?> OfferAsync(Guid applicationId, Side by, Terms terms, string note, int termsVersion, int answers, CancellationToken ct) =>
        AnswerAsync(applicationId, (application, slot) => application.Offer(by, slot, terms, note, termsVersion, answers, clock.GetUtcNow()), ct, offers: by);

    /// <summary>Runs one of an application's verbs.</summary>
    /// <param name="offers">The side that puts terms forward by it, which a freeze forbids.</param>
    public async Task<Refusal?> AnswerAsync(Guid applicationId, Func<Application, Slot, Refusal?> verb, CancellationToken ct, Side? offers = null)
    {
        var contended = await db.Applications.Where(a => a.Id == applicationId)
            .Join(db.Slots, a => a.SlotId, s => s.Id, (a, s) => new { a.ArtistId, a.SlotId, s.StageId, s.VenueId }).SingleAsync(ct);
        var refusal = await db.InTurnAsync([Turn.Stage(contended.StageId), Turn.Artist(contended.ArtistId), Turn.Venue(contended.VenueId)], async () =>
        {
            if (offers is { } side && await strikes.FrozenAsync(side, side is Side.Artist ? contended.ArtistId : contended.VenueId, ct) is { } frozen) return frozen;
            var application = await db.Applications.SingleAsync(a => a.Id == applicationId, ct);
            var slot = await db.Slots.SingleAsync(s => s.Id == application.SlotId, ct);
            return verb(application, slot) ?? await SaveAsync(slot, ct);
        }, ct);
        return refusal is null ? null : await NamedAsync(refusal, contended.SlotId, contended.ArtistId, ct);
    }

    /// <summary>Says no to several applications of one slot at once: to all of them or to none.</summary>
    /// <param name="applications">All of that slot.</param>
    public async Task<Refusal?> DeclineAsync(Guid slotId, IReadOnlyCollection<Guid> applications, string? reason, CancellationToken ct)
    {
        var stage = await db.Slots.Where(s => s.Id == slotId).Select(s => s.StageId).SingleAsync(ct);
        var artists = await db.Applications.Where(a => applications.Contains(a.Id)).Select(a => a.ArtistId).ToListAsync(ct);
        return await db.InTurnAsync([Turn.Stage(stage), .. artists.Select(Turn.Artist)], async () =>
        {
            foreach (var application in await db.Applications.Where(a => a.SlotId == slotId && applications.Contains(a.Id)).OrderBy(a => a.Id).ToListAsync(ct))
                if (application.Decline(reason) is { } refusal) return refusal;
            return await SaveAsync(await db.Slots.SingleAsync(s => s.Id == slotId, ct), ct);
        }, ct);
    }

    /// <summary>Saves, and lets the waiting list go on where whoever was asked has answered by this.</summary>
    private async Task<Refusal?> SaveAsync(Slot slot, CancellationToken ct)
    {
        await waitingLists.GoOnAsync(slot, ct);
        return await db.TrySaveAsync(ct);
    }

    /// <summary>The refusal with what it is about: the slot's range, or where the artist plays at that time.</summary>
    public async Task<Refusal> NamedAsync(Refusal refusal, Guid slotId, Guid artistId, CancellationToken ct)
    {
        var slot = await db.Slots.AsNoTracking().SingleAsync(s => s.Id == slotId, ct);
        if (refusal.Rule == ApplicationRefusals.FeeRange.Rule || refusal.Rule == OfferRefusals.FeeRange.Rule)
            return refusal.About(MoneyFormat.Range(slot.Terms.Lowest, slot.Terms.Highest));
        if (refusal != ApplicationRefusals.ArtistFree) return refusal;
        var clash = await (
            from booking in db.Bookings
            join venue in db.Venues on booking.VenueId equals venue.Id
            where booking.ArtistId == artistId && booking.State == BookingState.Confirmed
                && booking.Time.Start < slot.Time.End && slot.Time.Start < booking.Time.End
            select new { booking.Time, venue.Profile.Name, venue.Profile.TimeZone }).FirstOrDefaultAsync(ct);
        return clash is null ? refusal
            : refusal.About(clash.Name, TimeFormat.Span(clash.Time, TimeZoneInfo.FindSystemTimeZoneById(clash.TimeZone)));
    }
}
