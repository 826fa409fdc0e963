namespace EasyGig.Domain.Applications;

/// <summary>Every way an application can be refused.</summary>
public static class ApplicationRefusals
{
    public static readonly Refusal TooLate = new("applications_too_late");
    public static readonly Refusal TermsChanged = new("applications_terms_changed");

    /// <summary>Finer than the currency's minor unit; names the currency.</summary>
    public static readonly Refusal FeeTooFine = new("applications_fee_too_fine", "Fee");

    public static readonly Refusal Step = new("applications_step");
    public static readonly Refusal OneLive = new("applications_one_live");
    public static readonly Refusal MessagePresent = new("applications_message_present", "Message");
    public static readonly Refusal FeeNotNegative = new("applications_fee_not_negative", "Fee");

    /// <summary>The fee lies outside the slot's range and the slot is not negotiable; names the range.</summary>
    public static readonly Refusal FeeRange = new("applications_fee_range", "Fee");

    /// <summary>The artist is booked elsewhere at that time; names where.</summary>
    public static readonly Refusal ArtistFree = new("applications_artist_free");

    public static readonly IReadOnlyList<Refusal> KeptByDatabase = [Step, OneLive, MessagePresent, FeeNotNegative, FeeTooFine, FeeRange, ArtistFree];
}
