using EasyGig.Domain;
using EasyGig.Domain.Applications;
using EasyGig.Domain.Artists;
using EasyGig.Domain.Slots;
using EasyGig.Web.Data;
using EasyGig.Web.Genres;
using Npgsql;

namespace EasyGig.Web.Slots;

/// <summary>An open slot on the night before or after a gig, not far from it.</summary>
/// <param name="Artist">Who has the gig and could play here.</param>
/// <param name="GigCity">Where the gig is, so many <paramref name="Km"/> from here.</param>
/// <param name="After">Whether it is the night after the gig; else the one before.</param>
public sealed record NearGig(Guid Id, Period Time, TimeZoneInfo Zone, string Venue, string City, SlotTerms Terms, string Artist, string GigCity, double Km, bool After);

/// <summary>Finds nights on the way: open slots of an artist's genres around its confirmed gigs.</summary>
public sealed class NearGigs(NpgsqlDataSource database, GenreCatalogue genres, TimeProvider clock)
{
    /// <summary>So far from a gig nobody drives for another, km.</summary>
    public const int Km = 150;

    /// <summary>How many of the next gigs are looked around, and how many slots are shown.</summary>
    private const int Gigs = 20, Most = 5;

    /// <summary>The nearest first, each slot once. Days are those of each venue's calendar; what the artist has applied to, or cannot play or apply to any more, is left out.</summary>
    public Task<List<NearGig>> OfAsync(IReadOnlyCollection<Artist> artists, CancellationToken ct)
    {
        var sql = new SqlText();
        var now = clock.GetUtcNow();
        var band = Km / 111.0 + 0.1; // cheap to compare, and leaves little for the exact distance
        var found = sql.Piece().Add($"""
            SELECT DISTINCT ON (s.id) s.id, km_between(s.latitude, s.longitude, g.latitude, g.longitude) AS km, g.city, g.artist, s.local_start::date > g.day AS after
            FROM (SELECT b.artist_id, p.name AS artist, own.wanted, b.starts_at, at.local_start::date AS day, at.latitude, at.longitude, c.name AS city
                FROM unnest({artists.Select(artist => artist.Id).ToArray()}, {artists.Select(artist => genres.BitsWanted(artist.Profile.Genres)).ToArray()}) own (id, wanted)
                JOIN artists p ON p.id = own.id JOIN bookings b ON b.artist_id = p.id JOIN slots at ON at.id = b.slot_id JOIN cities c ON c.id = at.city_id
                WHERE b.state = 'confirmed' AND b.starts_at > {now} AND NOT EXISTS (SELECT FROM strikes f WHERE f.artist_id = p.id AND f.frozen_until > {now}) ORDER BY b.starts_at LIMIT {sql.Literal(Gigs)}) g
            JOIN slots s ON s.state = 'open' AND s.starts_at BETWEEN g.starts_at - interval '60 hours' AND g.starts_at + interval '60 hours' AND s.local_start::date IN (g.day - 1, g.day + 1)
            WHERE s.starts_at >= {now + Application.Notice} AND s.asked_until IS NULL AND genres_meet(s.genres, g.wanted::bit(128))
                AND s.latitude BETWEEN g.latitude - {band} AND g.latitude + {band} AND km_between(s.latitude, s.longitude, g.latitude, g.longitude) <= {(double)Km}
                AND NOT EXISTS (SELECT FROM applications a WHERE a.slot_id = s.id AND a.artist_id = g.artist_id)
                AND NOT EXISTS (SELECT FROM bookings b WHERE b.artist_id = g.artist_id AND b.is_active AND tstzrange(b.starts_at, b.ends_at) && tstzrange(s.starts_at, s.ends_at))
            ORDER BY s.id, km
            """);
        var keys = new SlotKeys(sql.Piece().Add($"SELECT * FROM ({found}) near ORDER BY km, id LIMIT {sql.Literal(Most)}"), sql.Piece().Add($"k.km, k.id"));
        return SlotRow.Select(sql, keys).ReadAsync(database, Read, ct);
    }

    private static NearGig Read(NpgsqlDataReader row)
    {
        var slot = SlotRow.Read(row, withDistance: false);
        return new(slot.Id, slot.Time, TimeZoneInfo.FindSystemTimeZoneById(slot.TimeZone), slot.Venue, slot.City, slot.Terms,
            row.GetString(row.GetOrdinal("artist")), row.GetString(row.GetOrdinal("city")), row.GetDouble(row.GetOrdinal("km")), row.GetBoolean(row.GetOrdinal("after")));
    }
}
