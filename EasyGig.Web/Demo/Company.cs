using EasyGig.Domain;
using EasyGig.Domain.Artists;
using EasyGig.Domain.Genres;
using EasyGig.Domain.Organisations;
using EasyGig.Domain.Venues;
using EasyGig.Web.Data;
using EasyGig.Web.Genres;
using EasyGig.Web.Identity;

namespace EasyGig.Web.Demo;

/// <summary>The demo scene's people, organisations, venues and artists, by name or slug, before they are saved.</summary>
internal sealed class Company
{
    private readonly IReadOnlyDictionary<string, Person> _people;
    private readonly IReadOnlyDictionary<string, City> _cities;
    private readonly GenreCatalogue _genres;

    public Company(Cast cast, IReadOnlyDictionary<string, Person> people, IReadOnlyDictionary<string, City> cities, GenreCatalogue genres)
    {
        (_people, _cities, _genres) = (people, cities, genres);
        Organisations = cast.Organisations.ToDictionary(line => line.Slug, line => Make(line));
        Venues = cast.Venues.ToDictionary(line => line.Slug, line => Make(line));
        Artists = cast.Artists.ToDictionary(line => line.Slug, line => Make(line));
    }

    public IReadOnlyDictionary<string, Organisation> Organisations { get; }
    public IReadOnlyDictionary<string, Venue> Venues { get; }
    public IReadOnlyDictionary<string, Artist> Artists { get; }

    public IEnumerable<object> All => [.. Organisations.Values, .. Venues.Values, .. Artists.Values];

    /// <summary>Who does a deed: the artist's owner, the house promoter, or the venue's director.</summary>
    public Guid DoerOf(Deed deed, Night night) => deed.Did switch
    {
        Did.Apply or Did.Withdraw or Did.Counter or Did.Ask => Artists[deed.Who].Members[0].PersonId!.Value,
        Did.Approve or Did.Reject => Organisations[night.Venue.House!].Members[0].PersonId,
        _ => Venues[night.Venue.Slug].Directors[0].PersonId,
    };

    public GenreSet Genres(IEnumerable<string> slugs) => _genres.Read(slugs);

    private Organisation Make(OrganisationLine line) => new(_people[line.Promoter].Id, line.Slug, new()
    {
        Name = line.Name, Kind = line.Kind, Home = PlaceOf(line.City), About = line.About,
    });

    private Venue Make(VenueLine line)
    {
        var venue = new Venue(_people[line.Director].Id, line.Slug, new()
        {
            Name = line.Name, About = line.About, Address = line.Address, Place = PlaceOf(line.City), Latitude = line.Latitude, Longitude = line.Longitude,
            TimeZone = _cities[line.City].TimeZone, Currency = "EUR", Backline = line.Backline, Photos = [],
        });
        foreach (var stage in line.Stages) venue.AddStage(stage);
        venue.LetReview(line.House is { } house ? Organisations[house].Id : null);
        return venue;
    }

    private Artist Make(ArtistLine line)
    {
        var artist = new Artist(_people[line.Owner].Id, line.Slug, new()
        {
            Kind = line.Kind, Name = line.Name, Home = PlaceOf(line.City), Genres = Genres(line.Genres), Category = line.Category,
            Fee = new(line.Fee, "EUR"), Negotiable = line.Negotiable, Bio = line.Bio, Rider = line.Rider,
            Links = [$"https://example.org/{line.Slug}", $"https://example.org/{line.Slug}/live"],
        });
        artist.LineUp((line.Members ?? []).Select(member => member.Split(": ")).Select(parts => (parts[0], parts[1])));
        return artist;
    }

    private Place PlaceOf(string city) => new(_cities[city].Id, _cities[city].RegionCode, _cities[city].CountryCode);
}
