using EasyGig.Domain;
using EasyGig.Domain.Holds;
using EasyGig.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Web.Holds;

/// <summary>What comes of holds and challenges when nobody does anything.</summary>
public sealed class HoldClock(EasyGigDb db, HoldDesk desk, TimeProvider clock)
{
    public async Task<IReadOnlyCollection<string>> TurnsAsync(Guid hold, CancellationToken ct) => [Turn.Stage((await PlaceOfAsync(hold, ct)).Stage)];

    public async Task<IReadOnlyCollection<string>> TurnsOfChallengeAsync(Guid challenge, CancellationToken ct) => [Turn.Stage((await PlaceOfChallengeAsync(challenge, ct)).Stage)];

    public async Task<Refusal?> ExpireAsync(Guid hold, CancellationToken ct) => await ActAsync(await PlaceOfAsync(hold, ct), stack => stack.Expire(hold, clock.GetUtcNow()), ct);

    public async Task<Refusal?> RemindAsync(Guid hold, CancellationToken ct) => await ActAsync(await PlaceOfAsync(hold, ct), stack => stack.Remind(hold, clock.GetUtcNow()), ct);

    public async Task<Refusal?> FallThroughAsync(Guid challenge, CancellationToken ct) => await ActAsync(await PlaceOfChallengeAsync(challenge, ct), stack => stack.FallThrough(clock.GetUtcNow()), ct);

    private Task<Refusal?> ActAsync(Place at, Action<HoldStack> verb, CancellationToken ct) => desk.ActAsync(at.Stage, at.Date, stack =>
    {
        verb(stack);
        return null;
    }, ct);

    private Task<Place> PlaceOfAsync(Guid hold, CancellationToken ct) => db.Holds.Where(h => h.Id == hold).Select(h => new Place(h.StageId, h.Date)).SingleAsync(ct);

    private Task<Place> PlaceOfChallengeAsync(Guid challenge, CancellationToken ct) => db.Challenges.Where(c => c.Id == challenge).Select(c => new Place(c.StageId, c.Date)).SingleAsync(ct);

    private sealed record Place(Guid Stage, DateOnly Date);
}
