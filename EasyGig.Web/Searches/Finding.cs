using EasyGig.Domain.Searches;
using EasyGig.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Web.Searches;

/// <summary>Writes down what searches have found, however many keep them: in a statement each, not row by row.</summary>
internal static class Finding
{
    /// <summary>Notes each find that is news: not what its owner directs, nor when all their artists are busy, what was open before the search was saved, nor what was found before.
    /// The searches are held until the turn is over, so that who silences one is not told afterwards.</summary>
    /// <param name="found">By query, the slots that it finds.</param>
    /// <param name="fresh">Since when each of them is open.</param>
    /// <returns>The searches that have found something.</returns>
    public static async Task<Guid[]> NoteFindsAsync(this EasyGigDb db, ILookup<string, Guid> found, IReadOnlyDictionary<Guid, DateTimeOffset> fresh, CancellationToken ct)
    {
        var queries = found.Select(of => of.Key).ToArray();
        var pairs = found.SelectMany((of, index) => of.Select(slot => (Number: index + 1L, Slot: slot))).ToArray();
        var (numbers, slots, since) = (pairs.Select(pair => pair.Number).ToArray(), pairs.Select(pair => pair.Slot).ToArray(), pairs.Select(pair => fresh[pair.Slot]).ToArray());
        return [.. (await db.Database.SqlQuery<Guid>($"""
            WITH held AS MATERIALIZED (
                SELECT s.id, s.person_id, s.saved_at, q.number FROM searches s JOIN unnest({queries}) WITH ORDINALITY q (query, number) ON q.query = s.query
                WHERE s.alert <> 'none' ORDER BY s.id FOR UPDATE OF s)
            INSERT INTO search_finds (search_id, slot_id)
            SELECT held.id, f.slot_id FROM held JOIN unnest({numbers}, {slots}, {since}) f (number, slot_id, since) USING (number) JOIN slots ON slots.id = f.slot_id
            WHERE held.saved_at <= f.since AND NOT EXISTS (SELECT FROM venue_directors d WHERE d.venue_id = slots.venue_id AND d.person_id = held.person_id)
              AND (NOT EXISTS (SELECT FROM artist_members m WHERE m.person_id = held.person_id) OR EXISTS (SELECT FROM artist_members m WHERE m.person_id = held.person_id AND NOT EXISTS (
                SELECT FROM busy_times b WHERE b.artist_id = m.artist_id AND tstzrange(b.starts_at, b.ends_at, '[)') && tstzrange(slots.starts_at, slots.ends_at, '[)'))))
            ON CONFLICT DO NOTHING RETURNING search_id AS "Value"
            """).ToListAsync(ct)).Distinct()];
    }

    /// <summary>Says when these tell of what they have found. One that should have told already does so now, and is not put off till the next morning.</summary>
    public static async Task NoteDueAsync(this EasyGigDb db, Guid[] finding, DateTimeOffset now, CancellationToken ct)
    {
        var searches = await db.Searches.Where(s => finding.Contains(s.Id)).Select(s => new { s.Id, s.PersonId, s.Alert }).ToListAsync(ct);
        var zones = await db.ZonesAsync([.. searches.Select(s => s.PersonId).Distinct()], ct);
        var (ids, times) = (searches.Select(s => s.Id).ToArray(), searches.Select(s => SavedSearch.Next(s.Alert, zones[s.PersonId], now)!.Value).ToArray());
        await db.Database.ExecuteSqlAsync($"""
            UPDATE searches s SET due_at = CASE WHEN s.due_at IS NULL THEN t.at ELSE {now} END FROM unnest({ids}, {times}) t (id, at)
            WHERE s.id = t.id AND (s.due_at IS NULL OR s.due_at < {now})
            """, ct);
    }
}
