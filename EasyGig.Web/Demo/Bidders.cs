using EasyGig.Domain.Genres;
using EasyGig.Web.Data;
using EasyGig.Web.Genres;

namespace EasyGig.Web.Demo;

/// <summary>Finds those who would apply to a night: their music fits, it is not too far, the fee is about right, and the
/// evening is still free.</summary>
internal sealed class Bidders(Cast cast, IReadOnlyDictionary<string, City> cities, GenreCatalogue genres, Dice dice)
{
    private const double EarthRadiusKm = 6371, ShortTripKm = 260, LongTripKm = 520;

    /// <summary>From this on, in euros, a long trip pays.</summary>
    private const decimal WorthTheTrip = 450;

    private readonly HashSet<(string Artist, DateOnly Date)> _taken = [];

    private readonly Dictionary<string, GenreSet> _plays = cast.Artists.ToDictionary(artist => artist.Slug, artist => genres.Read(artist.Genres));

    /// <summary>Keeps the evenings of a night's applicants free of others.</summary>
    public void Take(Night night) => _taken.UnionWith(night.Deeds.Where(deed => deed.Did is Did.Apply).Select(deed => (deed.Who, night.Date)));

    /// <summary>Keeps an evening free for what an artist is put forward for.</summary>
    public void Take(string artist, DateOnly date) => _taken.Add((artist, date));

    /// <returns>At most so many artists, each with the fee that it asks for.</returns>
    public IReadOnlyList<(ArtistLine Artist, decimal Fee)> For(Night night, int atMost)
    {
        var wanted = genres.Wanted(genres.Read(night.Terms.Genres));
        var fitting = cast.Artists.Where(artist => _plays[artist.Slug].Meets(wanted) && Agrees(artist, night.Terms) && Comes(artist, night)).ToList();
        List<(ArtistLine, decimal)> chosen = [];
        while (chosen.Count < atMost && fitting.Count > 0)
        {
            var artist = dice.Of(fitting);
            fitting.Remove(artist);
            if (_taken.Add((artist.Slug, night.Date))) chosen.Add((artist, Fee(artist, night.Terms)));
        }
        return chosen;
    }

    private static bool Agrees(ArtistLine artist, Terms terms) =>
        (terms.Category is null || terms.Category == artist.Category)
        && (artist.Negotiable ? artist.Fee >= terms.Min * 0.7m && artist.Fee <= terms.Max * 1.4m : artist.Fee >= terms.Min && artist.Fee <= terms.Max);

    private bool Comes(ArtistLine artist, Night night) =>
        Kilometres(cities[artist.City], cities[night.Venue.City]) <= (artist.Fee >= WorthTheTrip ? LongTripKm : ShortTripKm);

    /// <summary>Within the range, or up to a fifth above it where that is open to talk; in steps of ten euros.</summary>
    private decimal Fee(ArtistLine artist, Terms terms)
    {
        if (!artist.Negotiable) return artist.Fee;
        var usual = artist.Fee * (90 + dice.Roll(21)) / 100;
        return decimal.Round(Math.Clamp(usual, terms.Min, terms.Negotiable ? terms.Max * 1.2m : terms.Max) / 10) * 10;
    }

    private static double Kilometres(City from, City to)
    {
        var (north, east) = (double.DegreesToRadians(to.Latitude - from.Latitude) / 2, double.DegreesToRadians(to.Longitude - from.Longitude) / 2);
        var shrink = Math.Cos(double.DegreesToRadians(from.Latitude)) * Math.Cos(double.DegreesToRadians(to.Latitude));
        return 2 * EarthRadiusKm * Math.Asin(Math.Sqrt(Math.Pow(Math.Sin(north), 2) + shrink * Math.Pow(Math.Sin(east), 2)));
    }
}
