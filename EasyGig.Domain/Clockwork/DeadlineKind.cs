namespace EasyGig.Domain.Clockwork;

/// <summary>What comes when its time has come, without anybody doing anything. Each is about one thing: its subject.</summary>
public enum DeadlineKind
{
    /// <summary>Of an application that nobody has answered: the venue is told so, on days 3 and 4.</summary>
    ApplicationReminder,

    /// <summary>Of an application that nobody has answered: it ends.</summary>
    ApplicationExpiry,

    /// <summary>Of an offer that nobody has answered: a day is left to.</summary>
    OfferReminder,

    /// <summary>Of an offer that nobody has answered: it ends.</summary>
    OfferDue,

    /// <summary>Of a group: its time is up; at once where it cannot come about any more.</summary>
    GroupDue,

    /// <summary>Of a booking that waits for review: from now on the director may decide.</summary>
    ReviewOverdue,

    /// <summary>Of a booking that waits for review: its start has come, and nobody has decided.</summary>
    ReviewLapsed,

    /// <summary>Of a booking whose artist cannot play: the venue is asked once more to answer.</summary>
    ReleaseReminder,

    /// <summary>Of a booking whose artist cannot play: its start has come, and the venue has not answered.</summary>
    ReleaseDue,

    /// <summary>Of an open slot: its start has come, and nobody is booked.</summary>
    SlotLapse,

    /// <summary>Of a confirmed booking: it was played, where nobody said otherwise.</summary>
    Played,

    /// <summary>Of a slot that goes down its waiting list: the time of whoever is asked is over.</summary>
    RevivalDue,

    /// <summary>Of a strike: it counts no more.</summary>
    StrikeLapse,

    /// <summary>Of a strike that froze its owner: the freeze is over.</summary>
    FreezeEnd,

    /// <summary>Of a hold: a day is left to decide.</summary>
    HoldExpiring,

    /// <summary>Of a hold: its artist has not decided.</summary>
    HoldExpired,

    /// <summary>Of a challenge: whoever is asked has not answered.</summary>
    ChallengeDue,

    /// <summary>Of a slot that is open since a moment ago: saved searches look at it, and at all that came with it.</summary>
    SearchRound,

    /// <summary>Of a saved search that has found something: its owner is told.</summary>
    SearchAlert,
}
