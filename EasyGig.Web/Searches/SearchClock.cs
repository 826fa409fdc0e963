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
        var (now, yesterday) = (clock.GetUtcNow(), DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).AddDays(-1)); // it may still be yesterday at the venue
        var fresh = (await db.FreshSlots.FromSql($"DELETE FROM fresh_slots RETURNING *").AsNoTracking().ToListAsync(ct)).ToDictionary(one => one.Id, one => one.At);
        var queries = await db.Searches.Where(s => s.Alert != SearchAlert.None && (s.Until == null || s.Until >= yesterday)).Select(s => s.Query).Distinct().ToListAsync(ct);
        var found = await matcher.AmongAsync(queries, [.. fresh.Keys], ct);
        var finding = await db.NoteFindsAsync(found, fresh, ct);
        await db.NoteDueAsync(finding, now, ct);
        return null;
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
        var told = open.FindAll(f => slots.Exists(slot => slot.Id == f.SlotId));

        told.ForEach(find => find.Tell(now));
        db.RemoveRange(finds.Except(told)); // nobody was told of these: when one opens again, it is found anew
        due.ForEach(search => search.Tell());
        var telling = due.FindAll(search => told.Exists(f => f.SearchId == search.Id));
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
