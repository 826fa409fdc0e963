using EasyGig.Domain;
using EasyGig.Domain.Slots;
using EasyGig.Domain.Venues;
using EasyGig.Web.Data;
using EasyGig.Web.Strikes;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Web.Slots;

/// <summary>A slot of a series that could not be made, and why.</summary>
public sealed record LeftOut(LocalWindow Night, Refusal Why);

/// <summary>What became of a series.</summary>
/// <param name="Refusal">Given, nothing was made.</param>
public sealed record SeriesMade(IReadOnlyList<Guid> Slots, IReadOnlyList<LeftOut> LeftOut, Refusal? Refusal);

/// <summary>Makes slots, and changes them.</summary>
public sealed class SlotDesk(EasyGigDb db, StrikeDesk strikes, TimeProvider clock)
{
    /// <summary>Makes the slots of a series in one act: what clashes is left out, the rest is made; when nothing can be, nothing is.</summary>
    /// <param name="publish">Whether they take applications at once; else they are drafts.</param>
    public async Task<SeriesMade> MakeAsync(Venue venue, Stage stage, SlotSeries series, SlotTerms terms, bool publish, CancellationToken ct)
    {
        List<Guid> made = [];
        List<LeftOut> leftOut = [];
        var refusal = series.Refuses() ?? await db.InTurnAsync([Turn.Stage(stage.Id), Turn.Venue(venue.Id)], async () =>
        {
            if (publish && await strikes.FrozenAsync(Side.Venue, venue.Id, ct) is { } frozen) return frozen;
            made.Clear();
            leftOut.Clear();
            foreach (var night in series.Nights)
            {
                var (slots, broken) = SlotsOf(night, series, venue, stage);
                if (broken is not null) leftOut.Add(new(night, broken));
                foreach (var time in slots)
                {
                    // each with terms of its own: when a save is refused, what is stored is read back into them
                    var slot = new Slot(venue, stage, time, terms with { });
                    if (await AddAsync(slot, publish, ct) is not { } clash) made.Add(slot.Id);
                    else if (clash != SlotRefusals.StageTaken) return clash;
                    else leftOut.Add(new(night, await clash.NamedAsync(db, stage.Id, time, null, ct)));
                }
            }
            return made.Count > 0 ? null : leftOut[0].Why;
        }, ct);
        return new(refusal is null ? made : [], leftOut, refusal);
    }

    /// <summary>Lets a draft take applications.</summary>
    public async Task<Refusal?> PublishAsync(Guid slotId, CancellationToken ct)
    {
        var at = await db.Slots.Where(s => s.Id == slotId).Select(s => new { s.StageId, s.VenueId }).SingleAsync(ct);
        return await db.InTurnAsync([Turn.Stage(at.StageId), Turn.Venue(at.VenueId)], async () =>
            await strikes.FrozenAsync(Side.Venue, at.VenueId, ct)
            ?? (await db.Slots.SingleAsync(s => s.Id == slotId, ct)).Publish(clock.GetUtcNow())
            ?? await db.TrySaveAsync(ct), ct);
    }

    /// <summary>Changes where and when a slot is and what it offers; whoever applied is asked whether it still fits.</summary>
    /// <param name="version">The version that was looked at; one changed since is refused.</param>
    /// <param name="confirmed">Whether the director was shown who would be asked; else that refuses it.</param>
    public Task<Refusal?> ChangeAsync(Slot found, uint version, Stage stage, Period time, SlotTerms terms, bool confirmed, CancellationToken ct) =>
        db.InTurnAsync([Turn.Stage(found.StageId), Turn.Stage(stage.Id)], async () =>
        {
            var (now, slot) = (clock.GetUtcNow(), await db.Slots.SingleAsync(s => s.Id == found.Id, ct));
            db.Entry(slot).Property(s => s.Version).OriginalValue = version;
            var live = await db.LiveOf(slot.Id).ToListAsync(ct);
            if (!confirmed && live.Count > 0 && slot.RefusesChange(now) is null) return SlotRefusals.Unconfirmed;
            // a copy for each attempt: when a save is refused, what is stored is read back into the one that the slot took
            return slot.Change(stage, time, terms with { }, live, now) ?? await db.TrySaveAsync(ct);
        }, ct);

    private (IReadOnlyList<Period> Slots, Refusal? Refusal) SlotsOf(LocalWindow night, SlotSeries series, Venue venue, Stage stage)
    {
        var (time, refusal) = night.In(venue.Zone);
        if (refusal is not null) return ([], refusal);
        return clock.GetUtcNow() >= time.Start ? ([], SlotRefusals.InThePast) : series.Split(time, stage.Profile.Changeover);
    }

    private async Task<Refusal?> AddAsync(Slot slot, bool publish, CancellationToken ct)
    {
        db.Add(slot);
        return (publish ? slot.Publish(clock.GetUtcNow()) : null) ?? await db.TrySaveAsync(ct);
    }
}
