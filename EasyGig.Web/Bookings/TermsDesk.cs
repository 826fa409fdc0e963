using EasyGig.Domain;
using EasyGig.Domain.Bookings;
using EasyGig.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Web.Bookings;

/// <summary>Changes what was agreed, with both sides' word, each in turn with whoever does anything else to the same booking.</summary>
/// <remarks>Callers have looked up the record among the person's own; here nobody is asked who they are.</remarks>
public sealed class TermsDesk(EasyGigDb db, TimeProvider clock)
{
    /// <param name="seen">The newest version that was on the page.</param>
    public Task<Refusal?> ProposeAsync(Booking booking, Side by, int seen, BookingTerms terms, string? note, CancellationToken ct) =>
        InTurnAsync(booking, (found, now) => found.Propose(by, seen, terms, note, now), ct);

    /// <param name="number">The version that was on the page; so for every answer.</param>
    public Task<Refusal?> AgreeAsync(Booking booking, int number, Side by, CancellationToken ct) =>
        InTurnAsync(booking, (found, now) => found.AgreeToTerms(number, by, now), ct);

    public Task<Refusal?> RefuseAsync(Booking booking, int number, Side by, CancellationToken ct) =>
        InTurnAsync(booking, (found, now) => found.RefuseTerms(number, by, now), ct);

    public Task<Refusal?> WithdrawAsync(Booking booking, int number, Side by, CancellationToken ct) =>
        InTurnAsync(booking, (found, now) => found.WithdrawTerms(number, by, now), ct);

    private Task<Refusal?> InTurnAsync(Booking booking, Func<Booking, DateTimeOffset, Refusal?> act, CancellationToken ct) =>
        db.InTurnAsync([Turn.Stage(booking.StageId), Turn.Artist(booking.ArtistId)], async () =>
        {
            var found = await db.Bookings.Include(b => b.Versions).SingleAsync(b => b.Id == booking.Id, ct);
            return act(found, clock.GetUtcNow()) ?? await db.TrySaveAsync(ct);
        }, ct);
}
