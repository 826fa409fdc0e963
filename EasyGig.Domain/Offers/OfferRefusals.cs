namespace EasyGig.Domain.Offers;

/// <summary>Every way an offer can be refused.</summary>
public static class OfferRefusals
{
    /// <summary>It leaves out the fee.</summary>
    public static readonly Refusal FeeStated = new("offers_fee_stated", "Fee");
    public static readonly Refusal FeeNotNegative = new("offers_fee_not_negative", "Fee");

    /// <summary>Finer than the currency's minor unit; names the currency.</summary>
    public static readonly Refusal FeeTooFine = new("offers_fee_too_fine", "Fee");

    /// <summary>An artist's counter-offer lies outside the slot's range and the slot is not negotiable; names the range.</summary>
    public static readonly Refusal FeeRange = new("offers_fee_range", "Fee");

    /// <summary>The terms are those that stand already.</summary>
    public static readonly Refusal Same = new("offers_same");

    /// <summary>Another offer has come, or the one that was answered is gone.</summary>
    public static readonly Refusal Passed = new("offers_passed");

    /// <summary>The time in which it could be taken is over.</summary>
    public static readonly Refusal Over = new("offers_over");

    public static readonly Refusal Step = new("offers_step");
    public static readonly Refusal OneStanding = new("offers_one_standing");

    /// <summary>What stands has an end, after its beginning, and only the venue's go down a waiting list.</summary>
    public static readonly Refusal Due = new("offers_due");
    public static readonly Refusal Currency = new("offers_currency");

    /// <summary>What was offered does not change.</summary>
    public static readonly Refusal Frozen = new("offers_frozen");

    public static readonly IReadOnlyList<Refusal> KeptByDatabase = [Step, OneStanding, FeeNotNegative, FeeTooFine, FeeRange, Currency, Due, Frozen];
}
