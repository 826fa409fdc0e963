using EasyGig.Domain;
using EasyGig.Domain.Bookings;

namespace EasyGig.Web.Bookings;

/// <summary>What a side does about a booking that was made: calls it off, says that it cannot keep it, says how the evening went.</summary>
/// <remarks>Callers have looked up the record among the person's own; here nobody is asked who they are.</remarks>
public sealed class BookingLife(BookingDesk desk, TimeProvider clock)
{
    private DateTimeOffset Now => clock.GetUtcNow();

    /// <param name="reopen">Whether the slot opens again, or is taken back with the booking.</param>
    /// <param name="seen">What the page said that this would do.</param>
    public Task<Refusal?> CancelAsync(Guid booking, Side by, string reason, bool reopen, Foretold seen, CancellationToken ct) =>
        DecideAsync(booking, (found, on) => found.Cancel(by, on, reason, reopen, seen, Now), ct);

    public Task<Refusal?> CannotPlayAsync(Guid booking, string reason, CancellationToken ct) =>
        DecideAsync(booking, (found, _) => found.CannotPlay(reason, Now), ct);

    public Task<Refusal?> ReleaseAsync(Guid booking, bool reopen, CancellationToken ct) =>
        DecideAsync(booking, (found, on) => found.Release(on, reopen), ct);

    public Task<Refusal?> LetStrikeStandAsync(Guid booking, bool reopen, CancellationToken ct) =>
        DecideAsync(booking, (found, on) => found.LetStrikeStand(on, reopen, Now), ct);

    public Task<Refusal?> PlayAsync(Guid booking, CancellationToken ct) =>
        DecideAsync(booking, (found, on) => found.Play(on.Slot, on.Waiting, Now), ct);

    public Task<Refusal?> NotComeAsync(Guid booking, string reason, CancellationToken ct) =>
        DecideAsync(booking, (found, on) => found.NotCome(on, reason, Now), ct);

    private Task<Refusal?> DecideAsync(Guid booking, Func<Booking, Footing, Refusal?> decide, CancellationToken ct) =>
        desk.DecideAsync(booking, (found, on, _) => decide(found, on), ct);
}
