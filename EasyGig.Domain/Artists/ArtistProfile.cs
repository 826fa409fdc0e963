using EasyGig.Domain.Genres;

namespace EasyGig.Domain.Artists;

/// <summary>What an artist says about itself.</summary>
public sealed record ArtistProfile
{
    public required ArtistKind Kind { get; init; }
    public required string Name { get; init; }
    public required Place Home { get; init; }
    public required GenreSet Genres { get; init; }
    public required Category Category { get; init; }

    /// <summary>What a night usually costs.</summary>
    public required Money Fee { get; init; }
    public required bool Negotiable { get; init; }

    /// <summary>Where to listen: up to 8 http(s) addresses; none only where there is a track.</summary>
    public required IReadOnlyList<string> Links { get; init; }
    public required string Bio { get; init; }

    /// <summary>What the artist needs on stage and behind it.</summary>
    public required string Rider { get; init; }
}
