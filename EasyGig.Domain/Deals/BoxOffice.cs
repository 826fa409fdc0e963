namespace EasyGig.Domain.Deals;

/// <summary>What a night took, before anybody has a share: what a deal is settled from. Amounts are in the deal's currency, in major units.</summary>
public sealed record BoxOffice
{
    /// <param name="sold">Tickets.</param>
    /// <param name="gross">GBOR, gross box office: price times sold, summed over the prices.</param>
    /// <param name="fees">Facility fees, at most the gross.</param>
    /// <param name="taxIncluded">Whether the gross includes the tax.</param>
    /// <param name="expenses">E: what counts as expenses, capped as agreed.</param>
    /// <exception cref="ArgumentOutOfRangeException">Something is negative, or the fees exceed the gross.</exception>
    public BoxOffice(int sold, decimal gross, decimal fees, Percent tax, bool taxIncluded, decimal expenses)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(sold);
        ArgumentOutOfRangeException.ThrowIfNegative(fees);
        ArgumentOutOfRangeException.ThrowIfNegative(expenses);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(fees, gross);
        (Sold, Gross, Fees, Tax, TaxIncluded, Expenses) = (sold, gross, fees, tax, taxIncluded, expenses);
    }

    public int Sold { get; }
    public decimal Gross { get; }
    public decimal Fees { get; }
    public Percent Tax { get; }
    public bool TaxIncluded { get; }
    public decimal Expenses { get; }

    /// <summary>AG, adjusted gross.</summary>
    public decimal AdjustedGross => Gross - Fees;

    /// <summary>What the adjusted gross is divided by to leave the net box office: NBOR = AG ÷ (1 + tax) if prices include tax, else AG.</summary>
    public decimal TaxDivisor => TaxIncluded ? 1 + Tax.Of(1) : 1;
}
