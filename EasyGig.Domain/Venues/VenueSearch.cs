namespace EasyGig.Domain.Venues;

/// <summary>What somebody looks for among the venues. What is null does not narrow it down.</summary>
public sealed record VenueSearch
{
    /// <summary>Free text over names and descriptions.</summary>
    public string? Text { get; init; }
    public Whereabouts Where { get; init; } = Whereabouts.Anywhere;

    /// <summary>Of one stage, together with <see cref="Room"/>.</summary>
    public int? MinCapacity { get; init; }
    public Room? Room { get; init; }
    public ProfileSort Sort { get; init; }
}
