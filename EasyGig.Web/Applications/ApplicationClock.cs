using EasyGig.Domain;
using EasyGig.Web.Data;
using EasyGig.Web.Strikes;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Web.Applications;

/// <summary>What time does to applications that nobody answers; the clockwork calls it in their turn.</summary>
public sealed class ApplicationClock(EasyGigDb db, StrikeDesk strikes, TimeProvider clock)
{
    public async Task<IReadOnlyCollection<string>> TurnsAsync(Guid application, CancellationToken ct)
    {
        var contended = await db.Applications.Where(a => a.Id == application).Join(db.Slots, a => a.SlotId, s => s.Id, (a, s) => new { a.ArtistId, s.StageId, s.VenueId }).SingleAsync(ct);
        return [Turn.Stage(contended.StageId), Turn.Artist(contended.ArtistId), Turn.Venue(contended.VenueId)];
    }

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
}
