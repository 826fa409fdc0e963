namespace EasyGig.Domain.Artists;

/// <summary>Every way an artist's profile can be refused.</summary>
public static class ArtistRefusals
{
    public static readonly Refusal NamePresent = new("artists_name_present", "Name");
    public static readonly Refusal SlugTaken = new("artists_slug_unique", "Name");
    public static readonly Refusal GenresCount = new("artists_genres_count", "Genres");
    public static readonly Refusal FeeNotNegative = new("artists_fee_not_negative", "Fee");
    public static readonly Refusal LinksCount = new("artists_links_count", "Links");

    /// <summary>Neither a link nor a track is left.</summary>
    public static readonly Refusal Heard = new("artists_heard", "Links");

    /// <summary>Finer than the currency's minor unit; names the currency.</summary>
    public static readonly Refusal FeeTooFine = new("artists_fee_too_fine", "Fee");
    public static readonly Refusal CurrencyUnknown = new("artists_currency_known", "Currency");

    /// <summary>A link is no http(s) address; names the line.</summary>
    public static readonly Refusal LinkAddress = new("artists_link_address", "Links");

    /// <summary>A member's line is too long, or there are too many; names the line.</summary>
    public static readonly Refusal LineUp = new("artists_line_up", "LineUp");

    public static readonly IReadOnlyList<Refusal> KeptByDatabase = [NamePresent, SlugTaken, GenresCount, FeeNotNegative, FeeTooFine, LinksCount, Heard];
}
