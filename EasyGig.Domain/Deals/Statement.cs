namespace EasyGig.Domain.Deals;

/// <summary>The lines that a statement may have.</summary>
public enum StatementKey
{
    Gross, FacilityFees, AdjustedGross, Tax, NetBoxOffice, Expenses, PromoterProfit, Net, SplitPoint, AboveSplitPoint, Share, Guarantee, Payout,
}

/// <summary>One line of a statement.</summary>
/// <param name="Amount">As it is shown, rounded by itself; what is taken away is negative. Nothing is reckoned from it.</param>
/// <param name="How">The resource of the sentence that says how it came about, with <paramref name="Arguments"/>: counts, <see cref="Percent"/> and <see cref="Money"/>.</param>
public sealed record StatementLine(StatementKey Key, Money Amount, string How, params IReadOnlyList<object> Arguments);

/// <summary>What a deal pays, line by line; the last line is the payout.</summary>
public sealed record Statement(IReadOnlyList<StatementLine> Lines)
{
    /// <summary>What the artist is paid, rounded once, half to even, to the currency's minor unit.</summary>
    public Money Payout => Lines[^1].Amount;

    /// <summary>Settles a deal: the same code before the night and after it.</summary>
    /// <param name="box">What the night took, in the deal's currency; null will do for a flat fee.</param>
    /// <exception cref="ArgumentNullException">The deal shares the door, and nothing is said of it.</exception>
    public static Statement Of(Deal deal, BoxOffice? box)
    {
        if (!deal.SharesDoor) return new([new(StatementKey.Payout, deal.Guarantee, "line.payout.flat")]);
        ArgumentNullException.ThrowIfNull(box);
        return new(new Reckoning(deal, box).Lines);
    }
}
