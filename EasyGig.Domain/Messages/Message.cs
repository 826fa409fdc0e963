using EasyGig.Domain.Bookings;
using EasyGig.Domain.Facts;

namespace EasyGig.Domain.Messages;

/// <summary>What one side of a booking wrote to the others. It stays as it was written.</summary>
public sealed class Message : Entity
{
    /// <summary>How long after the end of the show the sides may write.</summary>
    public static readonly TimeSpan TimeAfter = TimeSpan.FromDays(30);

    private Message() { }

    private Message(Booking booking, Party side, Guid personId, string text, DateTimeOffset now)
    {
        (Id, BookingId, Side, PersonId, Text, SentAt) = (Guid.CreateVersion7(now), booking.Id, side, personId, text, now);
        Record(new(FactKind.MessageSent, booking.SlotId, booking.ApplicationId, booking.Id) { From = side, Words = text });
    }

    public Guid BookingId { get; private set; }

    /// <summary>For whom it was written.</summary>
    public Party Side { get; private set; }
    public Guid PersonId { get; private set; }
    public string Text { get; private set; } = "";
    public DateTimeOffset SentAt { get; private set; }

    /// <summary>The message, or why there is none.</summary>
    public static (Message? Message, Refusal? Refusal) Send(Booking booking, Party side, Guid personId, string text, DateTimeOffset now) =>
        RefusedOn(booking, now) is { } refusal ? (null, refusal) : (new(booking, side, personId, text, now), null);

    /// <summary>Why nobody may write any more; null while they may.</summary>
    public static Refusal? RefusedOn(Booking booking, DateTimeOffset now) =>
        booking.State is BookingState.Rejected or BookingState.Cancelled ? MessageRefusals.Fallen
        : now > LastOf(booking) ? MessageRefusals.Over
        : null;

    /// <summary>Until when the sides may write.</summary>
    public static DateTimeOffset LastOf(Booking booking) => booking.Time.End + TimeAfter;
}
