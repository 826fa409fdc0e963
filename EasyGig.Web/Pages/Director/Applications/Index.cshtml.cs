using System.Linq.Expressions;
using EasyGig.Domain.Applications;
using EasyGig.Web.Data;
using EasyGig.Web.Exports;
using EasyGig.Web.Identity;
using EasyGig.Web.Localization;
using EasyGig.Web.Paging;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace EasyGig.Web.Pages.Director.Applications;

/// <summary>What was sent to a director's venues: first all that waits for an answer, whoever waits longest on top; then the rest by state.</summary>
public sealed class IndexModel(EasyGigDb db, IStringLocalizer<Text> text, TimeProvider clock) : PageModel
{
    public DateTimeOffset Now { get; } = clock.GetUtcNow();
    public ListPage<ApplicationLine> Found { get; private set; } = null!;

    /// <summary>The slot that the list is narrowed down to.</summary>
    public SlotTitle? Slot { get; private set; }

    public async Task OnGetAsync(string? slot, string? cursor, CancellationToken ct)
    {
        Found = await (await ViewsAsync(slot, ct)).Select(Ranked).PageAsync(l => ValueTuple.Create(l.Rank, l.Application.SubmittedAt, l.Application.Id), cursor, ct);
    }

    /// <summary>All pages of the list, by slot.</summary>
    public async Task<CsvAnswer<ApplicationView>> OnGetCsvAsync(string? slot, CancellationToken ct) => new(
        "applications", (await ViewsAsync(slot, ct)).OrderBy(a => a.Slot.Time.Start).ThenBy(a => a.Slot.Id).ThenBy(a => a.SubmittedAt).ThenBy(a => a.Id).AsNoTracking().AsAsyncEnumerable(),
    [
        .. CsvColumns.When<ApplicationView>(text, a => (a.Slot.Time, a.Slot.Zone)),
        new(text["Venue"], a => a.Slot.Venue),
        new(text["Stage"], a => a.Slot.Stage),
        new(text["Artist"], a => a.Artist),
        .. CsvColumns.Fee<ApplicationView>(text, a => a.Terms.Fee),
        new(text["Sent"], a => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(a.SubmittedAt, a.Slot.Zone).DateTime)),
        CsvColumns.State<ApplicationView>(text, a => a.State),
        new(text["Message"], a => a.Message),
    ]);

    private async Task<IQueryable<ApplicationView>> ViewsAsync(string? slot, CancellationToken ct)
    {
        if (Guid.TryParse(slot, out var id)) Slot = await db.SlotTitlesOf(User.Id).SingleOrDefaultAsync(s => s.Id == id, ct);
        var views = db.ApplicationViewsTo(User.Id, Now);
        return Slot is null ? views : views.Where(a => a.Slot.Id == Slot.Id);
    }

    /// <summary>The address of a page of this list.</summary>
    public string Address(string cursor) =>
        QueryHelpers.AddQueryString("/director/applications", new Dictionary<string, string?> { ["slot"] = Slot?.Id.ToString(), ["cursor"] = cursor });

    /// <summary>The address of the list as a file.</summary>
    public string Csv => QueryHelpers.AddQueryString("/director/applications", new Dictionary<string, string?> { ["slot"] = Slot?.Id.ToString(), ["handler"] = "Csv" });

    private static readonly Expression<Func<ApplicationView, ApplicationLine>> Ranked = a => new ApplicationLine
    {
        Application = a,
        Rank = a.Waits ? 0
            : a.State == ApplicationState.Offered ? 1
            : a.State == ApplicationState.Waitlisted ? 2
            : a.State == ApplicationState.Accepted ? 3
            : a.State == ApplicationState.Declined ? 4
            : a.State == ApplicationState.Withdrawn ? 5 : 6,
    };
}

/// <summary>An application and where it stands in the list.</summary>
public sealed record ApplicationLine
{
    public required ApplicationView Application { get; init; }

    /// <summary>0 is what waits for the director.</summary>
    public required int Rank { get; init; }
}
