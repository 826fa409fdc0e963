using System.Text.Json;
using System.Text.Json.Serialization;
using EasyGig.Domain.Artists;
using EasyGig.Domain.Bookings;
using EasyGig.Domain.Deals;
using EasyGig.Domain.Organisations;
using EasyGig.Domain.Venues;

namespace EasyGig.Web.Demo;

/// <summary>Who and what the demo scene is made of, as the files of Demo/Scene say it.</summary>
internal sealed class Cast
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) } };

    public IReadOnlyList<PersonLine> People { get; } = Read<PersonLine[]>("people");
    public IReadOnlyList<OrganisationLine> Organisations { get; } = Read<OrganisationLine[]>("organisations");
    public IReadOnlyList<VenueLine> Venues { get; } = Read<VenueLine[]>("venues");
    public IReadOnlyList<ArtistLine> Artists { get; } = Read<ArtistLine[]>("artists");
    public IReadOnlyList<StoryLine> Stories { get; } = Read<StoryLine[]>("stories");
    public IReadOnlyDictionary<string, Phrases> Phrases { get; } = Read<Dictionary<string, Phrases>>("phrases");

    /// <summary>How a person puts things, in the language that they write.</summary>
    public Phrases PhrasesOf(string person) => Phrases[People.Single(line => line.Name == person).Culture];

    private static T Read<T>(string name)
    {
        using var stream = typeof(Cast).Assembly.GetManifestResourceStream($"demo.{name}.json")!;
        return JsonSerializer.Deserialize<T>(stream, Json)!;
    }
}

internal sealed record PersonLine(string Name, string Role, string Culture = "it");

internal sealed record OrganisationLine(string Slug, string Name, OrganisationKind Kind, string City, string Promoter, string About);

/// <param name="House">The slug of the organisation that reviews the bookings here.</param>
internal sealed record VenueLine(
    string Slug, string Name, string City, string Address, double Latitude, double Longitude, string Director, string About, string Backline,
    StageProfile[] Stages, RegularNight[] Nights, string? House = null);

/// <summary>An evening that a venue offers again and again.</summary>
/// <param name="Every">Weeks from one to the next.</param>
/// <param name="Hours">Clock times at the venue: <c>21:30-00:30</c>.</param>
internal sealed record RegularNight(string Stage, DayOfWeek On, int Every, string Hours, Terms Terms);

internal sealed record Terms(decimal Min, decimal Max, bool Negotiable, string[] Genres, string Notes, Category? Category = null, DealTerms? Deal = null);

/// <param name="Pitch">What the artist says of itself whenever it applies.</param>
/// <param name="Members">Who is on stage: <c>Ada Rossi: voice, guitar</c>.</param>
internal sealed record ArtistLine(
    string Slug, string Name, ArtistKind Kind, string Owner, string City, string[] Genres, Category Category, decimal Fee, bool Negotiable,
    string Bio, string Rider, string Pitch, string[]? Members = null);

/// <summary>An evening with a history of its own.</summary>
/// <param name="In">Days from today; <paramref name="On"/> moves it on to that weekday.</param>
internal sealed record StoryLine(string Venue, string Stage, int In, string Hours, Terms Terms, DeedLine[] Deeds, DayOfWeek? On = null);

/// <param name="Ago">Days before now.</param>
internal sealed record DeedLine(double Ago, Did Did, string Who = "", decimal Fee = 0, string Words = "", ShowClock Clock = default);

/// <param name="Soloist">How a soloist opens an application; {0} is the venue.</param>
/// <param name="Band">How a band does.</param>
/// <param name="AboutVenues">What an artist says of a venue afterwards.</param>
/// <param name="AboutArtists">What a venue says of an artist.</param>
internal sealed record Phrases(
    string[] Soloist, string[] Band, string[] Declines, string[] Cancellations, string[] Rejections, string[] AboutVenues, string[] AboutArtists);
