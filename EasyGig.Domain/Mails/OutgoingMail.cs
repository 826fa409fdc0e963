namespace EasyGig.Domain.Mails;

/// <summary>A mail to one person: written in the transaction that causes it, sent afterwards.</summary>
/// <remarks>Each verb returns null when it was done, or the refusal when nothing was changed.</remarks>
public sealed class OutgoingMail : Entity
{
    /// <summary>How long a sender may keep a mail. One that is still being sent after that was left by a server that was killed.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(10);

    /// <summary>The waits of <see cref="WaitAfter"/> add up to two days.</summary>
    public const int MaxAttempts = 20;

    private const int ErrorLength = 500;

    private OutgoingMail() { }

    /// <param name="kind">The word of the fact that it tells of, or of the account's act: <c>confirmed</c>, <c>confirm_email</c>.</param>
    /// <param name="slotId">The slot it is about.</param>
    /// <param name="bookingId">The booking whose history lists it.</param>
    public OutgoingMail(string kind, Addressee to, MailContent content, DateTimeOffset now, Guid? slotId = null, Guid? bookingId = null)
    {
        if (content.Subject.Concat(to.Address).Concat(content.Unsubscribe ?? "").Any(char.IsControl))
            throw new ArgumentException("A line break in an address or a subject would let it add headers of its own.", nameof(content));
        (Id, Kind, SlotId, BookingId) = (Guid.CreateVersion7(now), kind, slotId, bookingId);
        (PersonId, Address, Culture) = to;
        (Subject, Text, Html, Ics, Unsubscribe) = content;
        (CreatedAt, DueAt) = (now, now);
    }

    public string Kind { get; private set; } = "";

    /// <summary>Null for somebody without an account.</summary>
    public Guid? PersonId { get; private set; }
    public string Address { get; private set; } = "";
    public string Culture { get; private set; } = "";
    public string Subject { get; private set; } = "";
    public string Text { get; private set; } = "";
    public string Html { get; private set; } = "";

    /// <summary>The calendar file that goes with it.</summary>
    public string? Ics { get; private set; }

    /// <summary>Where one click says that the reader wants no more of these (RFC 8058).</summary>
    public string? Unsubscribe { get; private set; }
    public Guid? SlotId { get; private set; }
    public Guid? BookingId { get; private set; }

    /// <summary>The failed mail that an admin sent again as this one.</summary>
    public Guid? CopyOf { get; private set; }
    public MailState State { get; private set; } = MailState.Queued;
    public int Attempts { get; private set; }

    /// <summary>When a sender may take it: of a queued mail the next try, of one being sent the end of the lease.</summary>
    public DateTimeOffset DueAt { get; private set; }
    public DateTimeOffset CreatedAt { get; private set; }
    public DateTimeOffset? SentAt { get; private set; }

    /// <summary>What went wrong the last time, in the mail server's words.</summary>
    public string? Error { get; private set; }
    public uint Version { get; private set; }

    /// <summary>A sender takes it; also one that another sender left lying.</summary>
    public Refusal? Claim(DateTimeOffset now)
    {
        if (now < DueAt || State is not (MailState.Queued or MailState.Sending)) return MailRefusals.Step;
        (State, Attempts, DueAt) = (MailState.Sending, Attempts + 1, now + Lease);
        return null;
    }

    /// <summary>The mail server has taken it.</summary>
    public Refusal? Sent(DateTimeOffset now)
    {
        if (MoveTo(MailState.Sent) is { } refusal) return refusal;
        (SentAt, Error) = (now, null);
        return null;
    }

    /// <summary>It did not go out this time: tries again later, or gives up when it has been tried for two days.</summary>
    public Refusal? Retry(string error, DateTimeOffset now)
    {
        if (Attempts >= MaxAttempts) return GiveUp(error);
        if (MoveTo(MailState.Queued) is { } refusal) return refusal;
        (Error, DueAt) = (error.Cut(ErrorLength), now + WaitAfter(Attempts));
        return null;
    }

    /// <summary>It will never go out as it is.</summary>
    public Refusal? GiveUp(string error)
    {
        if (MoveTo(MailState.Failed) is { } refusal) return refusal;
        Error = error.Cut(ErrorLength);
        return null;
    }

    /// <summary>A sender that stops gives it back untried.</summary>
    public Refusal? Release(DateTimeOffset now)
    {
        if (MoveTo(MailState.Queued) is { } refusal) return refusal;
        (Attempts, DueAt) = (Attempts - 1, now);
        return null;
    }

    /// <summary>Queues a copy of a mail that failed. The database lets each be copied once.</summary>
    public (OutgoingMail? Copy, Refusal? Refusal) Again(DateTimeOffset now) => State is MailState.Failed
        ? (new(Kind, new(PersonId, Address, Culture), new(Subject, Text, Html, Ics, Unsubscribe), now, SlotId, BookingId) { CopyOf = Id }, null)
        : (null, MailRefusals.NotFailed);

    private static TimeSpan WaitAfter(int attempts) => TimeSpan.FromMinutes(attempts switch { 1 => 1, 2 => 5, 3 => 15, 4 => 60, _ => 180 });

    private Refusal? MoveTo(MailState next)
    {
        if (!MailSteps.All.Allows(State, next)) return MailRefusals.Step;
        State = next;
        return null;
    }
}
