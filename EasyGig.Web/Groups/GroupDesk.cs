using EasyGig.Domain;
using EasyGig.Domain.Applications;
using EasyGig.Domain.Bookings;
using EasyGig.Domain.Groups;
using EasyGig.Domain.Holds;
using EasyGig.Domain.Rosters;
using EasyGig.Web.Bookings;
using EasyGig.Web.Data;
using EasyGig.Web.Holds;
using EasyGig.Web.Strikes;
using EasyGig.Web.WaitingLists;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Web.Groups;

/// <summary>Takes the answers to groups, each in turn with whoever wants one of the stages or one of the artists.</summary>
/// <remarks>Callers have looked up the group or the application among the person's own; here nobody is asked who they are.</remarks>
public sealed class GroupDesk(EasyGigDb db, BookingDesk bookings, HoldDesk holds, StrikeDesk strikes, WaitingListDesk waitingLists, TimeProvider clock)
{
    private DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>A venue's yes.</summary>
    /// <param name="termsVersion">The version of the slot's terms that the venue had on the page.</param>
    /// <returns>The booking of that venue, when this was the last yes and all are booked; or why nothing was changed.</returns>
    public async Task<(Guid? Booking, Refusal? Refusal)> AgreeAsync(Guid applicationId, int termsVersion, bool declineRivals, CancellationToken ct)
    {
        IReadOnlyList<Booking> made = [];
        var refusal = await InTurnAsync(await GroupOfAsync(applicationId, ct), [], async (group, on) =>
        {
            if (await strikes.FrozenAsync(Side.Venue, on[applicationId].Venue.Id, ct) is { } frozen) return frozen;
            if (group.IsLast(applicationId))
                foreach (var ground in on.Values.Where(ground => ground.Venue.HousePromoterId is null)) await holds.LetBeAsync(ground.Slot, ground.Application.ArtistId, ct);
            (made, var refusal) = group.Agree(applicationId, on, termsVersion, declineRivals, Now);
            db.AddRange(made);
            return refusal;
        }, ct);
        if (refusal is not null) return (null, refusal == BookingRefusals.StageFree || refusal == BookingRefusals.ArtistFree ? GroupRefusals.NotFree : await holds.NamedAsync(refusal, applicationId, ct));
        return (made.SingleOrDefault(booking => booking.ApplicationId == applicationId)?.Id, null);
    }

    public async Task<Refusal?> TakeBackAsync(Guid applicationId, CancellationToken ct) =>
        await InTurnAsync(await GroupOfAsync(applicationId, ct), [], (group, on) => group.TakeBack(applicationId, on, Now), ct);

    public Task<Refusal?> WithdrawAsync(Guid groupId, CancellationToken ct) => InTurnAsync(groupId, [], (group, on) => group.Withdraw(on), ct);

    /// <summary>Puts another artist of the roster in the place of one.</summary>
    /// <param name="line">Whom, and with what; the slot is that of the application.</param>
    public async Task<Refusal?> SwapAsync(Guid applicationId, GroupLine line, CancellationToken ct)
    {
        var artist = await db.Artists.AsNoTracking().SingleAsync(a => a.Id == line.ArtistId, ct);
        return await InTurnAsync(await GroupOfAsync(applicationId, ct), [Turn.Artist(line.ArtistId)], async (group, on) =>
        {
            if (await strikes.FrozenAsync(Side.Artist, line.ArtistId, ct) is not null) return GroupRefusals.NotNow;
            var consents = (await ConsentingAsync(group.OrganisationId, [line.ArtistId], ct)).Count > 0;
            var (application, refusal) = group.Swap(applicationId, on, artist, new(line.Message, line.Fee, line.TermsVersion, consents), Now);
            if (application is not null) db.Add(application);
            return refusal;
        }, ct);
    }

    /// <summary>The turns that settling a group takes.</summary>
    public async Task<IReadOnlyCollection<string>> TurnsAsync(Guid groupId, CancellationToken ct)
    {
        var contended = await (
            from pair in db.GroupPairs
            join slot in db.Slots on pair.SlotId equals slot.Id
            where pair.GroupId == groupId
            select new { slot.StageId, slot.VenueId, pair.ArtistId }).ToListAsync(ct);
        return (string[])[.. contended.Select(pair => Turn.Stage(pair.StageId)), .. contended.Select(pair => Turn.Venue(pair.VenueId)), .. contended.Select(pair => Turn.Artist(pair.ArtistId))];
    }

