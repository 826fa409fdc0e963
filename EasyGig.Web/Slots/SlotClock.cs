using EasyGig.Domain;
using EasyGig.Domain.Invitations;
using EasyGig.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Web.Slots;

/// <summary>What time does to slots that nobody is booked on; the clockwork calls it in their turn.</summary>
public sealed class SlotClock(EasyGigDb db, TimeProvider clock)
{
    public async Task<IReadOnlyCollection<string>> TurnsAsync(Guid slot, CancellationToken ct)
    {
        var stage = await db.Slots.Where(s => s.Id == slot).Select(s => s.StageId).SingleAsync(ct);
        var artists = await db.Applications.Where(a => a.SlotId == slot && EF.Property<bool>(a, BookingConfiguration.IsLive)).Select(a => a.ArtistId).ToListAsync(ct);
        return [Turn.Stage(stage), .. artists.Select(Turn.Artist)];
    }

    public async Task<Refusal?> LapseAsync(Guid id, CancellationToken ct)
    {
        var slot = await db.Slots.SingleAsync(s => s.Id == id, ct);
        var live = await db.LiveOf(id).ToListAsync(ct);
        var open = await db.Invitations.Where(i => i.SlotId == id && i.State == InvitationState.Sent).ToListAsync(ct);
        return slot.Lapse(live, open, clock.GetUtcNow()) ? await db.TrySaveAsync(ct) : null;
    }
}
