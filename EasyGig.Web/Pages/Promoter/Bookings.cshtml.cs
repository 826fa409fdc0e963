using EasyGig.Domain.Bookings;
using EasyGig.Web.Data;
using EasyGig.Web.Identity;
using EasyGig.Web.Paging;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;

namespace EasyGig.Web.Pages.Promoter;

/// <summary>What a promoter has to review, the soonest deadline first; or what was decided, the newest first.</summary>
public sealed class BookingsModel(EasyGigDb db, TimeProvider clock) : PageModel
{
    public ListPage<BookingRow> Found { get; private set; } = null!;
    public bool Decided { get; private set; }

    public async Task OnGetAsync(string? show, string? cursor, CancellationToken ct)
    {
        Decided = show == "decided";
        var rows = db.ReviewsOf(User.Id).ToRows(db, clock.GetUtcNow());
        Found = Decided
            ? await rows.Where(b => b.State != BookingState.PendingReview).PageAsync(b => ValueTuple.Create(b.Id), cursor, ct, descending: true)
            : await rows.Where(b => b.State == BookingState.PendingReview).PageAsync(b => ValueTuple.Create(b.DueAt!.Value, b.Id), cursor, ct);
    }

    /// <summary>The address of a page of this list.</summary>
    public static string Address(bool decided, string? cursor = null) =>
        QueryHelpers.AddQueryString("/promoter/bookings", new Dictionary<string, string?> { ["show"] = decided ? "decided" : null, ["cursor"] = cursor });
}
