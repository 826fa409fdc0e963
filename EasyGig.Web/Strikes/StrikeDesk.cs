using EasyGig.Domain;
using EasyGig.Domain.Applications;
using EasyGig.Domain.Facts;
using EasyGig.Domain.Strikes;
using EasyGig.Web.Data;
using EasyGig.Web.Localization;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Web.Strikes;

/// <summary>What strikes lead to. All but lifting happens in the turn of whoever calls, which is the owner's (<see cref="Turn.Of"/>).</summary>
public sealed class StrikeDesk(EasyGigDb db, TimeProvider clock)
{
    /// <summary>What a venue answers an application by.</summary>
    internal static readonly IReadOnlyList<FactKind> Answers = [FactKind.Shortlisted, FactKind.Offered, FactKind.Accepted, FactKind.Declined, FactKind.GroupAgreed];

    /// <summary>Why an artist or a venue may not publish, apply, accept, offer or invite now; null when it may.</summary>
    public async Task<Refusal?> FrozenAsync(Side side, Guid owner, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var freeze = await (
            from strike in db.Strikes.Of(side, owner)
            join slot in db.Slots on strike.SlotId equals slot.Id
            join venue in db.Venues on slot.VenueId equals venue.Id
            where strike.FrozenUntil > now
            orderby strike.FrozenUntil descending
            select new { strike.FrozenUntil, venue.Profile.TimeZone }).FirstOrDefaultAsync(ct);
        return freeze is null ? null
            : (side is Side.Artist ? StrikeRefusals.ArtistFrozen : StrikeRefusals.VenueFrozen).About(TimeFormat.Moment(freeze.FrozenUntil!.Value, TimeZoneInfo.FindSystemTimeZoneById(freeze.TimeZone)));
    }

    /// <summary>All strikes that the two sides of a booking ever got: on them depends what another leads to.</summary>
    public Task<List<Strike>> OfBothAsync(Guid artist, Guid venue, CancellationToken ct) =>
        db.Strikes.Where(strike => strike.ArtistId == artist || strike.VenueId == venue).ToListAsync(ct);

    /// <summary>An application has run out: its venue gets a strike if nobody who applied to that slot was ever answered, and time and chance were given (R13).</summary>
    /// <remarks>In the venue's turn; the caller saves.</remarks>
    public async Task UnansweredAsync(Application expired, CancellationToken ct)
    {
        var slot = await db.Slots.SingleAsync(s => s.Id == expired.SlotId, ct);
        var said = db.Audit.Where(e => e.SlotId == slot.Id);
        var trail = await said.Where(e => e.At > expired.SubmittedAt && (e.Fact == FactKind.SlotChanged || e.ApplicationId == expired.Id && e.Fact == FactKind.TermsConfirmed))
            .OrderBy(e => e.Id).Select(e => new { e.Fact, e.At }).ToListAsync(ct);
        var silence = new Silence(slot, expired, [.. trail.Select(e => (e.Fact, e.At))], await said.AnyAsync(e => Answers.Contains(e.Fact), ct));
        if (Strike.For(silence, await db.Strikes.Of(Side.Venue, slot.VenueId).ToListAsync(ct), clock.GetUtcNow()) is { } strike) db.Add(strike);
    }

    /// <param name="by">The admin.</param>
    public async Task<Refusal?> LiftAsync(Guid id, string reason, Guid by, CancellationToken ct) => await db.InTurnAsync(await TurnsAsync(id, ct), async () =>
    {
        var (strike, all) = await LoadAsync(id, ct);
        return strike.Lift(reason, by, all, clock.GetUtcNow()) ?? await db.TrySaveAsync(ct);
    }, ct);

    public async Task<IReadOnlyCollection<string>> TurnsAsync(Guid id, CancellationToken ct)
    {
        var strike = await db.Strikes.AsNoTracking().SingleAsync(s => s.Id == id, ct);
        return [Turn.Of(strike.Owner, (strike.ArtistId ?? strike.VenueId)!.Value)];
    }

    /// <summary>Its half year is over.</summary>
    public async Task<Refusal?> LapseAsync(Guid id, CancellationToken ct)
    {
        var (strike, _) = await LoadAsync(id, ct);
        return strike.Lapse(clock.GetUtcNow()) ? await db.TrySaveAsync(ct) : null;
    }

    /// <summary>The freeze that it began is over.</summary>
    public async Task<Refusal?> EndFreezeAsync(Guid id, CancellationToken ct)
    {
        var (strike, all) = await LoadAsync(id, ct);
        return strike.EndFreeze(all, clock.GetUtcNow()) ? await db.TrySaveAsync(ct) : null;
    }

    private async Task<(Strike, IReadOnlyList<Strike>)> LoadAsync(Guid id, CancellationToken ct)
    {
        var strike = await db.Strikes.SingleAsync(s => s.Id == id, ct);
        return (strike, await db.Strikes.Of(strike.Owner, (strike.ArtistId ?? strike.VenueId)!.Value).ToListAsync(ct));
    }
}

internal static class StrikeQueries
{
    /// <summary>All that one owner ever got.</summary>
    public static IQueryable<Strike> Of(this IQueryable<Strike> strikes, Side side, Guid owner) =>
        side is Side.Artist ? strikes.Where(strike => strike.ArtistId == owner) : strikes.Where(strike => strike.VenueId == owner);
}
