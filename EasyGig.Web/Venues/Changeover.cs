using EasyGig.Domain;
using EasyGig.Domain.Slots;
using EasyGig.Domain.Venues;
using EasyGig.Web.Data;
using EasyGig.Web.Localization;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace EasyGig.Web.Venues;

/// <summary>A stage's changeover, as its slots feel it.</summary>
internal static class Changeover
{
    /// <summary>Makes a stage's slots to come keep the changeover that it has now; or none of them, when two would clash.
    /// Call it in the stage's turn.</summary>
    /// <remarks>The database computes <c>busy_until</c> anew whenever it is written, whatever is written.</remarks>
    public static async Task<Refusal?> RewriteSlotsAsync(this EasyGigDb db, Guid stageId, DateTimeOffset now, CancellationToken ct)
    {
        try
        {
            await db.Database.ExecuteSqlAsync($"""
                UPDATE slots SET busy_until = ends_at
                WHERE stage_id = {stageId} AND starts_at > {now} AND state IN ('draft', 'open', 'booked')
                """, ct);
            return null;
        }
        catch (PostgresException e) when (e.ConstraintName == SlotRefusals.StageTaken.Rule)
        {
            return VenueRefusals.StageChangeoverClash;
        }
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
