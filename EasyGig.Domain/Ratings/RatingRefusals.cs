namespace EasyGig.Domain.Ratings;

/// <summary>Every way a rating can be refused.</summary>
public static class RatingRefusals
{
    /// <summary>The artist and the venue rate each other, and nobody else does.</summary>
    public static readonly Refusal Side = new("ratings_side");
    public static readonly Refusal Stars = new("ratings_stars", "Stars");

    /// <summary>The show was not played, or not yet.</summary>
    public static readonly Refusal Played = new("ratings_played");

    /// <summary>That side has rated the other already.</summary>
    public static readonly Refusal Once = new("ratings_once");

    public static readonly IReadOnlyList<Refusal> KeptByDatabase = [Side, Stars, Played, Once];
}
