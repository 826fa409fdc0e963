using EasyGig.Domain;
using EasyGig.Domain.Applications;
using EasyGig.Domain.Slots;
using EasyGig.Web.Data;
using EasyGig.Web.Genres;
using EasyGig.Web.Slots;
using Npgsql;

namespace EasyGig.Web.Artists;

/// <summary>An artist who would fit a night.</summary>
/// <param name="Score">The fit, 0 to 100 (R12).</param>
/// <param name="Invited">Whether it has been asked already, and has not answered.</param>
public sealed record Suggested(Guid SlotId, string Slug, string Name, string City, double Km, int Score, bool Invited);

/// <summary>Suggests artists for nights that nobody has applied to: of the nearest, within the distance that a fit counts, who play what the slot asks for, are free and have said nothing to it, those who fit best. Whoever is frozen is not suggested, and a frozen venue, which may not invite, is suggested nobody.</summary>
/// <remarks>One statement finds the candidates of all nights, and they are looked up together.</remarks>
public sealed class NightScout(NpgsqlDataSource database, EasyGigDb db, GenreCatalogue genres, TimeProvider clock)
{
    /// <summary>How many of the nearest are ranked for each night, and how many of them are suggested.</summary>
    private const int Near = 40, Most = 3;

    private sealed record Candidate(Guid SlotId, Guid ArtistId, string Slug, string Name, string City, Coordinates Venue, Guid VenueId, bool Invited);

    /// <param name="nights">A handful of slots and what they offer.</param>
    /// <returns>By slot, up to three artists, the best first.</returns>
    public async Task<ILookup<Guid, Suggested>> ForAsync(IReadOnlyDictionary<Guid, SlotTerms> nights, CancellationToken ct)
    {
        var candidates = nights.Count == 0 ? [] : await NearestAsync(nights, ct);
        var ids = candidates.Select(c => c.ArtistId).Distinct().ToList();
        var seekers = (await db.SeekersAsync(db.Artists.Where(artist => ids.Contains(artist.Id)), ct)).ToDictionary(seeker => seeker.ArtistId);
        return candidates.Select(c => (Of: c, Seeker: seekers[c.ArtistId]))
            .Select(c => new Suggested(c.Of.SlotId, c.Of.Slug, c.Of.Name, c.Of.City, c.Seeker.Home.KmTo(c.Of.Venue), c.Seeker.FitFor(nights[c.Of.SlotId], c.Of.Venue, c.Of.VenueId, genres).Score, c.Of.Invited))
            .GroupBy(s => s.SlotId).SelectMany(night => night.OrderByDescending(s => s.Score).ThenBy(s => s.Km).ThenBy(s => s.Slug, StringComparer.Ordinal).Take(Most)).ToLookup(s => s.SlotId);
    }

    private Task<List<Candidate>> NearestAsync(IReadOnlyDictionary<Guid, SlotTerms> nights, CancellationToken ct)
    {
        var (sql, now, band) = (new SqlText(), clock.GetUtcNow(), Fit.FarthestKm / 111.0 + 0.1); // cheap to compare, and leaves few cities for the exact distance
        sql.Add($"""
            SELECT s.id, near.*, v.latitude, v.longitude, v.id
            FROM unnest({nights.Keys.ToArray()}, {nights.Values.Select(terms => genres.BitsWanted(terms.Genres)).ToArray()}) night (slot_id, genres)
            JOIN slots s ON s.id = night.slot_id JOIN venues v ON v.id = s.venue_id
            CROSS JOIN LATERAL (
                SELECT p.id, p.slug, p.name, c.name AS city, i.state IS NOT NULL AS invited
                FROM artists p JOIN cities c ON c.id = p.city_id LEFT JOIN invitations i ON i.slot_id = s.id AND i.artist_id = p.id AND i.state <> 'expired'
                WHERE c.latitude BETWEEN v.latitude - {band} AND v.latitude + {band} AND km_between(c.latitude, c.longitude, v.latitude, v.longitude) <= {(double)Fit.FarthestKm} AND genres_meet(p.genres, night.genres::bit(128)) AND coalesce(i.state, 'sent') = 'sent'
                    AND NOT EXISTS (SELECT FROM applications a WHERE a.slot_id = s.id AND a.artist_id = p.id)
                    AND NOT EXISTS (SELECT FROM bookings b WHERE b.artist_id = p.id AND b.is_active AND tstzrange(b.starts_at, b.ends_at) && tstzrange(s.starts_at, s.ends_at))
                    AND NOT EXISTS (SELECT FROM busy_times b WHERE b.artist_id = p.id AND tstzrange(b.starts_at, b.ends_at, '[)') && tstzrange(s.starts_at, s.ends_at, '[)'))
                    AND NOT EXISTS (SELECT FROM strikes f WHERE f.artist_id = p.id AND f.frozen_until > {now})
                ORDER BY c.spot <-> v.spot, p.slug LIMIT {sql.Literal(Near)}) near
            WHERE NOT EXISTS (SELECT FROM strikes f WHERE f.venue_id = v.id AND f.frozen_until > {now})
            """);
        return sql.ReadAsync(database, row => new Candidate(
            row.GetGuid(0), row.GetGuid(1), row.GetString(2), row.GetString(3), row.GetString(4), new(row.GetDouble(6), row.GetDouble(7)), row.GetGuid(8), row.GetBoolean(5)), ct);
    }
}