    /// <summary>Ends a group that cannot come about any more, or whose time is up. Whoever calls has the turns.</summary>
    public async Task<Refusal?> SettleAsync(Guid groupId, CancellationToken ct)
    {
        var (group, on) = await LoadAsync(groupId, ct);
        return group.Settle(on, Now) ?? await db.TrySaveAsync(ct);
    }

    /// <summary>Which of these artists an organisation may put forward.</summary>
    internal async Task<HashSet<Guid>> ConsentingAsync(Guid organisationId, IReadOnlyCollection<Guid> artists, CancellationToken ct) =>
        [.. await db.RosterEntries.Where(e => e.OrganisationId == organisationId && e.State == RosterState.On && artists.Contains(e.ArtistId)).Select(e => e.ArtistId).ToListAsync(ct)];

    private Task<Refusal?> InTurnAsync(Guid groupId, IEnumerable<string> also, Func<Group, IReadOnlyDictionary<Guid, Ground>, Refusal?> verb, CancellationToken ct) =>
        InTurnAsync(groupId, also, (group, on) => Task.FromResult(verb(group, on)), ct);

    private async Task<Refusal?> InTurnAsync(Guid groupId, IEnumerable<string> also, Func<Group, IReadOnlyDictionary<Guid, Ground>, Task<Refusal?>> verb, CancellationToken ct)
    {
        string[] turns = [.. await TurnsAsync(groupId, ct), .. also];
        return await db.InTurnAsync(turns, async () =>
        {
            var (group, on) = await LoadAsync(groupId, ct);
            if (group.Pairs.Any(pair => !turns.Contains(Turn.Artist(pair.ArtistId)))) return Refusal.Stale; // somebody swapped an artist before it was our turn
            if (await verb(group, on) is { } refusal) return refusal;
            if (await db.TrySaveAsync(ct) is { } broken) return broken;
            await waitingLists.HurryAsync([.. group.Pairs.Select(pair => pair.ArtistId)], ct);
            return null;
        }, ct);
    }

    /// <remarks>Rivals and clashes are others', whose turns are not taken: as when one is booked, all are locked first, in one order.</remarks>
    private async Task<(Group, IReadOnlyDictionary<Guid, Ground>)> LoadAsync(Guid groupId, CancellationToken ct)
    {
        await db.Database.ExecuteSqlAsync($"""
            SELECT FROM applications touched WHERE is_live AND EXISTS (
                SELECT FROM group_pairs p WHERE p.group_id = {groupId} AND (p.slot_id = touched.slot_id OR p.artist_id = touched.artist_id))
            ORDER BY id FOR NO KEY UPDATE
            """, ct);
        var group = await db.Groups.SingleAsync(g => g.Id == groupId, ct);
        var (ids, slotIds) = (group.Pairs.Select(pair => pair.ApplicationId).ToList(), group.Pairs.Select(pair => pair.SlotId).ToList());
        var applications = await db.Applications.Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, ct);
        var slots = await db.Slots.Where(s => slotIds.Contains(s.Id)).ToDictionaryAsync(s => s.Id, ct);
        var venues = await db.Venues.Where(v => db.Slots.Any(s => slotIds.Contains(s.Id) && s.VenueId == v.Id)).ToDictionaryAsync(v => v.Id, ct);
        var consenting = await ConsentingAsync(group.OrganisationId, [.. group.Pairs.Select(pair => pair.ArtistId)], ct);
        var (on, stacks) = (new Dictionary<Guid, Ground>(), new Dictionary<(Guid, DateOnly), HoldStack>());
        foreach (var application in applications.Values)
        {
            var slot = slots[application.SlotId];
            var around = await bookings.AroundAsync(application, slot, ct);
            if (around.Holds is { } stack) around = around with { Holds = stacks.TryAdd((slot.StageId, stack.Day.Date), stack) ? stack : stacks[(slot.StageId, stack.Day.Date)] }; // two pairs of one date move the same holds
            on.Add(application.Id, new(slot, application, venues[slot.VenueId], around, consenting.Contains(application.ArtistId)));
        }
        return (group, on);
    }

    private Task<Guid> GroupOfAsync(Guid applicationId, CancellationToken ct) => db.Applications.Where(a => a.Id == applicationId).Select(a => a.GroupId!.Value).SingleAsync(ct);
}
