using EasyGig.Domain.Facts;
using EasyGig.Domain.Offers;
using EasyGig.Domain.Slots;

namespace EasyGig.Domain.Applications;

/// <summary>How one that waits for a slot is asked whether it still wants it (R17).</summary>
public sealed partial class Application
{
    /// <summary>So long a venue has at least for its answer when it may say yes again.</summary>
    public static readonly TimeSpan AfterAsking = TimeSpan.FromHours(24);

    /// <summary>The offer by which its slot goes down the waiting list, while it stands.</summary>
    public Offer? Asked => Standing is { Listed: true } ? Standing : null;

    /// <summary>Lets the offer pass on to the next when its time is over; this application ends.</summary>
    /// <returns>Whether it did.</returns>
    public bool LetPass(DateTimeOffset now) => now >= Asked?.DueAt && MoveTo(ApplicationState.Expired, FactKind.RevivalLapsed) is null;

    /// <summary>While others are asked the venue cannot say yes to this one: the time to answer outlasts that, where the start allows it.</summary>
    public void Outlast(Slot slot)
    {
        if (!IsUnanswered || slot.AskedUntil + AfterAsking is not { } needed) return;
        var latest = slot.Time.Start - AnswerBefore;
        ExpiresAt = Later(ExpiresAt, needed < latest ? needed : latest);
    }

    /// <summary>Whether it can be asked: it has read the terms, and the venue has said yes to what it would play for, in an offer or by the slot's range.</summary>
    internal bool CanBeAsked(Slot slot) => GroupId is null && TermsVersion == slot.TermsVersion && (Lapsed is not null || Waiting(slot).Fee.Amount <= slot.Terms.MaxFee);

    internal void Ask(Slot slot, DateTimeOffset until, DateTimeOffset now)
    {
        _offers.Add(new(Id, _offers.Count + 1, Side.Venue, Waiting(slot), "", now, until, listed: true));
        State = ApplicationState.Offered;
        Record(That(FactKind.Revived) with { Due = until });
    }

    /// <summary>It cannot take the slot for now; it waits on, in its place.</summary>
    internal void StepBack() => MoveTo(ApplicationState.Waitlisted, FactKind.RevivalDeferred);

    internal Refusal? TakeBackAsking() => MoveTo(ApplicationState.Waitlisted, FactKind.OfferWithdrawn, offer: OfferState.Withdrawn);

    /// <summary>What the venue offered last, where neither refused nor took it back: it fell with the slot.</summary>
    private Offer? Lapsed => Offered is { State: OfferState.Lapsed or OfferState.Replaced } ? Offered : null;

    private Terms Waiting(Slot slot) => Lapsed?.Terms() ?? slot.Terms.For(Fee);
}
