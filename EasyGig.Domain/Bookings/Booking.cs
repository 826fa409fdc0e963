using EasyGig.Domain.Applications;
using EasyGig.Domain.Deals;
using EasyGig.Domain.Facts;
using EasyGig.Domain.Groups;
using EasyGig.Domain.Holds;
using EasyGig.Domain.Slots;
using EasyGig.Domain.Venues;

namespace EasyGig.Domain.Bookings;

/// <summary>Who signs a booking off.</summary>
public enum Reviewer { Promoter, Director }

/// <summary>An artist on a slot for an agreed deal.</summary>
/// <remarks>Each verb returns null when it was done, or the refusal when nothing was changed.</remarks>
public sealed partial class Booking : Entity
{
    /// <summary>How long a promoter has for the review; after that the director may decide.</summary>
    public static readonly TimeSpan ReviewTime = TimeSpan.FromDays(3);

    private Booking() { }

    private Booking(Venue venue, Slot slot, Application application, bool declineRivals, DateTimeOffset now)
    {
        var terms = application.TermsFor(slot);
        (Id, SlotId, ApplicationId) = (Guid.CreateVersion7(), slot.Id, application.Id);
        (VenueId, StageId, ArtistId, Time) = (slot.VenueId, slot.StageId, application.ArtistId, slot.Time);
        (ReviewerId, DeclineRivals, AcceptedAt) = (venue.HousePromoterId, declineRivals, now);
        (Fee, Deal) = (terms.Fee, terms.Deal with { });
        ReviewDueAt = ReviewerId is null ? null : now + ReviewTime;
        _versions.Add(new(this, 1, Terms, by: null, note: null, now));
    }

    public Guid SlotId { get; private set; }
    public Guid ApplicationId { get; private set; }
    public Guid VenueId { get; private set; }
    public Guid StageId { get; private set; }
    public Guid ArtistId { get; private set; }
    public Period Time { get; private set; }
    public Money Fee { get; private set; }

    /// <summary>What is paid beside the fee.</summary>
    public DealTerms Deal { get; private set; } = null!;

    /// <summary>The organisation that reviews it; null where the director's word is the last.</summary>
    public Guid? ReviewerId { get; private set; }
    public DateTimeOffset? ReviewDueAt { get; private set; }

    /// <summary>Whether the rivals are declined, not only told, once the booking is confirmed.</summary>
    public bool DeclineRivals { get; private set; }
    public DateTimeOffset AcceptedAt { get; private set; }
    public DateTimeOffset? ConfirmedAt { get; private set; }
    public BookingState State { get; private set; } = BookingState.PendingReview;

    /// <summary>Why it was rejected or cancelled, or what happened where nobody came, in the words of whoever did or says so; null where the clock did.</summary>
    public string? Reason { get; private set; }
    public uint Version { get; private set; }

    /// <summary>How often its entry in calendars has changed; the database counts.</summary>
    public int Sequence { get; private set; }

    /// <summary>When it last did.</summary>
    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>The yes of the side that did not speak last: the venue's to what the artist asks, the artist's to what the venue offers.
    /// It books the artist on the terms that stand.</summary>
    /// <param name="termsVersion">The version of the slot's terms that whoever says yes had on the page.</param>
    /// <param name="answers">The offer that stood on that page; zero when it is what the artist applied with.</param>
    /// <param name="around">Every other live application to the slot, and the artist's other live ones that overlap it.</param>
    public static (Booking? Booking, Refusal? Refusal) Accept(
        Side by, Venue venue, Slot slot, Application application, int termsVersion, int answers, Surroundings around, bool declineRivals, DateTimeOffset now)
    {
        if (application.GroupId is not null) return (null, GroupRefusals.Whole);
        if ((slot.RefusesBooking(now) ?? application.RefusesYes(by, slot, termsVersion, answers, now) ?? around.Holds?.RefusesBooking(application.ArtistId)) is { } refusal) return (null, refusal);
        return (Make(venue, slot, application, around, declineRivals, now), null);
    }

