using EasyGig.Domain;
using EasyGig.Domain.Holds;
using EasyGig.Domain.Slots;
using EasyGig.Domain.Venues;
using EasyGig.Domain.WaitingLists;
using EasyGig.Web.Data;
using EasyGig.Web.Localization;
using EasyGig.Web.Strikes;
using EasyGig.Web.WaitingLists;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Web.Holds;

/// <summary>Lets sides act on holds, each in turn with whoever wants the same stage.</summary>
/// <remarks>Callers have looked up the stage or the hold among the person's own; here nobody is asked who they are.</remarks>
public sealed class HoldDesk(EasyGigDb db, StrikeDesk strikes, TimeProvider clock)
{
    private DateTimeOffset Now => clock.GetUtcNow();

    /// <param name="artistSlug">As the artist's public address has it.</param>
    public async Task<Refusal?> PlaceAsync(Guid stage, DateOnly date, string artistSlug, DateTimeOffset decideBy, string note, CancellationToken ct)
    {
        var venue = await db.Stages.Where(s => s.Id == stage).Select(s => s.VenueId).SingleAsync(ct);
        return await db.InTurnAsync([Turn.Stage(stage), Turn.Venue(venue)], async () =>
        {
            if (await strikes.FrozenAsync(Side.Venue, venue, ct) is { } frozen) return frozen;
            if (await db.Artists.SingleOrDefaultAsync(a => a.Slug == artistSlug, ct) is not { } artist) return HoldRefusals.ArtistUnknown;
            if (await RefusesPlacingAsync(stage, date, ct) is { } promised) return promised;
            var (hold, refusal) = (await StackAsync(stage, date, ct)).Place(artist, decideBy, note, Now);
            if (hold is null) return refusal;
            db.Add(hold);
            return await db.TrySaveAsync(ct);
        }, ct);
    }

    /// <summary>Why nobody else can hold a date now that goes down a waiting list, until that ends; null when somebody can.</summary>
    public async Task<Refusal?> RefusesPlacingAsync(Guid stage, DateOnly date, CancellationToken ct)
    {
        var day = (await StackAsync(stage, date, ct)).Day;
        return await db.AskedOn(stage, day).MaxAsync(s => s.AskedUntil, ct) is { } until ? WaitingListRefusals.DatePromised.About(TimeFormat.Moment(until, day.Zone)) : null;
    }

    /// <summary>Whoever is frozen may still do it.</summary>
    public async Task<Refusal?> ReleaseAsync(Guid hold, Side by, CancellationToken ct)
    {
        var at = await db.Holds.AsNoTracking().SingleAsync(h => h.Id == hold, ct);
        return await db.InTurnAsync([Turn.Stage(at.StageId)], () => ActAsync(at.StageId, at.Date, stack => stack.Release(hold, by, Now), ct), ct);
    }

    /// <summary>The artist is ready: as an answer to a challenge, or as the first.</summary>
    public Task<Refusal?> CommitAsync(Guid hold, CancellationToken ct) => ClaimAsync(hold, Side.Artist, stack => stack.Commit(hold, Now), ct);

    public Task<Refusal?> ChallengeAsync(Guid hold, Side by, CancellationToken ct) => ClaimAsync(hold, by, stack => stack.Start(hold, by, Now), ct);

    /// <summary>Loads the stack, lets a verb act and saves; in a turn that the caller has.</summary>
    internal async Task<Refusal?> ActAsync(Guid stage, DateOnly date, Func<HoldStack, Refusal?> verb, CancellationToken ct)
    {
        var stack = await StackAsync(stage, date, ct);
        if (verb(stack) is { } refusal) return refusal;
        if (stack.Challenge is { } running && db.Entry(running).State is EntityState.Detached) db.Add(running);
        await db.AskedOn(stage, stack.Day).LookAgainAsync(Now, ct); // another may be first now
        return await db.TrySaveAsync(ct);
    }

    /// <summary>Lets an artist be whose booking is decided on now. Stored before the decision, because a hold that is asked becomes nothing but what it was.</summary>
    internal async Task LetBeAsync(Slot slot, Guid artist, CancellationToken ct)
    {
        if ((await StackAsync(slot, ct)).LetBe(artist)) await db.SaveChangesAsync(ct);
    }

    /// <summary>A booking was decided on, and another may be first now: the other waiting lists of that date look again. What happened has been saved.</summary>
    internal async Task LookAgainAsync(Slot decided, HoldStack stack, CancellationToken ct)
    {
        if (stack.Holds.Count > 0) await db.AskedOn(decided.StageId, stack.Day).Where(s => s.Id != decided.Id).LookAgainAsync(Now, ct);
    }

    /// <summary>The holds of a slot's stage on its day.</summary>
    internal async Task<HoldStack> StackAsync(Slot slot, CancellationToken ct)
    {
        var zone = await db.Venues.Where(v => v.Id == slot.VenueId).Select(v => v.Profile.TimeZone).SingleAsync(ct);
        return await StackAsync(slot.StageId, VenueDay.Of(slot.Time.Start, TimeZoneInfo.FindSystemTimeZoneById(zone)).Date, ct);
    }

    /// <summary>To the venue, a refusal says who holds the date, and until when.</summary>
    internal async Task<Refusal> NamedAsync(Refusal refusal, Guid application, CancellationToken ct)
    {
        if (refusal != HoldRefusals.DateHeld) return refusal;
        var slot = await db.Slots.AsNoTracking().SingleAsync(s => db.Applications.Any(a => a.Id == application && a.SlotId == s.Id), ct);
        var stack = await StackAsync(slot, ct);
        if (stack.Holds is not [var first, ..]) return refusal;
        if (stack.UnderReview.Contains(first.ArtistId)) return HoldRefusals.UnderReview;
        var name = await db.Artists.Where(a => a.Id == first.ArtistId).Select(a => a.Profile.Name).SingleAsync(ct);
        return refusal.About(name, TimeFormat.Moment(first.StandsUntil, stack.Day.Zone));
    }

    private async Task<HoldStack> StackAsync(Guid stage, DateOnly date, CancellationToken ct)
    {
        var venue = await db.Venues.Include(v => v.Stages).AsSingleQuery().SingleAsync(v => v.Stages.Any(s => s.Id == stage), ct);
        // what a verb has just ended is still live in the database
        var live = await db.LiveHolds.Where(h => h.StageId == stage && h.Date == date).ToListAsync(ct);
        var running = await db.Challenges.SingleOrDefaultAsync(c => c.StageId == stage && c.Date == date && c.State == ChallengeState.Running, ct);
        return new(venue, stage, date, live.FindAll(hold => hold.IsLive), running?.State is ChallengeState.Running ? running : null) { UnderReview = await db.HoldsUnderReview.Where(r => r.Hold.StageId == stage && r.Hold.Date == date).Select(r => r.Hold.ArtistId).ToListAsync(ct) };
    }

    /// <summary>What is like an offer or a yes, and so not for a side that is frozen.</summary>
    private async Task<Refusal?> ClaimAsync(Guid hold, Side by, Func<HoldStack, Refusal?> verb, CancellationToken ct)
    {
        var at = await db.Holds.AsNoTracking().SingleAsync(h => h.Id == hold, ct);
        var owner = by is Side.Artist ? at.ArtistId : at.VenueId;
        return await db.InTurnAsync([Turn.Stage(at.StageId), Turn.Of(by, owner)], async () =>
            await strikes.FrozenAsync(by, owner, ct) ?? await ActAsync(at.StageId, at.Date, verb, ct), ct);
    }
}
