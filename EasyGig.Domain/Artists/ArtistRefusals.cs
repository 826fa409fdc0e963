namespace EasyGig.Domain.Artists;

/// <summary>Every way an artist's profile can be refused.</summary>
public static class ArtistRefusals
{
    public static readonly Refusal NamePresent = new("artists_name_present", "Name");
    public static readonly Refusal SlugTaken = new("artists_slug_unique", "Name");
    public static readonly Refusal GenresCount = new("artists_genres_count", "Genres");
    public static readonly Refusal FeeNotNegative = new("artists_fee_not_negative", "Fee");
    public static readonly Refusal LinksCount = new("artists_links_count", "Links");

    public static readonly IReadOnlyList<Refusal> KeptByDatabase = [NamePresent, SlugTaken, GenresCount, FeeNotNegative, LinksCount];
}
