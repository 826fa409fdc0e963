using EasyGig.Domain;
using EasyGig.Domain.Searches;
using EasyGig.Domain.Slots;
using EasyGig.Web.Data;
using EasyGig.Web.Genres;
using EasyGig.Web.Slots;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Web.Searches;

/// <summary>Keeps searches. What stands beside what, the database says.</summary>
/// <remarks>Callers have looked up the search among the person's own, or opened a token of it; here nobody is asked who they are.</remarks>
public sealed class SearchDesk(EasyGigDb db, GenreCatalogue genres, TimeProvider clock)
{
    /// <summary>Keeps a search in the one way in which it is written: what cannot be read is left out, and so is its order, which finds nothing else.</summary>
    public Task<Refusal?> SaveAsync(Guid person, string address, string name, SearchAlert alert, CancellationToken ct)
    {
        var search = SlotAddress.Read(address, genres) with { Sort = SlotSort.Date };
        db.Add(new SavedSearch(person, name, SlotAddress.Of(search), search.To, alert, clock.GetUtcNow()));
        return db.TrySaveAsync(ct);
    }

    public Task<Refusal?> ChangeAsync(Guid person, Guid search, string name, SearchAlert alert, CancellationToken ct) => db.InTurnAsync([Turn.Searches(person)], async () =>
    {
        var zone = (await db.ZonesAsync([person], ct))[person];
        foreach (var held in await db.HeldSearchesAsync([search], ct)) held.Change(name, alert, zone, clock.GetUtcNow());
        if (alert is SearchAlert.None) await ForgetAsync([search], ct);
        return await db.TrySaveAsync(ct);
    }, ct);

    public Task<Refusal?> DeleteAsync(Guid person, Guid search, CancellationToken ct) => db.InTurnAsync([Turn.Searches(person)], async () =>
    {
        await db.Searches.Where(s => s.Id == search).ExecuteDeleteAsync(ct);
        return null;
    }, ct);

    /// <summary>Ends the mails of some searches; of one that is gone there is nothing to end.</summary>
    public async Task<Refusal?> SilenceAsync(IReadOnlyList<Guid> searches, CancellationToken ct)
    {
        var people = await db.Searches.Where(s => searches.Contains(s.Id)).Select(s => s.PersonId).Distinct().ToListAsync(ct);
        return await db.InTurnAsync([.. people.Select(Turn.Searches)], async () =>
        {
            foreach (var held in await db.HeldSearchesAsync([.. searches], ct)) held.Silence();
            await ForgetAsync(searches, ct);
            return await db.TrySaveAsync(ct);
        }, ct);
    }

    /// <summary>What was found and not told is never told.</summary>
    private Task<int> ForgetAsync(IReadOnlyList<Guid> searches, CancellationToken ct) =>
        db.SearchFinds.Where(f => searches.Contains(f.SearchId) && f.ToldAt == null).ExecuteDeleteAsync(ct);
}
