namespace EasyGig.Domain.Artists;

/// <summary>What somebody looks for among the artists. What is null or empty does not narrow it down.</summary>
public sealed record ArtistSearch
{
    /// <summary>Free text over names and descriptions.</summary>
    public string? Text { get; init; }

    /// <summary>Slugs of genres and groups; any of them will do.</summary>
    public IReadOnlyList<string> Genres { get; init; } = [];
    public Category? Category { get; init; }
    public Whereabouts Where { get; init; } = Whereabouts.Anywhere;

    /// <summary>What a night may cost, in <see cref="Currency"/>, or where that is null in the artist's own.</summary>
    public decimal? MaxFee { get; init; }

    /// <summary>ISO 4217.</summary>
    public string? Currency { get; init; }
    public ProfileSort Sort { get; init; }
}
