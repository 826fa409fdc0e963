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
        var due = await db.Deadlines.Where(d => d.RanAt == null && (d.DueAt <= now || d.Attempts > 0)).GroupBy(_ => 1)
            .Select(all => new { Failing = all.Count(d => d.Attempts > 0), First = all.Min(d => d.DueAt) }).SingleOrDefaultAsync(ct);
        return due is null ? (0, TimeSpan.Zero) : (due.Failing, due.First < now ? now - due.First : TimeSpan.Zero);
    }
}
