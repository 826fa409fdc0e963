using EasyGig.Domain.Mails;
using EasyGig.Web.Data;
using EasyGig.Web.Hosting.Metrics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace EasyGig.Web.Mail;

/// <summary>Sends what is in the outbox. Every node runs one; a mail is in one sender's hands at a time.</summary>
public sealed partial class MailSender(
    IServiceScopeFactory scopes, IMailTransport transport, IOptions<MailSettings> options, TimeProvider clock, ILogger<MailSender> log)
    : BackgroundService
{
    /// <summary>Few enough that all of them time out within <see cref="OutgoingMail.Lease"/>.</summary>
    internal const int Batch = 10;

    private static readonly TimeSpan SaveAgain = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (options.Value.Sends && !stoppingToken.IsCancellationRequested)
        {
            var taken = 0;
            try { taken = await SendDueAsync(stoppingToken); }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested) { LogTrouble(e); }
            if (taken == 0) await Task.Delay(options.Value.Poll, clock, stoppingToken);
        }
    }

    /// <summary>Takes a few of the mails that are due and sends them, the longest due first.</summary>
    /// <returns>How many it took.</returns>
    public async Task<int> SendDueAsync(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<EasyGigDb>();
        var mails = await ClaimAsync(db, stop);
        foreach (var mail in mails)
        {
            if (stop.IsCancellationRequested) mail.Release(clock.GetUtcNow());
            else await DispatchAsync(mail);
            await SaveAsync(db, mail, stop);
        }
        return mails.Count;
    }

    /// <summary>Marks them as being sent and commits before any goes out; what another sender is claiming now is skipped.</summary>
    private async Task<List<OutgoingMail>> ClaimAsync(EasyGigDb db, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var mails = await db.Mails.FromSql($"""
            SELECT *, xmin FROM mails WHERE state IN ('queued', 'sending') AND due_at <= {now}
            ORDER BY due_at, id LIMIT {Batch} FOR UPDATE SKIP LOCKED
            """).ToListAsync(ct);
        foreach (var mail in mails) mail.Claim(now);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return mails;
    }

    /// <summary>Not cut short by a stop: the other side may be accepting it, and the transport waits only so long.</summary>
    private async Task DispatchAsync(OutgoingMail mail)
    {
        var failure = await TrySendAsync(mail);
        if (failure is null) mail.Sent(clock.GetUtcNow());
        else if (failure.ForGood) mail.GiveUp(failure.Error);
        else mail.Retry(failure.Error, clock.GetUtcNow());
        Counts.Tried(mail.State);
        if (failure is not null) LogFailure(mail.Id, mail.State, mail.Attempts);
    }

    private async Task<MailFailure?> TrySendAsync(OutgoingMail mail)
    {
        try { return await transport.SendAsync(mail, CancellationToken.None); }
        catch (Exception e) { return MailFailure.OnTheWay(e); }
    }

    /// <summary>Keeps at it: a database that is away for a moment must not make a mail go out twice.</summary>
    private async Task SaveAsync(EasyGigDb db, OutgoingMail mail, CancellationToken stop)
    {
        for (var left = 30; ; left--)
        {
            try
            {
                await db.SaveChangesAsync(CancellationToken.None);
                return;
            }
            catch (DbUpdateConcurrencyException)
            {
                db.Entry(mail).State = EntityState.Detached; // saved already and only the answer was lost, or taken over after the lease
                return;
            }
            catch (Exception e) when (left > 0 && Outage.Caused(e)) { await Task.Delay(SaveAgain, clock, stop); }
        }
    }

    [LoggerMessage(LogLevel.Warning, "Mail {Id} is {State} after attempt {Attempts}; the outbox keeps what the mail server said.")]
    private partial void LogFailure(Guid id, MailState state, int attempts);

    [LoggerMessage(LogLevel.Error, "The outbox could not be read or written.")]
    private partial void LogTrouble(Exception e);
}
