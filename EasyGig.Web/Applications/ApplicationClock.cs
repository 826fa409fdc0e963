using EasyGig.Domain;
using EasyGig.Domain.Applications;
using EasyGig.Domain.Slots;
using EasyGig.Web.Data;
using EasyGig.Web.Strikes;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Web.Applications;

/// <summary>What time does to applications, and to offers about them, that nobody answers; the clockwork calls it in their turn.</summary>
public sealed class ApplicationClock(EasyGigDb db, StrikeDesk strikes, TimeProvider clock)
{
    public async Task<IReadOnlyCollection<string>> TurnsAsync(Guid application, CancellationToken ct)
    {
        var contended = await db.Applications.Where(a => a.Id == application).Join(db.Slots, a => a.SlotId, s => s.Id, (a, s) => new { a.ArtistId, s.StageId, s.VenueId }).SingleAsync(ct);
        return [Turn.Stage(contended.StageId), Turn.Artist(contended.ArtistId), Turn.Venue(contended.VenueId)];
    }

    /// <inheritdoc cref="TurnsAsync"/>
    public async Task<IReadOnlyCollection<string>> TurnsOfOfferAsync(Guid offer, CancellationToken ct) => await TurnsAsync(await OfOffer(offer).Select(a => a.Id).SingleAsync(ct), ct);

    public async Task<Refusal?> RemindAsync(Guid id, CancellationToken ct)
    {
        (await db.Applications.SingleAsync(a => a.Id == id, ct)).Remind(clock.GetUtcNow());
        return await db.TrySaveAsync(ct);
    }

    public async Task<Refusal?> ExpireAsync(Guid id, CancellationToken ct)
    {
        var application = await db.Applications.SingleAsync(a => a.Id == id, ct);
        if (!application.Expire(clock.GetUtcNow())) return null;
        await strikes.UnansweredAsync(application, ct);
        return await db.TrySaveAsync(ct);
    }

    public async Task<Refusal?> RemindOfOfferAsync(Guid offer, CancellationToken ct)
    {
        var application = await OfOffer(offer).SingleAsync(ct);
        application.RemindOfOffer(await SlotAsync(application, ct), clock.GetUtcNow());
        return await db.TrySaveAsync(ct);
    }

    public async Task<Refusal?> ExpireOfferAsync(Guid offer, CancellationToken ct)
    {
        var application = await OfOffer(offer).SingleAsync(ct);
        return application.ExpireOffer(await SlotAsync(application, ct), clock.GetUtcNow()) ? await db.TrySaveAsync(ct) : null;
    }

    private IQueryable<Application> OfOffer(Guid offer) => db.Applications.Where(a => a.Offers.Any(o => o.Id == offer));

    private Task<Slot> SlotAsync(Application application, CancellationToken ct) => db.Slots.SingleAsync(s => s.Id == application.SlotId, ct);
}
