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
        var (place, words) = (await places.AskAsync(search.Where, home: null, ct), await places.WordsAsync(search.Text, ct));
        var sql = new SqlText();
        sql.Add($"FROM artists p JOIN cities c ON c.id = p.city_id WHERE true");
        place.AddConditions(sql, row: sql.Piece().Add($"p"), spot: sql.Piece().Add($"c"));
        if (words is not null) sql.Add($" AND p.words @@ {words}::tsquery");
        if (search.Genres.Count > 0) sql.Add($" AND genres_meet(p.genres, {GenreSetConverter.ToBits(genres.Wanted(genres.Read(search.Genres)))}::bit(128))");
        if (search.Category is { } category) sql.Add($" AND p.category = {Word.Of(category)}");
        if (search.MaxFee is { } fee) sql.Add($" AND p.fee <= {fee}");
        if (search.Currency is { } currency) sql.Add($" AND p.currency = {currency}::bpchar");
        return await ProfileRow.PageAsync(database, sql, sql.Piece().Add($"c.spot"), search.Sort, place.Centre, cursor, ct);
    }
}
