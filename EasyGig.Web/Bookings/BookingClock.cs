using EasyGig.Domain;
using EasyGig.Domain.Bookings;
using EasyGig.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Web.Bookings;

/// <summary>What time does to bookings of which nobody says anything; the clockwork calls it in their turn.</summary>
public sealed class BookingClock(EasyGigDb db, TimeProvider clock)
{
    public async Task<IReadOnlyCollection<string>> TurnsAsync(Guid booking, CancellationToken ct)
    {
        var contended = await db.Bookings.Where(b => b.Id == booking).Select(b => new { b.StageId, b.ArtistId }).SingleAsync(ct);
        return [Turn.Stage(contended.StageId), Turn.Artist(contended.ArtistId)];
    }

    public async Task<Refusal?> OverdueAsync(Guid id, CancellationToken ct)
    {
        var booking = await db.Bookings.SingleAsync(b => b.Id == id, ct);
        booking.LetDirectorDecide(clock.GetUtcNow());
        return await db.TrySaveAsync(ct);
    }

    /// <summary>Counts it as played, twelve hours after its end, where nobody said otherwise.</summary>
    public async Task<Refusal?> PlayAsync(Guid id, CancellationToken ct)
    {
        var booking = await db.Bookings.SingleAsync(b => b.Id == id, ct);
        var slot = await db.Slots.SingleAsync(s => s.Id == booking.SlotId, ct);
        var waiting = await db.LiveOf(slot.Id).Where(a => a.Id != booking.ApplicationId).ToListAsync(ct);
        return booking.CountsAsPlayed(clock.GetUtcNow()) ? booking.Play(slot, waiting, clock.GetUtcNow()) ?? await db.TrySaveAsync(ct) : null;
    }
}
