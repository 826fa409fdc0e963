using EasyGig.Domain;
using EasyGig.Domain.Slots;
using EasyGig.Domain.Venues;
using EasyGig.Web.Data;
using EasyGig.Web.Localization;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Web.Venues;

/// <summary>A stage's changeover, as its slots feel it.</summary>
internal static class Changeover
{
    /// <summary>Saves a stage, and with it the slots to come, which the database keeps to its changeover; or neither, when two
    /// would clash. Call it in the stage's turn.</summary>
    public static async Task<Refusal?> TrySaveStageAsync(this EasyGigDb db, CancellationToken ct)
    {
        var refusal = await db.TrySaveAsync(ct);
        return refusal == SlotRefusals.StageTaken ? VenueRefusals.StageChangeoverClash : refusal;
    }

    /// <summary>After a changeover was refused, names the first two slots that stand too close for it.</summary>
    /// <param name="minutes">The changeover that was wanted.</param>
    public static async Task<Refusal> NamedAsync(this Refusal refusal, EasyGigDb db, Guid stageId, int minutes, TimeZoneInfo zone, DateTimeOffset now, CancellationToken ct)
    {
        if (refusal != VenueRefusals.StageChangeoverClash) return refusal;
        var active = db.Slots.Where(s => s.StageId == stageId && s.State != SlotState.Cancelled && s.State != SlotState.Lapsed);
        var clash = await (
            from first in active
            from second in active
            let busyUntil = first.Time.End.AddMinutes(minutes)
            where first.Time.Start > now && first.Time.Start < second.Time.Start && second.Time.Start < busyUntil
            orderby first.Time.Start
            select new { First = first.Time, Second = second.Time }).FirstOrDefaultAsync(ct);
        return clash is null ? refusal : refusal.About(minutes, TimeFormat.Span(clash.First, zone), TimeFormat.Span(clash.Second, zone));
    }
}
