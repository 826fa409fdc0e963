using EasyGig.Domain;
using EasyGig.Domain.Applications;
using EasyGig.Domain.Artists;
using EasyGig.Domain.Ratings;
using EasyGig.Domain.Slots;
using EasyGig.Web.Data;
using EasyGig.Web.Genres;
using EasyGig.Web.Paging;
using EasyGig.Web.Slots;

namespace EasyGig.Web.Artists;

/// <summary>Where a director looks for artists, and for what.</summary>
/// <param name="Free">The time at which they are not booked; null when any will do.</param>
/// <param name="Terms">Those of the slot to be filled; null where only a venue is chosen.</param>
public sealed record ScoutPlace(Guid VenueId, Coordinates Spot, string Currency, Period? Free, SlotTerms? Terms);

/// <summary>An artist that a director found.</summary>
/// <param name="Fit">For the chosen slot.</param>
public sealed record Scouted(Guid Id, string Slug, string Name, string City, double Km, ArtistProfile Profile, Reputation Reputation, Fit? Fit);

/// <summary>Finds artists for a director: the nearest of those who fulfil what is asked for are ranked.</summary>
public sealed class ArtistScout(EasyGigDb db, ArtistFinder finder, GenreCatalogue genres)
{
    /// <summary>Those farther away are not ranked.</summary>
    public const int Most = 500;

    /// <param name="cursor">As the address carries it; nonsense asks for the first page.</param>
    public async Task<ListPage<Scouted>> PageAsync(ScoutSearch search, ScoutPlace place, string? cursor, CancellationToken ct)
    {
        var near = await finder.NearestAsync(search, place, Most, ct);
        var ids = near.Select(artist => artist.Id).ToList();
        var seekers = (await db.SeekersAsync(db.Artists.Where(artist => ids.Contains(artist.Id)), ct)).ToDictionary(seeker => seeker.ArtistId);
        var found =
            from artist in near
            let seeker = seekers[artist.Id]
            where search.Stars is not { } stars || seeker.Reputation.Count > 0 && seeker.Reputation.Mean >= stars
            let fit = place.Terms is null ? null : seeker.FitFor(place.Terms, place.Spot, place.VenueId, genres)
            select new Scouted(artist.Id, artist.Slug, artist.Name, artist.City, artist.Km, seeker.Profile, seeker.Reputation, fit);
        var from = Cursor.Read<(double Rank, string Slug)>(cursor);
        var ranked = found.Select(artist => (Artist: artist, Key: (Rank: RankOf(artist, search.Sort, place), artist.Slug))).OrderBy(r => r.Key.Rank).ThenBy(r => r.Key.Slug, StringComparer.Ordinal).ToList();
        var fetched = from switch
        {
            { Back: true, Key: var last } => Enumerable.Reverse(ranked).Where(r => Compare(r.Key, last) < 0),
            { Key: var last } => ranked.Where(r => Compare(r.Key, last) > 0),
            null => ranked,
        };
        var page = ListPage.Of([.. fetched.Take(ListPage.Fetch)], from, r => r.Key);
        return new([.. page.Rows.Select(r => r.Artist)], page.Before, page.After);
    }

    /// <summary>What comes first ranks lowest. Fees of another currency come last: they cannot be compared.</summary>
    private static double RankOf(Scouted artist, ScoutSort sort, ScoutPlace place) => sort switch
    {
        ScoutSort.Fit when artist.Fit is { } fit => 100 - fit.Score,
        ScoutSort.Fee => artist.Profile.Fee.Currency == place.Currency ? (double)artist.Profile.Fee.Amount : 1e9,
        ScoutSort.Rating => 5 - artist.Reputation.BayesianMean,
        _ => artist.Km,
    };

    private static int Compare((double Rank, string Slug) one, (double Rank, string Slug) other) =>
        one.Rank.CompareTo(other.Rank) is not 0 and var order ? order : string.CompareOrdinal(one.Slug, other.Slug);
}
