using EasyGig.Domain.Artists;
using EasyGig.Domain.Facts;
using EasyGig.Domain.Slots;

namespace EasyGig.Domain.Applications;

/// <summary>An artist's answer to a slot: a message and the flat fee it would play for.</summary>
/// <remarks>Each verb returns null when it was done, or the refusal when nothing was changed.</remarks>
public sealed class Application : Entity
{
    /// <summary>Closer to its start than this, a slot takes no application.</summary>
    public static readonly TimeSpan Notice = TimeSpan.FromHours(48);

    private Application() { }

    private Application(Slot slot, Guid artistId, string message, Money fee, DateTimeOffset now) =>
        (Id, SlotId, ArtistId, Message, Fee, TermsVersion, SubmittedAt) =
        (Guid.CreateVersion7(), slot.Id, artistId, message, fee, slot.TermsVersion, now);

    public Guid SlotId { get; private set; }
    public Guid ArtistId { get; private set; }
    public string Message { get; private set; } = "";
    public Money Fee { get; private set; }

    /// <summary>The version of the slot's terms that the artist read last and agreed to.</summary>
    public int TermsVersion { get; private set; }
    public DateTimeOffset SubmittedAt { get; private set; }
    public ApplicationState State { get; private set; } = ApplicationState.Submitted;

    /// <summary>Why the venue said no, in its words.</summary>
    public string? Reason { get; private set; }
    public uint Version { get; private set; }

    /// <param name="termsVersion">The version of the terms that the artist had on the page.</param>
    public static (Application? Application, Refusal? Refusal) Submit(
        Slot slot, Artist artist, string message, decimal fee, int termsVersion, DateTimeOffset now)
    {
        if (slot.StateAt(now) is not SlotState.Open) return (null, SlotRefusals.NotOpen);
        if (slot.Time.Start - now < Notice) return (null, ApplicationRefusals.TooLate);
        if (termsVersion != slot.TermsVersion) return (null, ApplicationRefusals.TermsChanged);
        if (!Money.IsWhole(fee, slot.Terms.Currency)) return (null, ApplicationRefusals.FeeTooFine.About(slot.Terms.Currency));
        var application = new Application(slot, artist.Id, message, new Money(fee, slot.Terms.Currency), now);
        application.Record(application.That(FactKind.Applied));
        return (application, null);
    }

    public Refusal? Shortlist() => MoveTo(ApplicationState.Shortlisted, FactKind.Shortlisted);

    /// <summary>Says no to an application that nobody has accepted: what led to a booking falls only with it.</summary>
    public Refusal? Decline(string? reason) =>
        State is ApplicationState.Accepted ? ApplicationRefusals.Step : MoveTo(ApplicationState.Declined, FactKind.Declined, reason);

    /// <summary>Says that it still fits: from now on it answers the slot's terms as they are.</summary>
    /// <param name="termsVersion">The version of the terms that the artist had on the page.</param>
    public Refusal? ConfirmTerms(Slot slot, int termsVersion)
    {
        if (Refuses(ApplicationState.Withdrawn) is { } refusal) return refusal;
        if (termsVersion != slot.TermsVersion) return ApplicationRefusals.TermsChanged;
        if (TermsVersion == slot.TermsVersion) return null;
        TermsVersion = slot.TermsVersion;
        Record(That(FactKind.TermsConfirmed));
        return null;
    }

    public Refusal? Withdraw() => MoveTo(ApplicationState.Withdrawn, FactKind.Withdrew);

    /// <summary>Puts the slot to the artist for the fee that it asked for; taking the offer makes the booking.</summary>
    public Refusal? Offer(Slot slot, DateTimeOffset now) => slot.RefusesBooking(now) ?? MoveTo(ApplicationState.Offered, FactKind.Offered);

    /// <summary>Leaves the offer to others; the application stays on the shortlist.</summary>
    public Refusal? RefuseOffer() => State is ApplicationState.Offered ? MoveTo(ApplicationState.Shortlisted, FactKind.OfferRefused) : ApplicationRefusals.Step;

    /// <summary>Whether a yes would book it: the artist's to an offer, else the venue's; and to terms that both have read.</summary>
    /// <param name="termsVersion">The version of the terms that whoever says yes had on the page.</param>
    internal Refusal? RefusesYes(Slot slot, int termsVersion, bool toOffer) =>
        State is ApplicationState.Offered != toOffer ? ApplicationRefusals.Step
        : Refuses(ApplicationState.Accepted)
        ?? (termsVersion != slot.TermsVersion || TermsVersion != slot.TermsVersion ? ApplicationRefusals.TermsChanged : null);

    internal Refusal? Refuses(ApplicationState next) => ApplicationSteps.All.Allows(State, next) ? null : ApplicationRefusals.Step;

    internal void Accept()
    {
        if (State is ApplicationState.Offered) Record(That(FactKind.OfferTaken));
        State = ApplicationState.Accepted;
    }

    /// <summary>Steps aside for a booking that may still fall; nobody is told before it stands.</summary>
    internal Refusal? Wait() => State is ApplicationState.Waitlisted ? null : MoveTo(ApplicationState.Waitlisted, FactKind.Waitlisted);

    /// <summary>The booking stands: tells the artist that the slot went to another, and that it stays on the waiting list.</summary>
    internal void MissOut() => Record(That(FactKind.MissedOut));

    /// <summary>The slot was taken back.</summary>
    internal void LoseSlot(string? reason)
    {
        if (Refuses(ApplicationState.Declined) is not null) return;
        (State, Reason) = (ApplicationState.Declined, reason);
        Record(That(FactKind.SlotLost, reason));
    }

    /// <summary>The booking that this application led to fell.</summary>
    internal void Fall(string? reason) => (State, Reason) = (ApplicationState.Declined, reason);

    private Refusal? MoveTo(ApplicationState next, FactKind? fact = null, string? reason = null)
    {
        if (Refuses(next) is { } refusal) return refusal;
        (State, Reason) = (next, reason ?? Reason);
        if (fact is { } kind) Record(That(kind, reason));
        return null;
    }

    private Fact That(FactKind kind, string? reason = null) => new(kind, SlotId, Id, Reason: reason);
}
