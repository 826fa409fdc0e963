using EasyGig.Domain.Bookings;
using EasyGig.Web.Data;
using EasyGig.Web.Exports;
using EasyGig.Web.Identity;
using EasyGig.Web.Localization;
using EasyGig.Web.Paging;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace EasyGig.Web.Pages.Promoter;

/// <summary>What a promoter has to review, the soonest deadline first; or what was decided, the newest first.</summary>
public sealed class BookingsModel(EasyGigDb db, IStringLocalizer<Text> text, TimeProvider clock) : PageModel
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

    /// <summary>All of them, decided or not.</summary>
    public CsvAnswer<BookingRow> OnGetCsv() => new("bookings", db.ReviewsOf(User.Id).ToRows(db, clock.GetUtcNow()).OrderBy(b => b.Time.Start).ThenBy(b => b.Id).AsAsyncEnumerable(),
    [
        .. CsvColumns.When<BookingRow>(text, b => (b.Time, b.Zone)),
        new(text["Artist"], b => b.Artist),
        new(text["Venue"], b => b.Venue),
        new(text["Stage"], b => b.Stage),
        .. CsvColumns.Fee<BookingRow>(text, b => b.Fee),
        CsvColumns.State<BookingRow>(text, b => b.State),
    ]);

    /// <summary>The address of a page of this list.</summary>
    public static string Address(bool decided, string? cursor = null) =>
        QueryHelpers.AddQueryString("/promoter/bookings", new Dictionary<string, string?> { ["show"] = decided ? "decided" : null, ["cursor"] = cursor });
}
