using EasyGig.Domain.Bookings;
using EasyGig.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Web.Bookings;

/// <summary>Counts evenings as played of which nobody said otherwise. Every node runs one; an evening is in one's hands at a time.</summary>
public sealed partial class AfterShow(IServiceScopeFactory scopes, IConfiguration configuration, TimeProvider clock, ILogger<AfterShow> log) : BackgroundService
{
    private const int Batch = 10;

    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(5);

    /// <summary>Stands still where <c>EasyGig:AfterShow</c> is false.</summary>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (configuration.GetValue("EasyGig:AfterShow", defaultValue: true) && !stoppingToken.IsCancellationRequested)
        {
            var played = 0;
            try { played = await PlayDueAsync(stoppingToken); }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested) { LogTrouble(e); }
            if (played < Batch) await Task.Delay(Pause, clock, stoppingToken);
        }
    }

    /// <summary>Moves a few on, those that are over longest first, in one transaction: all of them with what is told of them, or none.</summary>
    /// <returns>How many it moved on.</returns>
    public async Task<int> PlayDueAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<EasyGigDb>();
        var now = clock.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var claimed = await ClaimAsync(db, now - Booking.PlayedAfter, ct);
        var due = await db.Bookings.Where(booking => claimed.Contains(booking.Id)).Join(db.Slots, booking => booking.SlotId, slot => slot.Id, (booking, slot) => new { booking, slot }).ToListAsync(ct);
        foreach (var (booking, slot) in due.Select(evening => (evening.booking, evening.slot)))
            if (booking.Play(slot, now) is { } broken) throw new InvalidOperationException($"Booking {booking.Id} is claimed and refuses: {broken.Rule}.");
        if (await db.TrySaveAsync(ct) is { } refusal) throw new InvalidOperationException($"What is claimed cannot be saved: {refusal.Rule}.");
        await transaction.CommitAsync(ct);
        return due.Count;
    }

    /// <summary>Locks them and their slots at once, and passes by what another has in hand: so nobody waits here holding what others wait for.</summary>
    /// <remarks>Where the artist said that it cannot play, only the venue knows how the evening went.</remarks>
    private static Task<List<Guid>> ClaimAsync(EasyGigDb db, DateTimeOffset endedBy, CancellationToken ct) => db.Database.SqlQuery<Guid>($"""
        SELECT b.id AS "Value" FROM bookings b JOIN slots s ON s.id = b.slot_id
        WHERE b.state = 'confirmed' AND b.cannot_play_at IS NULL AND s.state = 'booked' AND b.ends_at <= {endedBy}
        ORDER BY b.ends_at, b.id LIMIT {Batch} FOR NO KEY UPDATE SKIP LOCKED
        """).ToListAsync(ct);

    [LoggerMessage(LogLevel.Error, "The evenings that are over could not be counted as played.")]
    private partial void LogTrouble(Exception e);
}
