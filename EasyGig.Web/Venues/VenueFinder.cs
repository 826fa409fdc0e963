using EasyGig.Domain;
using EasyGig.Domain.Venues;
using EasyGig.Web.Data;
using EasyGig.Web.Paging;
using EasyGig.Web.Places;
using Npgsql;

namespace EasyGig.Web.Venues;

/// <summary>Finds venues.</summary>
public sealed class VenueFinder(NpgsqlDataSource database, PlaceQuestions places)
{
    /// <param name="cursor">As the address carries it; nonsense asks for the first page.</param>
    public async Task<ListPage<ProfileRow>> PageAsync(VenueSearch search, string? cursor, CancellationToken ct)
    {
        var (place, words) = (await places.AskAsync(search.Where, home: null, ct), await places.WordsAsync(search.Text, ct));
        var sql = new SqlText();
        var venue = sql.Piece().Add($"p");
        sql.Add($"FROM venues p JOIN cities c ON c.id = p.city_id WHERE true");
        place.AddConditions(sql, venue, venue);
        if (words is not null) sql.Add($" AND p.words @@ {words}::tsquery");
        if (search.MinCapacity is not null || search.Room is not null)
        {
            sql.Add($" AND EXISTS (SELECT FROM stages g WHERE g.venue_id = p.id");
            if (search.MinCapacity is { } capacity) sql.Add($" AND g.capacity >= {capacity}");
            if (search.Room is { } room) sql.Add($" AND g.room = {Word.Of(room)}");
            sql.Add($")");
        }
        return await ProfileRow.PageAsync(database, sql, sql.Piece().Add($"p.spot"), search.Sort, place.Centre, cursor, ct);
    }
}
