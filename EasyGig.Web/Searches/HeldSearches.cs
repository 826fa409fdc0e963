using EasyGig.Domain.Searches;
using EasyGig.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Web.Searches;

internal static class HeldSearches
{
    /// <summary>Searches, held until the turn is over: finding, telling and silencing see what the one before has done. Those that are gone are left out.</summary>
    public static Task<List<SavedSearch>> HeldSearchesAsync(this EasyGigDb db, Guid[] ids, CancellationToken ct) =>
        db.Searches.FromSql($"SELECT *, xmin FROM searches WHERE id = ANY({ids}) ORDER BY id FOR UPDATE").ToListAsync(ct);
}
