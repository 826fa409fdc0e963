using EasyGig.Domain.Facts;

namespace EasyGig.Domain;

/// <summary>Something with a life of its own. Its verbs record facts; saving turns them into audit, mail and notices.</summary>
public abstract class Entity
{
    private readonly List<Fact> _facts = [];

    public Guid Id { get; protected init; }

    /// <summary>Hands over what happened since the last call, oldest first.</summary>
    public IReadOnlyList<Fact> TakeFacts()
    {
        Fact[] taken = [.. _facts];
        _facts.Clear();
        return taken;
    }

    protected void Record(Fact fact) => _facts.Add(fact);
}
