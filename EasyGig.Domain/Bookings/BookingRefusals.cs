namespace EasyGig.Domain.Bookings;

/// <summary>Every way a booking can be refused.</summary>
public static class BookingRefusals
{
    public static readonly Refusal Started = new("bookings_started");
    public static readonly Refusal Decided = new("bookings_decided");

    /// <summary>The promoter's days are not over; names when they are.</summary>
    public static readonly Refusal ReviewFirst = new("bookings_review_first");

    public static readonly Refusal Step = new("bookings_step");
    public static readonly Refusal TimeOrder = new("bookings_time_order");
    public static readonly Refusal FeeNotNegative = new("bookings_fee_not_negative");
    public static readonly Refusal FeeTooFine = new("bookings_fee_too_fine");

    /// <summary>The stage has a booking at that time.</summary>
    public static readonly Refusal StageFree = new("bookings_stage_free");

    /// <summary>The artist has a booking at that time, here or elsewhere.</summary>
    public static readonly Refusal ArtistFree = new("bookings_artist_free");
    public static readonly Refusal OfItsSlot = new("bookings_of_its_slot");
    public static readonly Refusal OfItsApplication = new("bookings_of_its_application");

    /// <summary>What was agreed does not change.</summary>
    public static readonly Refusal Frozen = new("bookings_frozen");
    public static readonly Refusal ReviewDue = new("bookings_review_due");

    public static readonly IReadOnlyList<Refusal> KeptByDatabase =
        [Step, TimeOrder, FeeNotNegative, FeeTooFine, StageFree, ArtistFree, OfItsSlot, OfItsApplication, Frozen, ReviewDue];
}
