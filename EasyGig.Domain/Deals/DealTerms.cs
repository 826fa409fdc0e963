namespace EasyGig.Domain.Deals;

/// <summary>How a slot pays beside its fee: by a share of the door, of which it states what there is to share. What its kind does not ask for is null.</summary>
/// <remarks>Percentages are in percent, amounts in major units of the slot's currency.</remarks>
public sealed record DealTerms
{
    public DealKind Kind { get; init; }

    /// <inheritdoc cref="Deal.Share"/>
    public decimal? Share { get; init; }

    /// <inheritdoc cref="Deal.Base"/>
    public DealBase? Base { get; init; }

    /// <inheritdoc cref="Deal.ProfitShare"/>
    public decimal? ProfitShare { get; init; }

    /// <inheritdoc cref="DoorTerms.TicketPrice"/>
    public decimal? TicketPrice { get; init; }

    /// <inheritdoc cref="DoorTerms.Capacity"/>
    public int? Capacity { get; init; }

    /// <inheritdoc cref="DoorTerms.Tax"/>
    public decimal? Tax { get; init; }

    /// <inheritdoc cref="DoorTerms.TaxIncluded"/>
    public bool? TaxIncluded { get; init; }

    /// <inheritdoc cref="DoorTerms.TicketFee"/>
    public decimal? TicketFee { get; init; }

    /// <inheritdoc cref="DoorTerms.ExpenseCap"/>
    public decimal? ExpenseCap { get; init; }

    /// <summary>The same without what its kind does not ask for; or what is wrong with it (R6).</summary>
    /// <param name="currency">ISO 4217.</param>
    public (DealTerms? Terms, Refusal? Refusal) Checked(string currency)
    {
        var (deal, refusal) = Deal.Read(Kind, currency, 0, Share, Base, ProfitShare);
        if (deal is null) return (null, refusal);
        if (!deal.SharesDoor) return (new(), null);
        (var door, refusal) = ReadDoor(currency);
        if (door is null) return (null, refusal);
        return (this with { Share = deal.Share.Value, Base = deal.Base, ProfitShare = deal.ProfitShare.Value }, null);
    }

    /// <summary>The deal for a guarantee.</summary>
    /// <exception cref="InvalidOperationException">The terms were not checked.</exception>
    public Deal For(Money guarantee) =>
        Deal.Read(Kind, guarantee.Currency, guarantee.Amount, Share, Base, ProfitShare).Deal ?? throw new InvalidOperationException("These terms state no deal.");

    /// <summary>What there is to sell; null at a flat fee.</summary>
    /// <param name="currency">ISO 4217.</param>
    public DoorTerms? Door(string currency) => Kind is DealKind.Flat ? null : ReadDoor(currency).Terms;

    private (DoorTerms? Terms, Refusal? Refusal) ReadDoor(string currency) =>
        DoorTerms.Read(currency, TicketPrice, Capacity, Tax, TaxIncluded ?? true, TicketFee, ExpenseCap);
}
