using EasyGig.Domain;
using EasyGig.Domain.Bookings;
using EasyGig.Web.Data;
using EasyGig.Web.Holds;
using EasyGig.Web.Strikes;
using EasyGig.Web.WaitingLists;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Web.Bookings;

/// <summary>What time does to bookings of which nobody says anything; the clockwork calls it in their turn.</summary>
public sealed class BookingClock(EasyGigDb db, StrikeDesk strikes, HoldDesk holds, WaitingListDesk waitingLists, TimeProvider clock)
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

    /// <summary>Ends the waiting for a review at the start.</summary>
    public async Task<Refusal?> LapseReviewAsync(Guid id, CancellationToken ct)
    {
        var (booking, on) = await LoadAsync(id, ct);
        if (booking.State is BookingState.PendingReview) await holds.LetBeAsync(on.Slot, booking.ArtistId, ct);
        var stack = await holds.StackAsync(on.Slot, ct);
        if (!booking.LapseReview(on with { Holds = stack }, clock.GetUtcNow())) return null;
        if (await db.TrySaveAsync(ct) is { } refusal) return refusal;
        await holds.LookAgainAsync(on.Slot, stack, ct);
        return null;
    }

    public async Task<Refusal?> RemindOfReleaseAsync(Guid id, CancellationToken ct)
    {
        (await db.Bookings.SingleAsync(b => b.Id == id, ct)).RemindOfRelease(clock.GetUtcNow());
        return await db.TrySaveAsync(ct);
    }

    /// <summary>Answers, at the start, in the venue's place, an artist that said that it cannot play.</summary>
    public async Task<Refusal?> LapseReleaseAsync(Guid id, CancellationToken ct)
    {
        var (booking, on) = await LoadAsync(id, ct);
        if (!booking.LapseRelease(on, clock.GetUtcNow())) return null;
        if (await db.TrySaveAsync(ct) is { } refusal) return refusal;
        await waitingLists.HurryAsync([booking.ArtistId], ct); // the strike may have frozen it
        return null;
    }

    /// <summary>Counts it as played, twelve hours after its end, where nobody said otherwise.</summary>
    public async Task<Refusal?> PlayAsync(Guid id, CancellationToken ct)
    {
        var (booking, on) = await LoadAsync(id, ct);
        return booking.CountsAsPlayed(clock.GetUtcNow()) ? booking.Play(on.Slot, on.Waiting, clock.GetUtcNow()) ?? await db.TrySaveAsync(ct) : null;
    }

    private async Task<(Booking, Footing)> LoadAsync(Guid id, CancellationToken ct)
    {
        var booking = await db.Bookings.SingleAsync(b => b.Id == id, ct);
        var slot = await db.Slots.SingleAsync(s => s.Id == booking.SlotId, ct);
        var application = await db.Applications.SingleAsync(a => a.Id == booking.ApplicationId, ct);
        var waiting = await db.LiveOf(slot.Id).Where(a => a.Id != application.Id).ToListAsync(ct);
        return (booking, new(slot, application, waiting) { Strikes = await strikes.OfBothAsync(booking.ArtistId, booking.VenueId, ct) });
    }
}
