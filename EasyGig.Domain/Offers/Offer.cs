using EasyGig.Domain.Deals;

namespace EasyGig.Domain.Offers;

/// <summary>Terms that one side puts to the other, about an application. What was offered never changes; only where it stands does.</summary>
public sealed class Offer
{
    private Offer() { }

    internal Offer(Guid applicationId, int number, Side by, Terms terms, string note, DateTimeOffset now, DateTimeOffset due, bool listed = false) =>
        (Id, ApplicationId, Number, By, Fee, Deal, Note, MadeAt, DueAt, Listed) = (Guid.CreateVersion7(now), applicationId, number, by, terms.Fee, terms.Deal with { }, note, now, due, listed);

    public Guid Id { get; private set; }
    public Guid ApplicationId { get; private set; }

    /// <summary>From one on; each later one answers or betters the one before.</summary>
    public int Number { get; private set; }
    public Side By { get; private set; }
    public Money Fee { get; private set; }
    public DealTerms Deal { get; private set; } = null!;

    /// <summary>What its side says to it.</summary>
    public string Note { get; private set; } = "";
    public DateTimeOffset MadeAt { get; private set; }

    /// <summary>Until when it can be taken; null of one that ended when offers had no end yet.</summary>
    public DateTimeOffset? DueAt { get; private set; }

    /// <summary>Whether its slot goes down the waiting list by it.</summary>
    public bool Listed { get; private set; }
    public OfferState State { get; private set; } = OfferState.Standing;

    public Terms Terms() => new(Fee, Deal);

    internal void End(OfferState how) => State = how;
}
