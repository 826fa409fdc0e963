using EasyGig.Web.Data;
using EasyGig.Web.Identity;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Web.Pages.Director;

/// <summary>The bookings at a director's venues: those to come, soonest first, or those that are over, latest first.</summary>
public sealed class BookingsModel(EasyGigDb db, TimeProvider clock) : PageModel
{
    public DateTimeOffset Now { get; } = clock.GetUtcNow();
    public IReadOnlyList<BookingLine> Bookings { get; private set; } = [];
    public bool Past { get; private set; }

    /// <summary>Where this page began; null on the first.</summary>
    public ListCursor? From { get; private set; }

    /// <summary>Where the next page begins; null on the last.</summary>
    public ListCursor? Next { get; private set; }

    public async Task OnGetAsync(string? when, string? cursor, CancellationToken ct)
    {
        (Past, From) = (when == "past", ListCursor.Read(cursor));
        var found = await Ordered(db.BookingLinesAt(User.Id)).Take(ListCursor.PageSize + 1).ToListAsync(ct);
        Bookings = [.. found.Take(ListCursor.PageSize)];
        if (found.Count > ListCursor.PageSize) Next = new(0, Bookings[^1].Time.Start, Bookings[^1].Id);
    }

    /// <summary>The address of this list from a cursor on.</summary>
    public static string Address(bool past, ListCursor? cursor) => "/director/bookings" + QueryString.Create(new Dictionary<string, string?>
    {
        ["when"] = past ? "past" : null, ["cursor"] = cursor?.ToString(),
    }.Where(pair => pair.Value is not null));

    private IQueryable<BookingLine> Ordered(IQueryable<BookingLine> bookings)
    {
        bookings = Past ? bookings.Where(b => b.Time.End <= Now) : bookings.Where(b => b.Time.End > Now);
        if (From is { At: var at, Id: var id })
            bookings = Past
                ? bookings.Where(b => EF.Functions.LessThan(ValueTuple.Create(b.Time.Start, b.Id), ValueTuple.Create(at, id)))
                : bookings.Where(b => EF.Functions.GreaterThan(ValueTuple.Create(b.Time.Start, b.Id), ValueTuple.Create(at, id)));
        return Past ? bookings.OrderByDescending(b => b.Time.Start).ThenByDescending(b => b.Id) : bookings.OrderBy(b => b.Time.Start).ThenBy(b => b.Id);
    }
}
