using EasyGig.Domain;
using EasyGig.Domain.Artists;
using EasyGig.Web.Data;
using EasyGig.Web.Genres;
using EasyGig.Web.Paging;
using EasyGig.Web.Places;
using Npgsql;

namespace EasyGig.Web.Artists;

/// <summary>Finds artists.</summary>
public sealed class ArtistFinder(NpgsqlDataSource database, PlaceQuestions places, GenreCatalogue genres)
{
    /// <param name="cursor">As the address carries it; nonsense asks for the first page.</param>
    public async Task<ListPage<ProfileRow>> PageAsync(ArtistSearch search, string? cursor, CancellationToken ct)
    {
        var (place, sql) = (await places.AskAsync(search.Where, home: null, ct), new SqlText());
        await AddAsync(sql, search, place, ct);
        return await ProfileRow.PageAsync(database, sql, sql.Piece().Add($"c.spot"), search.Sort, place.Centre, cursor, ct);
    }

    /// <summary>The nearest to the venue, or to the city that is named, who are not booked at the time that is asked for.</summary>
    internal async Task<List<(Guid Id, string Slug, string Name, string City, double Km)>> NearestAsync(ScoutSearch search, ScoutPlace at, int limit, CancellationToken ct)
    {
        var whom = search.Whom with { Where = search.Whom.Where with { Km = search.Whom.Where.City is null ? null : search.Km } };
        var (place, sql) = (await places.AskAsync(whom.Where, at.Spot, ct), new SqlText());
        await AddAsync(sql, whom, place, ct);
        if (search.Km is { } km && whom.Where.City is null) sql.Add($" AND km_between(c.latitude, c.longitude, {at.Spot.Latitude}, {at.Spot.Longitude}) <= {(double)km}");
        if (at.Free is { } free) sql.Add($" AND NOT EXISTS (SELECT FROM bookings b WHERE b.artist_id = p.id AND b.is_active AND tstzrange(b.starts_at, b.ends_at) && tstzrange({free.Start}, {free.End}))");
        if (at.Free is { } when) sql.Add($" AND NOT EXISTS (SELECT FROM busy_times b WHERE b.artist_id = p.id AND tstzrange(b.starts_at, b.ends_at, '[)') && tstzrange({when.Start}, {when.End}, '[)'))");
        var (latitude, longitude) = place.Centre!.Value;
        var nearest = sql.Piece().Add($"SELECT p.id, p.slug, p.name, c.name, c.spot <-> spot({latitude}, {longitude}) AS away {sql} ORDER BY away, p.slug LIMIT {sql.Literal(limit)}");
        return await nearest.ReadAsync(database, row => (row.GetGuid(0), row.GetString(1), row.GetString(2), row.GetString(3), Coordinates.KmOfChord(row.GetDouble(4))), ct);
    }

    private async Task AddAsync(SqlText sql, ArtistSearch search, PlaceQuestion place, CancellationToken ct)
    {
        sql.Add($"FROM artists p JOIN cities c ON c.id = p.city_id WHERE true");
        place.AddConditions(sql, row: sql.Piece().Add($"p"), spot: sql.Piece().Add($"c"));
        if (await places.WordsAsync(search.Text, ct) is { } words) sql.Add($" AND p.words @@ {words}::tsquery");
        if (search.Genres.Count > 0) sql.Add($" AND genres_meet(p.genres, {GenreSetConverter.ToBits(genres.Wanted(genres.Read(search.Genres)))}::bit(128))");
        if (search.Category is { } category) sql.Add($" AND p.category = {Word.Of(category)}");
        if (search.MaxFee is { } fee) sql.Add($" AND p.fee <= {fee}");
        if (search.Currency is { } currency) sql.Add($" AND p.currency = {currency}::bpchar");
    }
}
