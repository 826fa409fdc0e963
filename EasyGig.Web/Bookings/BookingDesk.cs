using EasyGig.Domain;
using EasyGig.Domain.Applications;
using EasyGig.Domain.Bookings;
using EasyGig.Domain.Slots;
using EasyGig.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Web.Bookings;

/// <summary>Makes bookings and decides on them, each in turn with whoever wants the same stage or the same artist.</summary>
/// <remarks>Callers have looked up the record among the person's own; here nobody is asked who they are.</remarks>
public sealed class BookingDesk(EasyGigDb db, TimeProvider clock)
{
    /// <summary>Books the artist of an application on its slot.</summary>
    /// <returns>The booking's id, or why there is none.</returns>
    public async Task<(Guid? Booking, Refusal? Refusal)> AcceptAsync(Guid applicationId, bool declineRivals, CancellationToken ct)
    {
        Guid? made = null;
        var refusal = await db.InTurnAsync(await KeysAsync(applicationId, ct), async () =>
        {
            var (application, slot) = await LoadAsync(applicationId, ct);
            var venue = await db.Venues.SingleAsync(v => v.Id == slot.VenueId, ct);
            var (booking, refusal) = Booking.Accept(venue, slot, application, await AroundAsync(application, slot, ct), declineRivals, clock.GetUtcNow());
            if (booking is null) return refusal;
            db.Add(booking);
            made = booking.Id;
            return await db.TrySaveAsync(ct);
        }, ct);
        return refusal is null ? (made, null) : (null, refusal);
    }

    public Task<Refusal?> ApproveAsync(Guid bookingId, Reviewer by, CancellationToken ct) => DecideAsync(bookingId, (booking, application, slot, around) =>
        booking.Approve(by, around, clock.GetUtcNow()), ct);

    public Task<Refusal?> RejectAsync(Guid bookingId, Reviewer by, string reason, CancellationToken ct) => DecideAsync(bookingId, (booking, application, slot, _) =>
        booking.Reject(by, slot, application, reason, clock.GetUtcNow()), ct);

    /// <summary>The live applications that accepting this one would touch.</summary>
    public async Task<Surroundings> AroundAsync(Application application, Slot slot, CancellationToken ct)
    {
        var live = db.Applications.Where(a => EF.Property<bool>(a, BookingConfiguration.IsLive) && a.Id != application.Id);
        var rivals = await live.Where(a => a.SlotId == slot.Id).OrderBy(a => a.SubmittedAt).ToListAsync(ct);
        var overlapping = await (
            from other in live
            join at in db.Slots on other.SlotId equals at.Id
            where other.ArtistId == application.ArtistId && other.SlotId != slot.Id && other.State != ApplicationState.Accepted
                && at.Time.Start < slot.Time.End && slot.Time.Start < at.Time.End
            select other).ToListAsync(ct);
        return new(rivals, overlapping);
    }

    private async Task<Refusal?> DecideAsync(Guid bookingId, Func<Booking, Application, Slot, Surroundings, Refusal?> decide, CancellationToken ct)
    {
        var applicationId = await db.Bookings.Where(b => b.Id == bookingId).Select(b => b.ApplicationId).SingleAsync(ct);
        return await db.InTurnAsync(await KeysAsync(applicationId, ct), async () =>
        {
            var booking = await db.Bookings.SingleAsync(b => b.Id == bookingId, ct);
            var (application, slot) = await LoadAsync(applicationId, ct);
            return decide(booking, application, slot, await AroundAsync(application, slot, ct)) ?? await db.TrySaveAsync(ct);
        }, ct);
    }

    private async Task<(Application, Slot)> LoadAsync(Guid applicationId, CancellationToken ct)
    {
        var application = await db.Applications.SingleAsync(a => a.Id == applicationId, ct);
        return (application, await db.Slots.SingleAsync(s => s.Id == application.SlotId, ct));
    }

    private async Task<string[]> KeysAsync(Guid applicationId, CancellationToken ct)
    {
        var contended = await (
            from application in db.Applications
            join slot in db.Slots on application.SlotId equals slot.Id
            where application.Id == applicationId
            select new { slot.StageId, application.ArtistId }).SingleAsync(ct);
        return [Turn.Stage(contended.StageId), Turn.Artist(contended.ArtistId)];
    }
}
