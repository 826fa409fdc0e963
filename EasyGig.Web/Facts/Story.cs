using System.Collections.Frozen;
using EasyGig.Domain;
using EasyGig.Domain.Bookings;
using EasyGig.Domain.Mails;
using EasyGig.Domain.Offers;
using EasyGig.Domain.Venues;

namespace EasyGig.Web.Facts;

/// <summary>Everything that a mail or a notice about a slot, or about a date that an artist holds, may say.</summary>
internal sealed record Story
{
    /// <inheritdoc cref="Domain.Facts.Fact.About"/>
    public required Guid About { get; init; }
    public required Guid VenueId { get; init; }
    public required string VenueName { get; init; }
    public required string Address { get; init; }
    public required string City { get; init; }
    public required Guid StageId { get; init; }
    public required string StageName { get; init; }
    public required string TimeZone { get; init; }

    /// <summary>The venue's day, where it is about a whole one and not about a slot.</summary>
    public DateOnly? Date { get; init; }
    public Period Time { get => Date is { } date ? new VenueDay(date, Zone).Time : field; init; }

    public TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(TimeZone);
}

/// <summary>An artist as a mail tells of it: one that applied, or was asked to, or holds a date.</summary>
/// <param name="ApplicationId">Null for one that has not applied.</param>
/// <param name="Terms">What was spoken of last: what was booked, else what was offered, else what was applied with.</param>
/// <param name="Booking">What it led to, as it is stored now.</param>
/// <param name="SlotId">Null where it is about no slot.</param>
/// <param name="Day">How its day goes, once somebody has said so.</param>
internal sealed record Applicant(Guid? ApplicationId, Guid? SlotId, Guid ArtistId, string ArtistName, Terms? Terms, Booking? Booking = null, RunOfShow? Day = null, string? ReviewerName = null, Organiser? Organiser = null)
{
    /// <summary>The organisation that reviews the booking.</summary>
    public Guid? ReviewerId => Booking?.ReviewerId;
}

/// <summary>The organisation that puts an artist forward.</summary>
/// <param name="GroupId">In which group, and until when that may come about; null while it only asks to.</param>
internal sealed record Organiser(Guid Id, string Name, Guid? GroupId = null, DateTimeOffset? DueAt = null);

/// <summary>Somebody to tell, in their language.</summary>
/// <param name="Of">The artist, venue or organisation for which they are told.</param>
internal sealed record Reader(Guid Of, Guid PersonId, string Name, string Email, string Culture)
{
    /// <summary>The mails that they do not want.</summary>
    public IReadOnlySet<MailGroup> Unwanted { get; init; } = FrozenSet<MailGroup>.Empty;
}
