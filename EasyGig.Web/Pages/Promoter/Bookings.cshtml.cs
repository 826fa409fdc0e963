using EasyGig.Domain.Bookings;
using EasyGig.Web.Data;
using EasyGig.Web.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Web.Pages.Promoter;

/// <summary>What a promoter has to review, the soonest deadline first; then what was decided, the newest first.</summary>
public sealed class BookingsModel(EasyGigDb db, TimeProvider clock) : PageModel
{
    public const int PageSize = 20;

    /// <summary>Where the page begins: after the booking of this id; while <see cref="Due"/> is given, within the queue.</summary>
    [BindProperty(SupportsGet = true)] public Guid? Cursor { get; set; }

    /// <summary>The deadline of the queue's last booking on the page before.</summary>
    [BindProperty(SupportsGet = true)] public DateTimeOffset? Due { get; set; }

    public IReadOnlyList<BookingRow> Queue { get; private set; } = [];
    public IReadOnlyList<BookingRow> Decided { get; private set; } = [];

    /// <summary>The query of the next page; null on the last.</summary>
    public string? Next { get; private set; }

    public bool IsFirst => Cursor is null;

    public async Task OnGetAsync(CancellationToken ct)
    {
        if (IsFirst || Due is not null) await ReadQueueAsync(ct);
        if (Next is null) await ReadDecidedAsync(ct);
    }

    private async Task ReadQueueAsync(CancellationToken ct)
    {
        var waiting = db.ReviewsOf(User.Id).AsNoTracking().Where(b => b.State == BookingState.PendingReview);
        if (Cursor is { } last && Due?.ToUniversalTime() is { } due) waiting = waiting.Where(b => b.ReviewDueAt > due || b.ReviewDueAt == due && b.Id > last);
        var rows = await waiting.OrderBy(b => b.ReviewDueAt).ThenBy(b => b.Id).Take(PageSize + 1).ToRows(db, clock.GetUtcNow()).ToListAsync(ct);
        Queue = [.. rows.Take(PageSize)];
        if (rows.Count > PageSize) Next = $"?cursor={Queue[^1].Id}&due={Queue[^1].DueAt:yyyy-MM-ddTHH:mm:ss.ffffffZ}";
    }

    private async Task ReadDecidedAsync(CancellationToken ct)
    {
        var decided = db.ReviewsOf(User.Id).AsNoTracking().Where(b => b.State != BookingState.PendingReview);
        if (Cursor is { } last && Due is null) decided = decided.Where(b => b.Id < last);
        var rows = await decided.OrderByDescending(b => b.Id).Take(PageSize + 1).ToRows(db, clock.GetUtcNow()).ToListAsync(ct);
        Decided = [.. rows.Take(PageSize)];
        if (rows.Count > PageSize) Next = $"?cursor={Decided[^1].Id}";
    }
}
