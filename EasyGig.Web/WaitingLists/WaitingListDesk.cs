using EasyGig.Domain;
using EasyGig.Domain.Applications;
using EasyGig.Domain.Holds;
using EasyGig.Domain.Offers;
using EasyGig.Domain.Slots;
using EasyGig.Domain.WaitingLists;
using EasyGig.Web.Data;
using EasyGig.Web.Holds;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Web.WaitingLists;

/// <summary>Offers a slot that is open again to those who wait for it, in order. It happens in the turn of the slot's stage, within the act that brings it about.</summary>
/// <remarks>Callers have looked up the slot among the person's own; here nobody is asked who they are.</remarks>
public sealed class WaitingListDesk(EasyGigDb db, HoldDesk holds, TimeProvider clock)
{
    private DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>A booking fell, and its slot is open again: whoever is first is asked. The caller saves.</summary>
    public async Task BeginAsync(Slot slot, CancellationToken ct)
    {
        if (slot.StateAt(Now) is not SlotState.Open) return;
        var list = await ListAsync(slot.Id, ct);
        if (WaitingList.InOrder(list).Any()) await AskNextAsync(slot, list, ct);
    }

    /// <summary>Whoever was asked has answered, or something else became of the application: the next is asked. The caller saves.</summary>
    public async Task GoOnAsync(Slot slot, CancellationToken ct)
    {
        if (slot.AskedUntil is null) return;
        var list = await ListAsync(slot.Id, ct);
        if (list.All(application => application.Asked is null)) await AskNextAsync(slot, list, ct);
    }

    /// <summary>Ends the asking: the venue decides itself again whom it takes.</summary>
    public async Task<Refusal?> StopAsync(Guid slotId, CancellationToken ct) => await db.InTurnAsync(await TurnsAsync(slotId, ct), async () =>
    {
        var slot = await db.Slots.SingleAsync(s => s.Id == slotId, ct);
        var asked = (await ListAsync(slotId, ct)).Find(application => application.Asked is not null);
        return WaitingList.Stop(slot, asked) ?? await db.TrySaveAsync(ct);
    }, ct);

    /// <summary>Artists were booked, or frozen: where one of them was being asked and cannot take that slot any more, the clockwork asks the next at once,
    /// in the turn of its stage, which is not the caller's. What happened has been saved.</summary>
    public async Task HurryAsync(IReadOnlyCollection<Guid> artists, CancellationToken ct)
    {
        var now = Now;
        var asked = db.Applications.Where(a => a.Offers.Any(offer => offer.State == OfferState.Standing && offer.Listed));
        var unable = asked.Where(a => db.Strikes.Any(strike => strike.ArtistId == a.ArtistId && strike.FrozenUntil > now)
            || db.Bookings.Any(b => b.ArtistId == a.ArtistId && EF.Property<bool>(b, BookingConfiguration.IsActive) && db.Slots.Any(s => s.Id == a.SlotId && b.Time.Start < s.Time.End && s.Time.Start < b.Time.End)));
        var slots = db.Slots.Where(s => db.Applications.Any(a => a.SlotId == s.Id && artists.Contains(a.ArtistId)) && (!asked.Any(a => a.SlotId == s.Id) || unable.Any(a => a.SlotId == s.Id)));
        await slots.LookAgainAsync(now, ct);
    }

    /// <summary>The turns that an answer of the waiting list takes.</summary>
    public async Task<IReadOnlyCollection<string>> TurnsAsync(Guid slotId, CancellationToken ct)
    {
        var stage = await db.Slots.Where(s => s.Id == slotId).Select(s => s.StageId).SingleAsync(ct);
        var artists = await db.Applications.Where(a => a.SlotId == slotId && (a.State == ApplicationState.Waitlisted || a.State == ApplicationState.Offered || a.State == ApplicationState.Submitted)).Select(a => a.ArtistId).ToListAsync(ct);
        return [Turn.Stage(stage), .. artists.Select(Turn.Artist)];
    }

    /// <summary>The time of whoever is asked is over, or somebody let the clockwork look again: the next is asked where it is so.</summary>
    public async Task<Refusal?> LookAgainAsync(Guid slotId, CancellationToken ct)
    {
        var slot = await db.Slots.SingleAsync(s => s.Id == slotId, ct);
        if (slot.AskedUntil is null || slot.AskedUntil > Now) return null;
        var list = await ListAsync(slotId, ct);
        WaitingList.LookAgain(slot, list, await AbleAsync(slot, list, ct), await AnswerTimeAsync(slot, ct), Now);
        Outlast(slot, list);
        return await db.TrySaveAsync(ct);
    }

    /// <summary>Those who wait, whoever is asked, and those who applied anew.</summary>
    private Task<List<Application>> ListAsync(Guid slotId, CancellationToken ct) => db.Applications
        .Where(a => a.SlotId == slotId && (a.State == ApplicationState.Waitlisted || a.State == ApplicationState.Offered || a.State == ApplicationState.Submitted)).OrderBy(a => a.Id).ToListAsync(ct);

    private async Task AskNextAsync(Slot slot, List<Application> list, CancellationToken ct)
    {
        WaitingList.AskNext(slot, await AbleAsync(slot, list, ct), await AnswerTimeAsync(slot, ct), Now);
        Outlast(slot, list);
    }

    private static void Outlast(Slot slot, List<Application> list) => list.ForEach(application => application.Outlast(slot));

    private async Task<TimeSpan> AnswerTimeAsync(Slot slot, CancellationToken ct) => (await db.Venues.SingleAsync(v => v.Id == slot.VenueId, ct)).AnswerTime;

    /// <summary>Those who could play on the slot, as far as their other bookings, strikes and the holds of the date let them.</summary>
    private async Task<List<Application>> AbleAsync(Slot slot, List<Application> list, CancellationToken ct)
    {
        var (artists, now) = (list.Select(application => application.ArtistId).ToArray(), Now);
        var busy = await db.Bookings.Where(b => artists.Contains(b.ArtistId) && EF.Property<bool>(b, BookingConfiguration.IsActive) && b.Time.Start < slot.Time.End && slot.Time.Start < b.Time.End)
            .Select(b => b.ArtistId).ToListAsync(ct);
        var frozen = await db.Strikes.Where(s => s.FrozenUntil > now && artists.Contains(s.ArtistId!.Value)).Select(s => s.ArtistId!.Value).ToListAsync(ct);
        var stack = await holds.StackAsync(slot, ct);
        return list.FindAll(application => !busy.Contains(application.ArtistId) && !frozen.Contains(application.ArtistId) && stack.RefusesBooking(application.ArtistId) != HoldRefusals.DateHeld);
    }
}
