using EasyGig.Domain.Artists;
using EasyGig.Domain.Deals;
using EasyGig.Domain.Genres;
using EasyGig.Domain.Offers;

namespace EasyGig.Domain.Slots;

/// <summary>What a venue puts forward for a slot: a fee within a range, what comes beside it, and whom it looks for.</summary>
public sealed record SlotTerms
{
    public required decimal MinFee { get; init; }
    public required decimal MaxFee { get; init; }

    /// <summary>ISO 4217; the venue's.</summary>
    public required string Currency { get; init; }

    /// <summary>Whether an artist may propose a fee outside the range.</summary>
    public required bool Negotiable { get; init; }

    /// <summary>What is paid beside the fee, which then is the guarantee.</summary>
    public DealTerms Deal { get; init; } = new();

    public Money Lowest => new(MinFee, Currency);
    public Money Highest => new(MaxFee, Currency);

    /// <summary>One to five genres or groups; a group stands for its genres.</summary>
    public required GenreSet Genres { get; init; }

    /// <summary>Null when any will do.</summary>
    public required Category? Category { get; init; }

    /// <summary>What the artist should know: set length, audience, catering.</summary>
    public required string Notes { get; init; }

    /// <summary>What an artist that asks for so much would play for; a door deal has no fee, whatever was asked before the slot became one.</summary>
    public Terms For(Money fee) => new(Deal.Kind is DealKind.Door ? new(0, Currency) : fee, Deal);

    /// <summary>Whether an artist may ask for a fee: within the range, unless it is negotiable.</summary>
    public bool Allows(Money fee) => Negotiable || fee.Amount >= MinFee && fee.Amount <= MaxFee;
}
