using EasyGig.Domain;
using EasyGig.Domain.Bookings;
using EasyGig.Domain.Deals;

namespace EasyGig.Web.Facts;

/// <summary>Everything that a mail or a notice about a slot may say.</summary>
internal sealed record Story
{
    public required Guid SlotId { get; init; }
    public required Guid VenueId { get; init; }
    public required string VenueName { get; init; }
    public required string Address { get; init; }
    public required string City { get; init; }
    public required string StageName { get; init; }
    public required string TimeZone { get; init; }
    public required Period Time { get; init; }

    public TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(TimeZone);
}

/// <summary>An application as a mail tells of it.</summary>
/// <param name="ReviewerId">The organisation that reviews the booking which it led to.</param>
/// <param name="Day">How its day goes, once somebody has said so.</param>
internal sealed record Applicant(
    Guid ApplicationId, Guid SlotId, Guid ArtistId, string ArtistName, Money Fee, DealTerms Deal, Guid? BookingId, Guid? ReviewerId, string? ReviewerName, RunOfShow? Day);

/// <summary>Somebody to tell, in their language.</summary>
/// <param name="Of">The artist, venue or organisation for which they are told.</param>
internal sealed record Reader(Guid Of, Guid PersonId, string Name, string Email, string Culture);
