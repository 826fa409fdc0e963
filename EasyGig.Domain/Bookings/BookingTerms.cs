using EasyGig.Domain.Deals;

namespace EasyGig.Domain.Bookings;

/// <summary>What two sides agree on: what is paid, and what else they promise each other.</summary>
public sealed record BookingTerms
{
    /// <summary>How many characters the clause may have.</summary>
    public const int ClauseLength = 2000;

    public required Money Fee { get; init; }
    public required DealTerms Deal { get; init; }

    /// <summary>In their own words: hotel, food, travel; empty where there is nothing to say.</summary>
    public required string Clause { get; init; }

    /// <summary>The terms that a form states, without what their kind does not ask for; or what is wrong with them (R6).</summary>
    /// <param name="currency">ISO 4217.</param>
    /// <param name="fee">In major units; what a door deal states is not counted.</param>
    public static (BookingTerms? Terms, Refusal? Refusal) Read(DealTerms stated, string currency, decimal fee, string clause)
    {
        var (deal, refusal) = stated.Checked(currency);
        if (deal is null) return (null, refusal);
        if (deal.Kind is DealKind.Door) fee = 0;
        if (fee < 0) return (null, DealRefusals.FeeNotNegative);
        if (!Money.IsWhole(fee, currency)) return (null, DealRefusals.FeeTooFine.About(currency));
        return (new() { Fee = new(fee, currency), Deal = deal, Clause = clause.ReplaceLineEndings("\n") }, null);
    }
}
