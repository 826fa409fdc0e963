using EasyGig.Domain;
using EasyGig.Domain.Applications;
using EasyGig.Domain.Deals;

namespace EasyGig.Web.Components;

/// <summary>What a list says about one open slot.</summary>
public sealed record SlotSummary
{
    public required Guid Id { get; init; }
    public required Period Period { get; init; }

    /// <summary>The venue's.</summary>
    public required TimeZoneInfo Zone { get; init; }
    public required string Venue { get; init; }
    public required string Stage { get; init; }
    public required string City { get; init; }

    /// <summary>Names in the reader's language.</summary>
    public required IReadOnlyList<string> Genres { get; init; }
    public required Money MinFee { get; init; }
    public required Money MaxFee { get; init; }

    /// <summary>What comes beside the fee.</summary>
    public required DealTerms Deal { get; init; }
    public required bool Negotiable { get; init; }

    /// <summary>Whether it is too late to apply.</summary>
    public bool Late { get; init; }

    /// <summary>How far it is from where the reader looks; null when nobody asked.</summary>
    public double? Km { get; init; }

    /// <summary>How well it fits the reader's artist.</summary>
    public Fit? Fit { get; init; }
}
