using EasyGig.Domain.Artists;
using EasyGig.Domain.Facts;
using EasyGig.Domain.Groups;
using EasyGig.Domain.Offers;
using EasyGig.Domain.Slots;

namespace EasyGig.Domain.Applications;

/// <summary>An artist's answer to a slot: a message and the fee it would play for; and what the two sides offer each other from there on.</summary>
/// <remarks>Each verb returns null when it was done, or the refusal when nothing was changed. Verbs need the offers; they are loaded with it.</remarks>
public sealed partial class Application : Entity
{
    /// <summary>Closer to its start than this, a slot takes no application.</summary>
    public static readonly TimeSpan Notice = TimeSpan.FromHours(48);

    private Application() { }

    private Application(Slot slot, Guid artistId, string message, Money fee, Guid? groupId, DateTimeOffset now) =>
        (Id, SlotId, ArtistId, Message, Fee, AskedVersion, TermsVersion, GroupId, SubmittedAt, ExpiresAt) =
        (Guid.CreateVersion7(), slot.Id, artistId, message, fee, slot.TermsVersion, slot.TermsVersion, groupId, now, AnswerBy(slot, now));

    public Guid SlotId { get; private set; }
    public Guid ArtistId { get; private set; }
    public string Message { get; private set; } = "";

    /// <summary>What the artist asked for when it applied.</summary>
    public Money Fee { get; private set; }

    /// <summary>The version of the slot's terms that it answered when it was sent.</summary>
    public int AskedVersion { get; private set; }

    /// <summary>The version of the slot's terms that the artist read last and agreed to.</summary>
    public int TermsVersion { get; private set; }
    public DateTimeOffset SubmittedAt { get; private set; }
    public ApplicationState State { get; private set; } = ApplicationState.Submitted;

    /// <summary>Why the venue said no, in its words.</summary>
    public string? Reason { get; private set; }
    public uint Version { get; private set; }

    /// <param name="termsVersion">The version of the terms that the artist had on the page.</param>
    /// <param name="group">Given, an organisation puts the artist forward, together with others.</param>
    public static (Application? Application, Refusal? Refusal) Submit(
        Slot slot, Artist artist, string message, decimal fee, int termsVersion, DateTimeOffset now, Guid? group = null)
    {
        if (slot.StateAt(now) is not SlotState.Open) return (null, SlotRefusals.NotOpen);
        if (slot.Time.Start - now < Notice) return (null, ApplicationRefusals.TooLate);
        if (termsVersion != slot.TermsVersion) return (null, ApplicationRefusals.TermsChanged);
        if (!Money.IsWhole(fee, slot.Terms.Currency)) return (null, ApplicationRefusals.FeeTooFine.About(slot.Terms.Currency));
        var application = new Application(slot, artist.Id, message, slot.Terms.For(new(fee, slot.Terms.Currency)).Fee, group, now);
        application.Outlast(slot);
        application.Record(application.That(FactKind.Applied));
        if (group is not null) application.Record(application.That(FactKind.Placed));
        return (application, null);
    }

    public Refusal? Shortlist() => State is ApplicationState.Submitted ? MoveTo(ApplicationState.Shortlisted, FactKind.Shortlisted) : ApplicationRefusals.Step;

    /// <summary>Says no to an application that nobody has accepted: what led to a booking falls only with it.</summary>
    public Refusal? Decline(string? reason) =>
        State is ApplicationState.Accepted ? ApplicationRefusals.Step : MoveTo(ApplicationState.Declined, FactKind.Declined, reason, No(Side.Venue));

    /// <summary>Says that it still fits: from now on it answers the slot's terms as they are.</summary>
    /// <param name="termsVersion">The version of the terms that the artist had on the page.</param>
    public Refusal? ConfirmTerms(Slot slot, int termsVersion)
    {
        if (GroupId is not null) return GroupRefusals.Over; // it falls with the terms that it was put together for
        if (Refuses(ApplicationState.Withdrawn) is { } refusal) return refusal;
        if (termsVersion != slot.TermsVersion) return ApplicationRefusals.TermsChanged;
        if (TermsVersion == slot.TermsVersion) return null;
        if (Standing is { By: Side.Artist } own && !slot.Terms.Allows(own.Fee)) return OfferRefusals.FeeRange;
        TermsVersion = slot.TermsVersion;
        Record(That(FactKind.TermsConfirmed));
        return null;
    }

    public Refusal? Withdraw() => MoveTo(ApplicationState.Withdrawn, FactKind.Withdrew, offer: No(Side.Artist));

    internal Refusal? Refuses(ApplicationState next) => ApplicationSteps.All.Allows(State, next) ? null : ApplicationRefusals.Step;

    internal void Accept()
    {
        if (Standing is { By: Side.Venue }) Record(That(FactKind.OfferTaken));
        Standing?.End(OfferState.Accepted);
        State = ApplicationState.Accepted;
    }

    /// <summary>Steps aside for a booking that may still fall; nobody is told before it stands. A group stays open until then.</summary>
    internal Refusal? Wait() => State is ApplicationState.Waitlisted || GroupId is not null ? null : MoveTo(ApplicationState.Waitlisted, FactKind.Waitlisted);

    /// <summary>The booking stands: tells the artist that the slot went to another, and that it stays on the waiting list; a group waits for nothing.</summary>
    internal void MissOut()
    {
        if (GroupId is not null) Decline(null);
        else Record(That(FactKind.MissedOut));
    }

    /// <summary>The slot was taken back.</summary>
    internal void LoseSlot(string? reason)
    {
        if (Refuses(ApplicationState.Declined) is not null) return;
        (State, Reason) = (ApplicationState.Declined, reason);
        Standing?.End(OfferState.Lapsed);
        Record(That(FactKind.SlotLost, reason));
    }

    /// <summary>The booking that this application led to fell.</summary>
    internal void Fall(string? reason) => (State, Reason) = (ApplicationState.Declined, reason);

    /// <param name="offer">What becomes of an offer that stands.</param>
    private Refusal? MoveTo(ApplicationState next, FactKind fact, string? reason = null, OfferState offer = OfferState.Lapsed)
    {
        if (Refuses(next) is { } refusal) return refusal;
        (State, Reason) = (next, next is ApplicationState.Declined ? reason ?? Reason : Reason);
        Standing?.End(offer);
        Record(That(fact, reason));
        return null;
    }

    private Fact That(FactKind kind, string? reason = null) => new(kind, SlotId, Id, Reason: reason);
}
