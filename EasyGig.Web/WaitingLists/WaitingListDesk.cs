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

    /// <summary>Some applications ended because their artist is booked elsewhere: where one of them was being asked, the clockwork asks the next at once,
    /// in the turn of that stage, which is not the caller's.</summary>
    public async Task HurryAsync(IReadOnlyList<Application> ended, CancellationToken ct)
    {
        var (ids, now) = (ended.Select(application => application.Id).ToArray(), Now);
        if (ids.Length == 0) return;
        var asking = db.Slots.Where(s => s.AskedUntil > now && db.Applications.Any(a => a.SlotId == s.Id && ids.Contains(a.Id) && a.Offers.Any(offer => offer.State == OfferState.Standing && offer.Listed))); // not saved yet
        await asking.ExecuteUpdateAsync(set => set.SetProperty(s => s.AskedUntil, now), ct);
    }

    /// <summary>The turns that an answer of the waiting list takes.</summary>
    public async Task<IReadOnlyCollection<string>> TurnsAsync(Guid slotId, CancellationToken ct)
    {
        var stage = await db.Slots.Where(s => s.Id == slotId).Select(s => s.StageId).SingleAsync(ct);
        var artists = await db.Applications.Where(a => a.SlotId == slotId && (a.State == ApplicationState.Waitlisted || a.State == ApplicationState.Offered)).Select(a => a.ArtistId).ToListAsync(ct);
        return [Turn.Stage(stage), .. artists.Select(Turn.Artist)];
    }

    /// <summary>The time of whoever is asked is over: that application ends, and the next is asked.</summary>
    public async Task<Refusal?> LetPassAsync(Guid slotId, CancellationToken ct)
    {
        var slot = await db.Slots.SingleAsync(s => s.Id == slotId, ct);
        if (slot.AskedUntil is null || slot.AskedUntil > Now) return null;
        (await ListAsync(slotId, ct)).Find(application => application.Asked is not null)?.LetPass(Now);
        await GoOnAsync(slot, ct);
        return await db.TrySaveAsync(ct);
    }

    private Task<List<Application>> ListAsync(Guid slotId, CancellationToken ct) => db.Applications
        .Where(a => a.SlotId == slotId && (a.State == ApplicationState.Waitlisted || a.State == ApplicationState.Offered)).OrderBy(a => a.Id).ToListAsync(ct);

    private async Task AskNextAsync(Slot slot, List<Application> list, CancellationToken ct)
    {
        var (artists, now) = (list.Select(application => application.ArtistId).ToArray(), Now);
        var busy = await db.Bookings.Where(b => artists.Contains(b.ArtistId) && EF.Property<bool>(b, BookingConfiguration.IsActive) && b.Time.Start < slot.Time.End && slot.Time.Start < b.Time.End)
            .Select(b => b.ArtistId).ToListAsync(ct);
        var frozen = await db.Strikes.Where(s => s.FrozenUntil > now && artists.Contains(s.ArtistId!.Value)).Select(s => s.ArtistId!.Value).ToListAsync(ct);
        var answerTime = (await db.Venues.SingleAsync(v => v.Id == slot.VenueId, ct)).AnswerTime;
        var stack = await holds.StackAsync(slot, ct);
        WaitingList.AskNext(slot, list.Where(application => !busy.Contains(application.ArtistId) && !frozen.Contains(application.ArtistId) && stack.RefusesBooking(application.ArtistId) != HoldRefusals.DateHeld), answerTime, now);
    }
}
