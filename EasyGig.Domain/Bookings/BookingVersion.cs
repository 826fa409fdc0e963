namespace EasyGig.Domain.Bookings;

/// <summary>The terms of a booking as they were put forward once. Nobody rewrites them: they are only answered.</summary>
public sealed class BookingVersion : Entity
{
    private BookingVersion() { }

    internal BookingVersion(Booking booking, int number, BookingTerms terms, Side? by, string? note, DateTimeOffset now)
    {
        (Id, BookingId, Number) = (Guid.CreateVersion7(now), booking.Id, number);
        (Terms, ProposedBy, Note, ProposedAt) = (terms with { Deal = terms.Deal with { } }, by, note, now);
        Fingerprint = TermsFingerprint.Of(booking, terms);
        if (by is null) Answer(TermsState.Agreed, now);
    }

    public Guid BookingId { get; private set; }

    /// <summary>From 1: the terms that the booking was made on.</summary>
    public int Number { get; private set; }
    public BookingTerms Terms { get; private set; } = null!;

    /// <inheritdoc cref="TermsFingerprint"/>
    public string Fingerprint { get; private set; } = "";

    /// <summary>Null for the first: it was agreed with the booking.</summary>
    public Side? ProposedBy { get; private set; }
    public DateTimeOffset ProposedAt { get; private set; }

    /// <summary>Why, in the words of who put it forward.</summary>
    public string? Note { get; private set; }
    public TermsState State { get; private set; } = TermsState.Proposed;
    public DateTimeOffset? AnsweredAt { get; private set; }

    internal void Answer(TermsState answer, DateTimeOffset now) => (State, AnsweredAt) = (answer, now);
}
