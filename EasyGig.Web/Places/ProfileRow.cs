using EasyGig.Domain;
using EasyGig.Web.Data;
using EasyGig.Web.Paging;
using Npgsql;

namespace EasyGig.Web.Places;

/// <summary>A venue or an artist in a list.</summary>
/// <param name="Km">How far it is from where the reader looks; null when nobody asked.</param>
public sealed record ProfileRow(string Slug, string Name, string City, double? Km)
{
    /// <summary>The distance by which the list is sorted, in the database's own measure.</summary>
    internal double Away { get; init; }

    /// <summary>A page of the rows <c>p</c> of a table with a <c>slug</c>, joined with their city <c>c</c>.</summary>
    /// <param name="from">The tables, from FROM on, and their conditions.</param>
    /// <param name="spot">The column that tells where each is.</param>
    internal static async Task<ListPage<ProfileRow>> PageAsync(
        NpgsqlDataSource database, SqlText from, SqlText spot, ProfileSort sort, Coordinates? centre, string? cursor, CancellationToken ct)
    {
        if (sort is ProfileSort.Distance && centre is var (latitude, longitude))
        {
            var start = Cursor.Read<(double Away, string Slug)>(cursor);
            var away = from.Piece().Add($"{spot} <-> spot({latitude}, {longitude})");
            if (start is { Key: var (distance, slug) }) from.Add($" AND ({away}, p.slug) {Beyond(from, start.Value.Back)} ({distance}, {slug})");
            return ListPage.Of(await ReadAsync(from.Piece().Add($"SELECT p.slug, p.name, c.name, {away} {from} ORDER BY {away} {Way(from, start?.Back)}, p.slug {Way(from, start?.Back)}")), start, row => (row.Away, row.Slug));
        }
        var after = Cursor.Read<ValueTuple<string>>(cursor);
        if (after is { Key.Item1: var last }) from.Add($" AND p.slug {Beyond(from, after.Value.Back)} {last}");
        return ListPage.Of(await ReadAsync(from.Piece().Add($"SELECT p.slug, p.name, c.name, NULL {from} ORDER BY p.slug {Way(from, after?.Back)}")), after, row => ValueTuple.Create(row.Slug));

        Task<List<ProfileRow>> ReadAsync(SqlText sql) => sql.Add($" LIMIT {sql.Literal(ListPage.Fetch)}").ReadAsync(database, Read, ct);
    }

    private static ProfileRow Read(NpgsqlDataReader row)
    {
        double? away = row.IsDBNull(3) ? null : row.GetDouble(3);
        return new(row.GetString(0), row.GetString(1), row.GetString(2), away is { } chord ? Coordinates.KmOfChord(chord) : null) { Away = away ?? 0 };
    }

    private static SqlText Beyond(SqlText sql, bool back) => back ? sql.Piece().Add($"<") : sql.Piece().Add($">");

    private static SqlText Way(SqlText sql, bool? back) => back == true ? sql.Piece().Add($"DESC") : sql.Piece().Add($"ASC");
}
