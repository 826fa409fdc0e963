using EasyGig.Domain.Bookings;

namespace EasyGig.Domain.Facts;

/// <summary>What can happen, as the audit trail names it.</summary>
public enum FactKind
{
    SlotPublished, SlotChanged, SlotCancelled, SlotLapsed, SlotLost,
    Invited, InvitationDeclined,
    Applied, TermsConfirmed, Withdrew, Shortlisted, Declined, Waitlisted, Reminded, Expired, PassedBy, WaitedInVain,
    Offered, OfferTaken, OfferRefused, OfferWithdrawn, CounterOffered, CounterRefused, CounterWithdrawn, OfferExpiring, OfferExpired,
    Accepted, ReviewOverdue, ReviewLapsed, Confirmed, Rejected, MissedOut,
    Cancelled, CannotPlay, ReleaseAwaited, Released, NotReleased, ReleaseLapsed, Played, NoShow,
    Revived, RevivalPassed, RevivalLapsed, RevivalDeferred, RevivalEnded,
    StrikeGiven, Warned, Frozen, FreezeEnded, StrikeLapsed, StrikeLifted,
    TermsProposed, TermsAgreed, TermsRefused, TermsWithdrawn,
    MessageSent, Rated,
    RunOfShowChanged, FileAttached,
    RosterAsked, RosterJoined, RosterDeclined, RosterLeft, RosterEnded,
    Placed, Replaced, GroupAgreed, GroupUnagreed, GroupCompleted, GroupRefused, GroupExpired, GroupWithdrawn, GroupFell,

    // what one act does to a stack of holds, in this order: the cause first
    HoldPlaced, HoldExpiring, HoldReleased, HoldExpired, HoldForfeited, HoldFell, ChallengeStarted, ChallengeMet, HoldCommitted,
    HoldPromoted, HoldChallenged, ChallengeWon, ChallengeLost, ChallengeEnded, HoldConverted, HoldLost,
}

/// <summary>One thing that happened, recorded by the verb that did it.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="SlotId">The slot it is about; null where it is about a hold, which has a date and no slot, or about none.</param>
/// <param name="ApplicationId">The application, where one is concerned.</param>
/// <param name="BookingId">The booking, where one is concerned.</param>
/// <param name="Reason">What the person gave as the reason, in their words; of a file, what it is called.</param>
public sealed record Fact(FactKind Kind, Guid? SlotId = null, Guid? ApplicationId = null, Guid? BookingId = null, string? Reason = null)
{
    /// <summary>The hold it is about.</summary>
    public Guid? HoldId { get; init; }

    /// <summary>Which of the holds of its date it is, or was.</summary>
    public int? Rank { get; init; }

    /// <summary>The slot or the hold that it is about; null when it is about neither.</summary>
    public Guid? About => SlotId ?? HoldId;

    /// <summary>The one side that it concerns; null when it concerns all who are told of its kind.</summary>
    public Side? To { get; init; }

    /// <summary>The artist, where it is about one and no application of theirs.</summary>
    public Guid? ArtistId { get; init; }

    /// <summary>Until when somebody has to act, or what it is about lasts.</summary>
    public DateTimeOffset? Due { get; init; }

    /// <summary>The organisation, where it is about one and an artist.</summary>
    public Guid? OrganisationId { get; init; }

    /// <summary>The side that did it, where it need not be told itself.</summary>
    public Party? From { get; init; }

    /// <summary>What that side wrote to the others: it goes with the mail, and into no trail and no history.</summary>
    public string? Words { get; init; }
}
