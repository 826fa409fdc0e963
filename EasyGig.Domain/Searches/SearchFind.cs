namespace EasyGig.Domain.Searches;

/// <summary>A slot that a saved search has found, which it does once.</summary>
public sealed class SearchFind
{
    private SearchFind() { }

    public SearchFind(Guid searchId, Guid slotId) => (SearchId, SlotId) = (searchId, slotId);

    public Guid SearchId { get; private set; }
    public Guid SlotId { get; private set; }

    /// <summary>When its owner was told; null as long as it waits for that.</summary>
    public DateTimeOffset? ToldAt { get; private set; }

    public void Tell(DateTimeOffset now) => ToldAt = now;
}
