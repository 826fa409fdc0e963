using EasyGig.Domain.Deals;
using EasyGig.Domain.Facts;
using EasyGig.Domain.Groups;
using EasyGig.Domain.Offers;
using EasyGig.Domain.Slots;
using EasyGig.Domain.WaitingLists;

namespace EasyGig.Domain.Applications;

/// <summary>How the two sides come to terms: each offer answers or betters the one before, until one is accepted.</summary>
public sealed partial class Application
{
    private readonly List<Offer> _offers = [];

    /// <summary>All that was offered, in the order in which it was.</summary>
    public IReadOnlyList<Offer> Offers => _offers;

    /// <summary>The offer that waits for an answer, if one does.</summary>
    public Offer? Standing => _offers.SingleOrDefault(offer => offer.State is OfferState.Standing);

    /// <summary>What the venue offered last; its fee may lie outside the slot's range, and then the artist may name it, too.</summary>
    private Offer? Offered => _offers.Where(offer => offer.By is Side.Venue).MaxBy(offer => offer.Number);

    /// <summary>What it is, or would be, booked for: the offer that stands or was accepted, else what the artist asked for.</summary>
    public Terms TermsFor(Slot slot) =>
        _offers.Where(offer => offer.State is OfferState.Standing or OfferState.Accepted).MaxBy(offer => offer.Number)?.Terms() ?? slot.Terms.For(Fee);

    /// <summary>Whose yes would book it: the side that did not speak last.</summary>
    public Side Next => Standing is { By: Side.Venue } ? Side.Artist : Side.Venue;

    /// <summary>Whether a side may put terms to the other: the venue at any time, the artist in answer to an offer.</summary>
    public bool MayOffer(Side by) => GroupId is null && (State is ApplicationState.Offered || by is Side.Venue && Refuses(ApplicationState.Offered) is null);

    /// <summary>Puts terms to the other side; they take the place of an offer that stands.</summary>
    /// <param name="termsVersion">The version of the slot's terms that whoever offers had on the page.</param>
    /// <param name="answers">The offer that stood on that page; zero when none did.</param>
    public Refusal? Offer(Side by, Slot slot, Terms terms, string note, int termsVersion, int answers, DateTimeOffset now)
    {
        if (GroupId is not null) return GroupRefusals.NoOffers;
        if (slot.RefusesBooking(now) is { } gone) return gone;
        if (slot.AskedUntil is not null) return WaitingListRefusals.Running;
        if (!MayOffer(by)) return ApplicationRefusals.Step;
        if ((RefusesAnswer(answers) ?? RefusesReading(slot, termsVersion)) is { } refusal) return refusal;
        if (Standing is { } standing && standing.Terms() == terms) return OfferRefusals.Same;
        if (by is Side.Artist && now >= Standing?.DueAt) return OfferRefusals.Over;
        if (by is Side.Artist && !slot.Terms.Allows(terms.Fee) && Offered?.Fee != terms.Fee) return OfferRefusals.FeeRange;
        var due = AnswerBy(slot, now);
        Standing?.End(OfferState.Replaced);
        _offers.Add(new(Id, _offers.Count + 1, by, terms, note, now, due));
        State = ApplicationState.Offered;
        Record(That(by is Side.Venue ? FactKind.Offered : FactKind.CounterOffered, note) with { Due = due });
        return null;
    }

    /// <summary>Says no to the other side's offer; the application stays on the shortlist, or ends where it was asked down the waiting list.</summary>
    /// <param name="answers">The offer that stood on the page.</param>
    public Refusal? RefuseOffer(Side by, int answers) =>
        RefusesAnswer(answers) ?? (Standing is null || Next != by ? ApplicationRefusals.Step
        : Asked is not null ? MoveTo(ApplicationState.Withdrawn, FactKind.RevivalPassed, offer: OfferState.Refused)
        : MoveTo(ApplicationState.Shortlisted, by is Side.Artist ? FactKind.OfferRefused : FactKind.CounterRefused, offer: OfferState.Refused));

    /// <summary>Takes one's own offer back; the application stays on the shortlist.</summary>
    /// <inheritdoc cref="RefuseOffer"/>
    public Refusal? WithdrawOffer(Side by, int answers) =>
        RefusesAnswer(answers) ?? (Standing is null || Next == by ? ApplicationRefusals.Step
        : Asked is not null ? WaitingListRefusals.Running
        : MoveTo(ApplicationState.Shortlisted, by is Side.Venue ? FactKind.OfferWithdrawn : FactKind.CounterWithdrawn, offer: OfferState.Withdrawn));

    /// <summary>Whether a side's yes would book it, on terms that both have read.</summary>
    internal Refusal? RefusesYes(Side by, Slot slot, int termsVersion, int answers, DateTimeOffset now) =>
        (slot.AskedUntil is not null && Asked is null ? WaitingListRefusals.Running : null) ?? RefusesAnswer(answers) ?? (now >= Standing?.DueAt ? OfferRefusals.Over : null) ?? (Next != by ? ApplicationRefusals.Step : Refuses(ApplicationState.Accepted)) ?? RefusesReading(slot, termsVersion);

    private Refusal? RefusesAnswer(int answers) => (Standing?.Number ?? 0) == answers ? null : OfferRefusals.Passed;

    private Refusal? RefusesReading(Slot slot, int termsVersion) =>
        termsVersion == slot.TermsVersion && TermsVersion == slot.TermsVersion ? null : ApplicationRefusals.TermsChanged;

    /// <summary>What a side's no makes of the offer that stands: its own is taken back, the other's refused.</summary>
    private OfferState No(Side by) => Standing?.By == by ? OfferState.Withdrawn : OfferState.Refused;
}