    /// <summary>Books what both sides have said yes to.</summary>
    internal static Booking Make(Venue venue, Slot slot, Application application, Surroundings around, bool declineRivals, DateTimeOffset now)
    {
        slot.Book();
        application.Accept();
        var booking = new Booking(venue, slot, application, declineRivals, now);
        foreach (var rival in around.Rivals) rival.Wait();
        booking.Record(booking.That(FactKind.Accepted));
        if (booking.ReviewerId is null) booking.Confirm(around, now);
        return booking;
    }

    public Refusal? Approve(Reviewer by, Surroundings around, DateTimeOffset now)
    {
        if (Waits(by, now) is { } refusal) return refusal;
        if (now >= Time.Start) return BookingRefusals.Started;
        return Confirm(around, now);
    }

    /// <summary>Turns the booking down; the slot takes applications again and its waiting list can be offered it.</summary>
    public Refusal? Reject(Reviewer by, Footing on, string reason, DateTimeOffset now)
    {
        if (Waits(by, now) is { } refusal) return refusal;
        return TurnDown(on, FactKind.Rejected, reason, now);
    }

    /// <summary>The time for the review is over: from now on the director may decide, and is told so.</summary>
    public void LetDirectorDecide(DateTimeOffset now)
    {
        if (State is BookingState.PendingReview && now >= ReviewDueAt && now < Time.Start) Record(That(FactKind.ReviewOverdue));
    }

    /// <summary>The start has come, and nobody has decided: it is rejected without anybody's words. The slot, open again and over, lapses.</summary>
    /// <returns>Whether it was.</returns>
    public bool LapseReview(Footing on, DateTimeOffset now) =>
        State is BookingState.PendingReview && now >= Time.Start && TurnDown(on, FactKind.ReviewLapsed, null, now) is null;

    /// <summary>Whether it was rejected because nobody decided until its start.</summary>
    public bool WasNotReviewed => State is BookingState.Rejected && Reason is null;

    /// <summary>Whether it is to take place, as far as is known.</summary>
    public bool Stands => State is BookingState.PendingReview or BookingState.Confirmed;

    /// <summary>Whether that reviewer may decide now.</summary>
    public bool MayDecide(Reviewer by, DateTimeOffset now) => Waits(by, now) is null;

    private Refusal? Waits(Reviewer by, DateTimeOffset now) =>
        State is not BookingState.PendingReview ? BookingRefusals.Decided
        : by is Reviewer.Director && now < ReviewDueAt ? BookingRefusals.ReviewFirst.About(ReviewDueAt.Value)
        : null;

    private Refusal? TurnDown(Footing on, FactKind fact, string? reason, DateTimeOffset now)
    {
        if ((on.Slot.RefusesReopening ?? on.Application.Refuses(ApplicationState.Declined)) is { } broken) return broken;
        on.Slot.Reopen();
        on.Application.Fall(reason);
        on.Holds?.FallWith(ArtistId, now);
        (State, Reason) = (BookingState.Rejected, reason);
        Record(That(fact, reason));
        return null;
    }

    private Refusal? Confirm(Surroundings around, DateTimeOffset now)
    {
        (State, ConfirmedAt) = (BookingState.Confirmed, now);
        Record(That(FactKind.Confirmed));
        foreach (var rival in around.Rivals)
            if (DeclineRivals) rival.Decline(null);
            else rival.MissOut();
        foreach (var clash in around.Overlapping) clash.Withdraw();
        around.Holds?.GoTo(ArtistId, Id, now);
        return null;
    }

    internal Fact That(FactKind kind, string? reason = null) => new(kind, SlotId, ApplicationId, Id, reason);
}

/// <summary>What a booking touches beside its own application: other live ones, and the holds of its date.</summary>
/// <param name="Rivals">Those to the same slot.</param>
/// <param name="Overlapping">Those of the same artist to other slots at an overlapping time.</param>
public sealed record Surroundings(IReadOnlyList<Application> Rivals, IReadOnlyList<Application> Overlapping)
{
    /// <summary>Null where nobody holds dates.</summary>
    public HoldStack? Holds { get; init; }
}
