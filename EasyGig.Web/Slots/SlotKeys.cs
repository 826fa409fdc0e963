using EasyGig.Web.Data;
using EasyGig.Web.Paging;

namespace EasyGig.Web.Slots;

/// <summary>Which slots a page shows: a statement that is answered by an index alone, in the index's order, and yields <c>id</c> and what the order needs.</summary>
/// <param name="Order">That order, by the statement's columns as <c>k</c>.</param>
internal sealed record SlotKeys(SqlText Text, SqlText Order)
{
    /// <summary>The next first.</summary>
    public static SlotKeys ByDate(SqlText sql, SlotQuestion question, Cursor<(DateTimeOffset At, Guid Id)>? from, int limit)
    {
        var (keys, way, beyond) = Begin(sql, from is { Back: true });
        keys.Add($"SELECT s.id, s.starts_at AS at FROM slots s WHERE ");
        question.AddConditions(keys);
        if (from is { Key: var (at, id) }) keys.Add($" AND (s.starts_at, s.id) {beyond} ({at}, {id})");
        keys.Add($" ORDER BY s.starts_at {way}, s.id {way} LIMIT {sql.Literal(limit)}");
        return new(keys, sql.Piece().Add($"k.at {way}, k.id {way}"));
    }

    /// <summary>The best paid first; of one currency, as amounts of two do not compare.</summary>
    public static SlotKeys ByFee(SqlText sql, SlotQuestion question, Cursor<(decimal Fee, DateTimeOffset At, Guid Id)>? from, int limit)
    {
        var (keys, way, beyond) = Begin(sql, from is { Back: true });
        keys.Add($"SELECT s.id, s.starts_at AS at, -s.max_fee AS fee FROM slots s WHERE ");
        question.AddConditions(keys);
        if (from is { Key: var (fee, at, id) }) keys.Add($" AND (-s.max_fee, s.starts_at, s.id) {beyond} ({-fee}, {at}, {id})");
        keys.Add($" ORDER BY -s.max_fee {way}, s.starts_at {way}, s.id {way} LIMIT {sql.Literal(limit)}");
        return new(keys, sql.Piece().Add($"k.fee {way}, k.at {way}, k.id {way}"));
    }

    /// <summary>The nearest venue first, and of a venue the next slot first. Venues come out of the index one by one, as far as
    /// they are needed: it knows their distance alone, so ties between them are settled outside.</summary>
    /// <param name="venues">How many venues are looked at, and those as far away as the last; the planner takes them out of the index only if it is told.
    /// Null looks at all, for when that was too few.</param>
    public static SlotKeys ByDistance(SqlText sql, SlotQuestion question, Cursor<(double Away, Guid Venue, DateTimeOffset At, Guid Id)>? from, int limit, int? venues)
    {
        var (keys, way, beyond) = Begin(sql, from is { Back: true });
        var centre = question.Centre!.Value;
        var away = sql.Piece().Add($"venue.spot <-> spot({centre.Latitude}, {centre.Longitude})");
        keys.Add($"SELECT s.id, s.at, v.away, v.id AS venue FROM (SELECT venue.id, {away} AS away FROM venues venue WHERE true");
        var row = sql.Piece().Add($"venue");
        question.Place.AddConditions(keys, row, row);
        if (from is { Key: var (distance, venue, _, _) }) keys.Add($" AND ({away}, venue.id) {beyond}= ({distance}, {venue})");
        keys.Add($" ORDER BY {away} {way}");
        if (venues is { } few) keys.Add($" FETCH FIRST {sql.Literal(few)} ROWS WITH TIES");
        keys.Add($") v CROSS JOIN LATERAL (SELECT s.id, s.starts_at AS at FROM slots s WHERE s.venue_id = v.id AND ");
        question.AddConditions(keys);
        if (from is { Key: var (_, last, at, id) }) keys.Add($" AND (v.id <> {last} OR (s.starts_at, s.id) {beyond} ({at}, {id}))");
        keys.Add($" ORDER BY s.starts_at {way}, s.id {way} LIMIT {sql.Literal(limit)}) s ORDER BY v.away {way}, v.id {way}, s.at {way}, s.id {way} LIMIT {sql.Literal(limit)}");
        return new(keys, sql.Piece().Add($"k.away {way}, k.venue {way}, k.at {way}, k.id {way}"));
    }

    private static (SqlText Keys, SqlText Way, SqlText Beyond) Begin(SqlText sql, bool back) =>
        (sql.Piece(), back ? sql.Piece().Add($"DESC") : sql.Piece().Add($"ASC"), back ? sql.Piece().Add($"<") : sql.Piece().Add($">"));
}
