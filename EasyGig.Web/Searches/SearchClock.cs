using EasyGig.Domain;
using EasyGig.Domain.Searches;
using EasyGig.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Web.Searches;

/// <summary>Brings what is new to those who saved a search for it, in two steps: what is fresh is found once, and what was found is told when its owner wants it.</summary>
public sealed class SearchClock(EasyGigDb db, SearchMatcher matcher, SearchLetters letters, TimeProvider clock)
{
    public Task<IReadOnlyCollection<string>> TurnsOfRoundAsync(Guid slot, CancellationToken ct) => Task.FromResult<IReadOnlyCollection<string>>([Turn.SearchRound]);

    /// <summary>All searches look at all that is fresh: whoever comes later for another slot of the same act finds it done.</summary>
    public async Task<Refusal?> LookAsync(Guid slot, CancellationToken ct)
    {
        var fresh = (await db.FreshSlots.FromSql($"DELETE FROM fresh_slots RETURNING *").AsNoTracking().ToListAsync(ct)).Select(one => one.Id).ToArray();
        var queries = await db.Searches.Where(s => s.Alert != SearchAlert.None).Select(s => s.Query).Distinct().ToListAsync(ct);
        var found = await matcher.AmongAsync(queries, fresh, ct);
        var finding = found.Select(of => of.Key).ToArray();
        var known = (await db.SearchFinds.Where(f => fresh.Contains(f.SlotId)).ToListAsync(ct)).Select(f => (f.SearchId, f.SlotId)).ToHashSet();
        var own = await db.Venues.SelectMany(v => v.Directors, (v, d) => new { v.Id, d.PersonId }).Join(db.Slots.Where(s => fresh.Contains(s.Id)), d => d.Id, s => s.VenueId, (d, s) => new { d.PersonId, s.Id }).ToListAsync(ct);
        var ids = await db.Searches.Where(s => s.Alert != SearchAlert.None && finding.Contains(s.Query)).Select(s => s.Id).ToArrayAsync(ct);
        foreach (var search in (await db.HeldSearchesAsync(ids, ct)).Where(search => search.Alert is not SearchAlert.None))
            foreach (var one in found[search.Query].Where(one => !known.Contains((search.Id, one)) && !own.Contains(new { search.PersonId, Id = one })))
            {
                db.Add(new SearchFind(search.Id, one));
                search.Find(clock.GetUtcNow());
            }
        return await db.TrySaveAsync(ct);
    }

    public async Task<IReadOnlyCollection<string>> TurnsOfAlertAsync(Guid search, CancellationToken ct) =>
        [.. (await db.Searches.Where(s => s.Id == search).Select(s => s.PersonId).ToListAsync(ct)).Select(Turn.Searches)];

    /// <summary>All that waits for the same person goes into one mail; what can no longer be applied to is left out.</summary>
    public async Task<Refusal?> TellAsync(Guid id, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var same = await db.Searches.Where(s => s.DueAt <= now && db.Searches.Any(one => one.Id == id && one.PersonId == s.PersonId)).Select(s => s.Id).ToArrayAsync(ct);
        var due = (await db.HeldSearchesAsync(same, ct)).Where(search => search.DueAt <= now).OrderBy(search => search.Name, StringComparer.Ordinal).ToList();
        var ids = due.Select(search => search.Id).ToArray();
        var finds = await db.SearchFinds.Where(f => f.ToldAt == null && ids.Contains(f.SearchId)).ToListAsync(ct);
        var matching = await matcher.AmongAsync([.. due.Select(s => s.Query).Distinct()], [.. finds.Select(f => f.SlotId).Distinct()], ct);
        var open = finds.Where(f => matching[due.Find(s => s.Id == f.SearchId)!.Query].Contains(f.SlotId)).ToList();
        var slots = await db.FoundSlotsAsync([.. open.Select(f => f.SlotId).Distinct()], now, ct);

        finds.ForEach(find => find.Tell(now));
        due.ForEach(search => search.Tell());
        var telling = due.Where(search => open.Any(f => f.SearchId == search.Id && slots.Any(slot => slot.Id == f.SlotId))).ToList();
        if (telling.Count > 0)
        {
            var reader = await db.Users.AsNoTracking().SingleAsync(p => p.Id == telling[0].PersonId, ct);
            db.Add(letters.Write(reader, telling, slots, now));
            db.Add(letters.Note(reader, telling, slots, now));
        }
        await db.SearchFinds.Where(f => f.ToldAt != null && ids.Contains(f.SearchId) && db.Slots.Any(s => s.Id == f.SlotId && s.Time.Start < now)).ExecuteDeleteAsync(ct); // what is over is never fresh again
        return await db.TrySaveAsync(ct);
    }
}
