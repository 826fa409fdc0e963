using System.Threading.Channels;

namespace EasyGig.Web.Mail;

/// <summary>Says that the outbox may hold something new, so that it goes out at once and not at the next look.</summary>
public sealed class MailSignal
{
    private readonly Channel<bool> _poked = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Call it after the commit.</summary>
    public void Poke() => _poked.Writer.TryWrite(true);

    /// <summary>Waits for a poke, at most so long.</summary>
    public async Task WaitAsync(TimeSpan atMost, TimeProvider clock, CancellationToken ct)
    {
        using var late = new CancellationTokenSource(atMost, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, ct);
        try { await _poked.Reader.ReadAsync(either.Token); }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested) { /* time is up */ }
    }
}
