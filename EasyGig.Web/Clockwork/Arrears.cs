using EasyGig.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Web.Clockwork;

/// <summary>Whether what is due comes.</summary>
public sealed class Arrears(EasyGigDb db, TimeProvider clock)
{
    /// <returns>How many deadlines ran into trouble and are tried again, and how long the longest due of all has waited beyond its time.</returns>
    public async Task<(int Failing, TimeSpan Overdue)> ReadAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var waiting = db.Deadlines.Where(d => d.RanAt == null);
        var failing = await waiting.Where(d => d.Attempts > 0).GroupBy(_ => 1).Select(all => new { Count = all.Count(), First = (DateTimeOffset?)all.Min(d => d.DueAt) }).SingleOrDefaultAsync(ct);
        var due = await waiting.Where(d => d.NextAt <= now).MinAsync(d => (DateTimeOffset?)d.DueAt, ct);
        return (failing?.Count ?? 0, now - (failing?.First < (due ?? now) ? failing.First.Value : due ?? now));
    }
}
