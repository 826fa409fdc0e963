using EasyGig.Domain.Deals;

namespace EasyGig.Domain.Offers;

/// <summary>What an artist plays for: the fee, and what is paid beside it.</summary>
public sealed record Terms(Money Fee, DealTerms Deal)
{
    /// <summary>The same without what its kind does not ask for; or what is wrong with it (R6).</summary>
    /// <param name="fee">In major units of the currency; nothing at a door deal.</param>
    /// <param name="currency">ISO 4217.</param>
    public static (Terms? Terms, Refusal? Refusal) Read(decimal? fee, string currency, DealTerms deal)
    {
        var (pays, refusal) = deal.Checked(currency);
        if (pays is null) return (null, refusal);
        if (pays.Kind is DealKind.Door) fee = 0;
        if (fee is not { } amount) return (null, OfferRefusals.FeeStated);
        if (amount < 0) return (null, OfferRefusals.FeeNotNegative);
        return Money.IsWhole(amount, currency) ? (new(new(amount, currency), pays), null) : (null, OfferRefusals.FeeTooFine.About(currency));
    }

    /// <summary>The deal that they state.</summary>
    public Deal Agreed() => Deal.For(Fee);
}
