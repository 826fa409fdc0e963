using EasyGig.Domain.Facts;
using EasyGig.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Web.Searches;

/// <summary>What is new for those who saved a search.</summary>
internal static class FreshSlots
{
    /// <summary>What may leave a slot open: it is published, what was booked on it has fallen, or nobody on its waiting list took it.</summary>
    private static readonly FactKind[] Opening = [FactKind.SlotPublished, FactKind.Rejected, FactKind.Cancelled, FactKind.Released, FactKind.RevivalEnded];

    /// <summary>Notes which slots these facts left open, but for those that go down their waiting list: it comes first. The clockwork tells of them; whoever publishes does not wait for that.</summary>
    public static async Task NoteFreshAsync(this EasyGigDb db, IReadOnlyList<Fact> facts, DateTimeOffset now, CancellationToken ct)
    {
        var slots = facts.Where(fact => Opening.Contains(fact.Kind)).Select(fact => fact.SlotId).OfType<Guid>().Distinct().ToArray();
        if (slots.Length == 0) return;
        await db.Database.ExecuteSqlAsync($"""
            INSERT INTO fresh_slots SELECT id, {now} FROM slots
            WHERE id = ANY({slots}) AND state = 'open' AND asked_until IS NULL AND EXISTS (SELECT FROM searches WHERE alert <> 'none')
            ON CONFLICT (id) DO NOTHING
            """, ct);
    }
}
