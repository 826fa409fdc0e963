using EasyGig.Domain;
using EasyGig.Domain.Bookings;
using EasyGig.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Web.Bookings;

/// <summary>Says how the day of a booking goes; of two who say it at once the second is told.</summary>
/// <remarks>Callers have looked up the booking among the person's own; here nobody is asked who they are.</remarks>
public sealed class DayDesk(EasyGigDb db, TimeProvider clock)
{
    /// <param name="version">The one that stood on the page; 0 when there was none.</param>
    public Task<Refusal?> PlanAsync(Guid bookingId, ShowTimes times, string notes, uint version, CancellationToken ct) =>
        db.InTurnAsync([Turn.Day(bookingId)], async () =>
        {
            var booking = await db.HeldAsync(bookingId, ct);
            var day = await db.RunOfShows.SingleOrDefaultAsync(r => r.Id == bookingId, ct);
            if (day is not null) db.Entry(day).Property(r => r.Version).OriginalValue = version;
            else db.Add(day = new RunOfShow(booking));
            return day.Plan(booking, times, notes, clock.GetUtcNow()) ?? await db.TrySaveAsync(ct);
        }, ct);
}
