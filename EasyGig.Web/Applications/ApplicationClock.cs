using EasyGig.Domain;
using EasyGig.Domain.Applications;
using EasyGig.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Web.Applications;

/// <summary>What time does to applications that nobody answers; the clockwork calls it in their turn.</summary>
public sealed class ApplicationClock(EasyGigDb db, TimeProvider clock)
{
    public async Task<IReadOnlyCollection<string>> TurnsAsync(Guid application, CancellationToken ct)
    {
        var contended = await db.Applications.Where(a => a.Id == application).Join(db.Slots, a => a.SlotId, s => s.Id, (a, s) => new { a.ArtistId, s.StageId }).SingleAsync(ct);
        return [Turn.Stage(contended.StageId), Turn.Artist(contended.ArtistId)];
    }

    public Task<Refusal?> RemindAsync(Guid application, CancellationToken ct) => ActAsync(application, (found, now) => found.Remind(now), ct);

    public Task<Refusal?> ExpireAsync(Guid application, CancellationToken ct) => ActAsync(application, (found, now) => found.Expire(now), ct);

    private async Task<Refusal?> ActAsync(Guid id, Action<Application, DateTimeOffset> act, CancellationToken ct)
    {
        act(await db.Applications.SingleAsync(a => a.Id == id, ct), clock.GetUtcNow());
        return await db.TrySaveAsync(ct);
    }
}
