using EasyGig.Domain.Facts;

namespace EasyGig.Web.Data;

/// <summary>One line of the audit trail: written once, never changed.</summary>
public sealed class AuditEntry
{
    public long Id { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>Who did it; null when nobody signed in did.</summary>
    public required Guid? PersonId { get; init; }
    public required FactKind Fact { get; init; }
    public required Guid? VenueId { get; init; }
    public required Guid? ArtistId { get; init; }
    public required Guid? SlotId { get; init; }
    public required Guid? ApplicationId { get; init; }
    public required Guid? BookingId { get; init; }
    public Guid? HoldId { get; init; }
    public required string? Reason { get; init; }
}
