using EasyGig.Domain.Bookings;

namespace EasyGig.Domain.Facts;

/// <summary>What can happen, as the audit trail names it.</summary>
public enum FactKind
{
    SlotPublished, SlotChanged, SlotCancelled, SlotLost,
    Applied, TermsConfirmed, Withdrew, Shortlisted, Offered, OfferTaken, OfferRefused, Declined, Waitlisted,
    Accepted, Confirmed, Rejected, MissedOut,
    RunOfShowChanged, FileAttached,
}

/// <summary>One thing that happened, recorded by the verb that did it.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="SlotId">The slot it is about.</param>
/// <param name="ApplicationId">The application, where one is concerned.</param>
/// <param name="BookingId">The booking, where one is concerned.</param>
/// <param name="Reason">What the person gave as the reason, in their words; of a file, what it is called.</param>
public sealed record Fact(FactKind Kind, Guid SlotId, Guid? ApplicationId = null, Guid? BookingId = null, string? Reason = null)
{
    /// <summary>The side that did it, where it need not be told itself.</summary>
    public Party? From { get; init; }
}
