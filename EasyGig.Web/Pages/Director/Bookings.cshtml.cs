using EasyGig.Web.Data;
using EasyGig.Web.Exports;
using EasyGig.Web.Identity;
using EasyGig.Web.Localization;
using EasyGig.Web.Paging;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace EasyGig.Web.Pages.Director;

/// <summary>The bookings at a director's venues: those to come, soonest first, or those that are over, latest first.</summary>
public sealed class BookingsModel(EasyGigDb db, IStringLocalizer<Text> text, TimeProvider clock) : PageModel
{
    public DateTimeOffset Now { get; } = clock.GetUtcNow();
    public ListPage<BookingLine> Found { get; private set; } = null!;
    public bool Past { get; private set; }

    public async Task OnGetAsync(string? when, string? cursor, CancellationToken ct)
    {
        Past = when == "past";
        var bookings = db.BookingLinesAt(User.Id).Where(b => Past ? b.Time.End <= Now : b.Time.End > Now);
        Found = await bookings.PageAsync(b => ValueTuple.Create(b.Time.Start, b.Id), cursor, ct, descending: Past);
    }

    /// <summary>All of them, past and to come.</summary>
    public CsvAnswer<BookingLine> OnGetCsv() => new("bookings", db.BookingLinesAt(User.Id).OrderBy(b => b.Time.Start).ThenBy(b => b.Id).AsAsyncEnumerable(),
    [
        .. CsvColumns.When<BookingLine>(text, b => (b.Time, b.Zone)),
        new(text["Artist"], b => b.Artist),
        new(text["Venue"], b => b.Venue),
        new(text["Stage"], b => b.Stage),
        .. CsvColumns.Fee<BookingLine>(text, b => b.Fee),
        CsvColumns.State<BookingLine>(text, b => b.State),
    ]);

    /// <summary>The address of a page of this list.</summary>
    public static string Address(bool past, string? cursor = null) =>
        QueryHelpers.AddQueryString("/director/bookings", new Dictionary<string, string?> { ["when"] = past ? "past" : null, ["cursor"] = cursor });
}
