namespace EasyGig.Domain.Holds;

/// <summary>Every way a hold or a challenge can be refused.</summary>
public static class HoldRefusals
{
    /// <summary>No artist of that address.</summary>
    public static readonly Refusal ArtistUnknown = new("holds_artist_unknown", "Artist");

    /// <summary>The day is over at the venue.</summary>
    public static readonly Refusal DatePast = new("holds_date_past");

    /// <summary>The artist would have to decide after the day itself.</summary>
    public static readonly Refusal DecideInTime = new("holds_decide_in_time", "DecideOn");

    /// <summary>The clocks skip that time; names it and the zone.</summary>
    public static readonly Refusal DecideSkipped = new("holds_decide_skipped", "DecideAt");

    /// <summary>So many hold a date, and nobody more; names how many.</summary>
    public static readonly Refusal Most = new("holds_most");

    /// <summary>It is not held any more.</summary>
    public static readonly Refusal Over = new("holds_over");

    /// <summary>Who has said that it is ready says it no second time.</summary>
    public static readonly Refusal Committed = new("holds_committed");

    /// <summary>Somebody else holds the date first: who is ready asks upward.</summary>
    public static readonly Refusal ChallengeInstead = new("holds_challenge_instead");

    /// <summary>Nobody is above whom one could ask.</summary>
    public static readonly Refusal First = new("challenges_first");

    /// <summary>Its booking waits for review, and it waits with it.</summary>
    public static readonly Refusal UnderReview = new("holds_under_review");

    /// <summary>Who is asked answers, and asks nobody.</summary>
    public static readonly Refusal AnswerFirst = new("challenges_answer_first");

    /// <summary>Somebody above is ready, so that the date is for the venue to decide.</summary>
    public static readonly Refusal CommittedAbove = new("challenges_committed_above");

    /// <summary>The deadline has come: it counts as a no.</summary>
    public static readonly Refusal TooLate = new("challenges_too_late");

    public static readonly Refusal Step = new("holds_step");

    /// <summary>Of one artist one hold of a stage's date is live.</summary>
    public static readonly Refusal OneLive = new("holds_one_live", "Artist");
    public static readonly Refusal StageOfVenue = new("holds_stage_of_venue");
    public static readonly Refusal RankOnce = new("holds_rank_once");
    public static readonly Refusal RanksInOrder = new("holds_ranks_in_order");

    /// <summary>The artist decides later than now, and the hold stands until then at least.</summary>
    public static readonly Refusal DecideAhead = new("holds_decide_ahead", "DecideOn");
    public static readonly Refusal ConvertedByBooking = new("holds_converted_by_booking");

    /// <summary>Whoever was asked of whom, and until when, stays as it was.</summary>
    public static readonly Refusal Fixed = new("holds_fixed");

    /// <summary>Another artist is confirmed on that stage and date.</summary>
    public static readonly Refusal DateBooked = new("holds_date_booked");

    public static readonly Refusal ChallengeStep = new("challenges_step");

    /// <summary>Of one stage's date one challenge runs at a time.</summary>
    public static readonly Refusal OneRunning = new("challenges_one_running");
    public static readonly Refusal ChallengeInOrder = new("challenges_in_order");
    public static readonly Refusal ChallengeFixed = new("challenges_fixed");
    public static readonly Refusal DueAhead = new("challenges_due_ahead");

    /// <summary>Another artist holds the date, above whoever would be booked; names who and until when, to the venue.</summary>
    public static readonly Refusal DateHeld = new("bookings_date_held");

    public static readonly IReadOnlyList<Refusal> KeptByDatabase =
    [
        Step, OneLive, StageOfVenue, RankOnce, RanksInOrder, DecideAhead, ConvertedByBooking, Fixed, DateBooked,
        ChallengeStep, OneRunning, ChallengeInOrder, ChallengeFixed, DueAhead, DateHeld,
    ];
}
