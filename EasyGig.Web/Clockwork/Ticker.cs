using EasyGig.Domain;
using EasyGig.Domain.Clockwork;
using EasyGig.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace EasyGig.Web.Clockwork;

/// <summary>Lets come what is due. Every node runs one. A deadline is marked in the very transaction in which it takes effect: so it does
/// once, on however many nodes and whichever of them dies when.</summary>
public sealed partial class Ticker(IServiceScopeFactory scopes, IOptions<ClockworkSettings> options, TimeProvider clock, ILogger<Ticker> log) : BackgroundService
{
    private const int Batch = 20;

    /// <summary>So long the others leave to a node what it has taken; after that they take it for dead.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (options.Value.Runs && !stoppingToken.IsCancellationRequested)
        {
            var taken = 0;
            try { taken = await TickAsync(stoppingToken); }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested) { LogTrouble(e); }
            if (taken < Batch) await Task.Delay(options.Value.Poll, clock, stoppingToken);
        }
    }

    /// <summary>Takes a few of those that are due, the longest due first, and lets each take effect.</summary>
    /// <returns>How many it took.</returns>
    public async Task<int> TickAsync(CancellationToken ct)
    {
        var taken = await ClaimAsync(ct);
        foreach (var due in taken.OrderBy(due => due.DueAt).ThenBy(due => due.Subject)) await RunAsync(due, ct);
        return taken.Count;
    }

    /// <summary>In a statement of its own, which waits for nobody: whoever takes turns later holds no deadline while it waits.</summary>
    private async Task<List<Deadline>> ClaimAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var (db, now) = (scope.ServiceProvider.GetRequiredService<EasyGigDb>(), clock.GetUtcNow());
        return await db.Deadlines.FromSql($"""
            UPDATE deadlines d SET next_at = {now + Lease} FROM (
                SELECT subject, kind FROM deadlines WHERE ran_at IS NULL AND next_at <= {now} ORDER BY next_at, subject LIMIT {Batch} FOR UPDATE SKIP LOCKED) due
            WHERE (d.subject, d.kind) = (due.subject, due.kind) RETURNING d.*
            """).AsNoTracking().ToListAsync(ct);
    }

    private async Task RunAsync(Deadline due, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<EasyGigDb>();
        var hand = Dial.HandOf(due.Kind, scope.ServiceProvider);
        string? trouble;
        try
        {
            var refusal = await db.InTurnAsync(await hand.TurnsAsync(due.Subject, ct), async () => await MarkAsync(db, due, ct) ? await hand.ActAsync(due.Subject, ct) : null, ct);
            trouble = refusal?.Rule;
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            LogFailure(e, due.Kind, due.Subject);
            trouble = e.GetBaseException().Message;
        }
        if (trouble is not null) await PutOffAsync(db, due, trouble, ct);
    }

    /// <summary>Says that it took effect, before it does: what it does may bring the next of its kind about.</summary>
    /// <returns>Whether it was still to do.</returns>
    private async Task<bool> MarkAsync(EasyGigDb db, Deadline due, CancellationToken ct) => await db.Database.ExecuteSqlAsync($"""
        UPDATE deadlines SET ran_at = {clock.GetUtcNow()}, error = NULL
        WHERE subject = {due.Subject} AND kind = {Word.Of(due.Kind)} AND due_at = {due.DueAt} AND ran_at IS NULL
        """, ct) == 1;

    private async Task PutOffAsync(EasyGigDb db, Deadline due, string trouble, CancellationToken ct) => await db.Database.ExecuteSqlAsync($"""
        UPDATE deadlines SET attempts = attempts + 1, error = {trouble.Cut(500)}, next_at = {clock.GetUtcNow() + Deadline.Rest(due.Attempts + 1)}
        WHERE subject = {due.Subject} AND kind = {Word.Of(due.Kind)} AND due_at = {due.DueAt} AND ran_at IS NULL
        """, ct);

    [LoggerMessage(LogLevel.Error, "{Kind} of {Subject} could not take effect; it is tried again.")]
    private partial void LogFailure(Exception e, DeadlineKind kind, Guid subject);

    [LoggerMessage(LogLevel.Error, "What is due could not be read.")]
    private partial void LogTrouble(Exception e);
}
