using System.ComponentModel.DataAnnotations;
using EasyGig.Domain;
using EasyGig.Domain.Artists;
using EasyGig.Domain.Genres;
using EasyGig.Web.Artists;
using EasyGig.Web.Data;

namespace EasyGig.Web.Pages.Artist;

/// <summary>What the form of an artist's profile holds.</summary>
public sealed class ProfileInput
{
    [Required, Display(Name = "I am a")] public ArtistKind? Kind { get; set; } = ArtistKind.Band;
    [Required, StringLength(120), Display(Name = "Name")] public string? Name { get; set; }
    [Required, StringLength(120), Display(Name = "Home city")] public string? City { get; set; }
    [Required, Display(Name = "Genres (1 to 5)")] public string[] Genres { get; set; } = [];
    [Required, Display(Name = "Category")] public Category? Category { get; set; } = Domain.Artists.Category.Original;
    [Required, Amount, Display(Name = "Fee for a night")]
    public decimal? Fee { get; set; }
    [Required, StringLength(3), Display(Name = "Currency")] public string Currency { get; set; } = "EUR";
    [Display(Name = "I am open to other fees")] public bool Negotiable { get; set; } = true;
    [StringLength(4100), Display(Name = "Links to listen, one a line")] public string? Links { get; set; }
    [StringLength(4000), Display(Name = "About you")] public string? Bio { get; set; }
    [StringLength(4000), Display(Name = "Rider")] public string? Rider { get; set; }
    [StringLength(6500), Display(Name = "Members, one a line: Name – plays")] public string? LineUp { get; set; }
    public uint Version { get; set; }

    public static ProfileInput Of(Domain.Artists.Artist artist, string city, IReadOnlyList<string> genres) => new()
    {
        Kind = artist.Profile.Kind, Name = artist.Profile.Name, City = city, Genres = [.. genres], Category = artist.Profile.Category,
        Fee = decimal.Round(artist.Profile.Fee.Amount, Money.MinorDigits(artist.Profile.Fee.Currency)), Currency = artist.Profile.Fee.Currency,
        Negotiable = artist.Profile.Negotiable, Links = string.Join('\n', artist.Profile.Links), Bio = artist.Profile.Bio, Rider = artist.Profile.Rider,
        LineUp = string.Join('\n', artist.Members.Where(member => member.PersonId is null).Select(ProfileText.Line)), Version = artist.Version,
    };

    /// <summary>The profile and the line-up that the fields describe, or the first thing that is wrong.</summary>
    /// <param name="currencies">Those that EasyGig knows, ISO 4217.</param>
    public (ArtistProfile? Profile, IReadOnlyList<(string Name, string Plays)> LineUp, Refusal? Refusal) Read(City city, GenreSet genres, IReadOnlyCollection<string> currencies)
    {
        var ((links, wrongLink), (lineUp, wrongMember)) = (ProfileText.Links(Links), ProfileText.LineUp(LineUp));
        if ((wrongLink ?? wrongMember) is { } wrong) return (null, [], wrong);
        if (!currencies.Contains(Currency)) return (null, [], ArtistRefusals.CurrencyUnknown);
        if (!Money.IsWhole(Fee!.Value, Currency)) return (null, [], ArtistRefusals.FeeTooFine.About(Currency));
        return (new()
        {
            Kind = Kind!.Value, Name = Name!, Home = new(city.Id, city.RegionCode, city.CountryCode), Genres = genres, Category = Category!.Value,
            Fee = new(Fee.Value, Currency), Negotiable = Negotiable, Links = links, Bio = Bio ?? "", Rider = Rider ?? "",
        }, lineUp, null);
    }
}
