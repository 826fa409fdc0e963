using System.Data;
using EasyGig.Domain;
using EasyGig.Domain.Bookings;
using EasyGig.Web.Facts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Npgsql;

namespace EasyGig.Web.Data;

public sealed partial class EasyGigDb
{
    private const int Attempts = 4;

    /// <summary>Saves what the verbs did and tells of the facts that they recorded, in one transaction. Returns null; or,
    /// when a rule of the database said no, its refusal, with what is stored read back into the entities (in a turn: forgotten).</summary>
    public async Task<Refusal?> TrySaveAsync(CancellationToken ct)
    {
        var facts = ChangeTracker.Entries<Entity>().SelectMany(entry => entry.Entity.TakeFacts()).ToList();
        await using var own = Database.CurrentTransaction is null ? await Database.BeginTransactionAsync(IsolationLevel.ReadCommitted, ct) : null;
        try
        {
            await SaveChangesAsync(ct);
            if (facts.Count > 0) await this.GetService<Telling>().TellAsync(this, facts, ct);
            if (own is not null) await own.CommitAsync(ct);
            return null;
        }
        catch (DbUpdateException e) when (RefusalOf(e) is { } refusal)
        {
            if (own is null)
            {
                ChangeTracker.Clear(); // a turn loads anew; reading back would write into the very terms that it is to try again
                return refusal;
            }
            await own.RollbackAsync(ct);
            foreach (var entry in ChangeTracker.Entries().Where(entry => entry.State is not EntityState.Unchanged).ToList())
                if (entry.State is EntityState.Added) entry.State = EntityState.Detached; // or the next save would try it again
                else await entry.ReloadAsync(ct);
            return refusal;
        }
    }

    /// <summary>Does contended work in turn: those who name the same key wait for each other, and load only when it is
    /// their turn, so that each decides on what the one before left behind. Triggers read in <c>easygig.now</c> what time it is.</summary>
    /// <param name="keys">What is contended, such as <c>stage:…</c> and <c>artist:…</c>; always locked in one order.</param>
    /// <param name="work">Loads, lets a verb decide, saves; runs again when the database had to break a tie.</param>
    public async Task<Refusal?> InTurnAsync(IReadOnlyCollection<string> keys, Func<Task<Refusal?>> work, CancellationToken ct)
    {
        using var turn = await this.GetService<Queues>().PassAsync(keys, ct);
        for (var attempt = 1; ; attempt++)
        {
            ChangeTracker.Clear();
            try
            {
                var refusal = await OnceAsync(keys, work, ct);
                if (refusal != Refusal.Stale || attempt == Attempts) return refusal;
            }
            catch (Exception e) when (attempt < Attempts && IsTie(e)) { /* nothing was saved: the next attempt decides anew */ }
        }
    }

    /// <summary>A booking, held in its state until the turn is over: what comes with it never lands on one that falls meanwhile.</summary>
    public async Task<Booking> HeldAsync(Guid booking, CancellationToken ct)
    {
        await Database.ExecuteSqlAsync($"SELECT FROM bookings WHERE id = {booking} FOR SHARE", ct);
        return await Bookings.SingleAsync(b => b.Id == booking, ct);
    }

    private async Task<Refusal?> OnceAsync(IReadOnlyCollection<string> keys, Func<Task<Refusal?>> work, CancellationToken ct)
    {
        string[] ordered = [.. keys.Distinct().Order(StringComparer.Ordinal)];
        await using var transaction = await Database.BeginTransactionAsync(IsolationLevel.ReadCommitted, ct);
        var now = this.GetService<TimeProvider>().GetUtcNow().ToString("O");
        await Database.ExecuteSqlAsync($"SELECT set_config('easygig.now', {now}, true), pg_advisory_xact_lock(hashtextextended(key, 0)) FROM unnest({ordered}) key", ct);
        if (await work() is { } refusal) return refusal;
        try
        {
            await transaction.CommitAsync(ct);
            return null;
        }
        catch (PostgresException e) when (Refusals.KeptByDatabase.GetValueOrDefault(e.ConstraintName ?? "") is { } rule) { return rule; } // looked at when all has moved
    }

    /// <summary>Whether the database broke a tie, however deep that is wrapped: saving wraps it twice.</summary>
    internal static bool IsTie(Exception? e) =>
        e is PostgresException { SqlState: PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected } || e is not null && IsTie(e.InnerException);

    private static Refusal? RefusalOf(DbUpdateException e) => e switch
    {
        DbUpdateConcurrencyException => Refusal.Stale,
        { InnerException: PostgresException { ConstraintName: { } rule } } => Refusals.KeptByDatabase.GetValueOrDefault(rule),
        _ => null,
    };
}
