using EasyGig.Domain.Bookings;
using EasyGig.Domain.Facts;

namespace EasyGig.Web.Data;

/// <summary>One line of the audit trail: written once, never changed.</summary>
public sealed class AuditEntry
{
    public long Id { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>Who did it; null when nobody signed in did.</summary>
    public required Guid? PersonId { get; init; }

    /// <summary>The side for which they did it, where a side did; null of what was done by nobody's hand.</summary>
    public Party? Side { get; init; }
    public required FactKind Fact { get; init; }
    public required Guid? VenueId { get; init; }
    public required Guid? ArtistId { get; init; }
    public required Guid? SlotId { get; init; }
    public required Guid? ApplicationId { get; init; }
    public required Guid? BookingId { get; init; }
    public Guid? HoldId { get; init; }
    public required string? Reason { get; init; }
}
