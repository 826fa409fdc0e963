namespace EasyGig.Domain.Bookings;

/// <summary>Every way a booking can be refused.</summary>
public static class BookingRefusals
{
    public static readonly Refusal Started = new("bookings_started");
    public static readonly Refusal Decided = new("bookings_decided");

    /// <summary>The promoter's days are not over; names when they are.</summary>
    public static readonly Refusal ReviewFirst = new("bookings_review_first");

    /// <summary>Who only reviews it calls nothing off.</summary>
    public static readonly Refusal NotYours = new("bookings_not_yours");

    /// <summary>It does not stand any more.</summary>
    public static readonly Refusal NotCancellable = new("bookings_not_cancellable");

    /// <summary>The evening has begun; what is left is to say how it went.</summary>
    public static readonly Refusal CancelledTooLate = new("bookings_cancelled_too_late");

    /// <summary>So close to the start, an artist says that it cannot play, and the venue answers.</summary>
    public static readonly Refusal NotAlone = new("bookings_not_alone");

    /// <summary>There is time enough to cancel.</summary>
    public static readonly Refusal CancelInstead = new("bookings_cancel_instead");

    /// <summary>The artist has said that it cannot play, so the venue answers that instead of cancelling.</summary>
    public static readonly Refusal AnswerInstead = new("bookings_answer_instead");
    public static readonly Refusal CannotPlaySaid = new("bookings_cannot_play_said");
    public static readonly Refusal NothingToAnswer = new("bookings_nothing_to_answer");

    /// <summary>What cancelling does is not what the page said any more.</summary>
    public static readonly Refusal Foretold = new("bookings_foretold");

    public static readonly Refusal NotBegun = new("bookings_not_begun");
    public static readonly Refusal NotConfirmed = new("bookings_not_confirmed");

    public static readonly Refusal TermsClosed = new("bookings_terms_closed");
    public static readonly Refusal TermsSame = new("bookings_terms_same");

    /// <summary>Somebody put other terms forward since the page was opened.</summary>
    public static readonly Refusal TermsUnread = new("bookings_terms_unread");

    /// <summary>The proposal that was answered does not stand any more.</summary>
    public static readonly Refusal TermsGone = new("bookings_terms_gone");

    /// <summary>A proposal is answered by the other side and withdrawn by its own.</summary>
    public static readonly Refusal TermsSide = new("bookings_terms_side");

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

    /// <summary>Nobody is let down without a word why.</summary>
    public static readonly Refusal ReasonStated = new("bookings_reason_stated", "Reason");
    public static readonly Refusal CancelledBy = new("bookings_cancelled_by");
    public static readonly Refusal CannotPlay = new("bookings_cannot_play");

    /// <summary>Terms that were put forward are answered, not rewritten.</summary>
    public static readonly Refusal VersionFixed = new("booking_versions_fixed");
    public static readonly Refusal VersionStep = new("booking_versions_step");
    public static readonly Refusal VersionFirst = new("booking_versions_first");
    public static readonly Refusal VersionAnswered = new("booking_versions_answered");

    /// <summary>A version is of its booking's artist, place, time and currency, and its fingerprint is of what it says.</summary>
    public static readonly Refusal VersionOfItsBooking = new("booking_versions_of_its_booking");

    /// <summary>Of one booking, one proposal stands at a time.</summary>
    public static readonly Refusal OneProposal = new("booking_versions_one_proposed");

    public static readonly IReadOnlyList<Refusal> KeptByDatabase =
    [
        Step, TimeOrder, FeeNotNegative, FeeTooFine, StageFree, ArtistFree, OfItsSlot, OfItsApplication, Frozen, ReviewDue, ReasonStated, CancelledBy, CannotPlay,
        VersionFixed, VersionStep, VersionFirst, VersionAnswered, VersionOfItsBooking, OneProposal,
    ];
}
