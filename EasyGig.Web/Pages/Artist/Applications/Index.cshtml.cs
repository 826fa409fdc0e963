using EasyGig.Domain;
using EasyGig.Domain.Applications;
using EasyGig.Web.Applications;
using EasyGig.Web.Data;
using EasyGig.Web.Exports;
using EasyGig.Web.Identity;
using EasyGig.Web.Localization;
using EasyGig.Web.Paging;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace EasyGig.Web.Pages.Artist.Applications;

/// <summary>Every application of the reader's artists, the newest first.</summary>
public sealed class IndexModel(EasyGigDb db, IStringLocalizer<Text> text) : PageModel
{
    public ListPage<ApplicationRow> Found { get; private set; } = null!;

    /// <summary>The only state that is shown; null for all.</summary>
    public ApplicationState? State { get; private set; }

    public async Task OnGetAsync(string? state, string? cursor, CancellationToken ct)
    {
        Found = await Rows(state).PageAsync(row => ValueTuple.Create(row.SubmittedAt, row.Id), cursor, ct, descending: true);
    }

    /// <summary>All pages of the list.</summary>
    public CsvAnswer<ApplicationRow> OnGetCsv(string? state) => new("applications", Rows(state).OrderByDescending(row => row.SubmittedAt).ThenByDescending(row => row.Id).AsAsyncEnumerable(),
    [
        new(text["Sent"], row => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(row.SubmittedAt, row.Zone).DateTime)),
        new(text["Artist"], row => row.Artist),
        new(text["Venue"], row => row.Venue),
        new(text["City"], row => row.City),
        .. CsvColumns.When<ApplicationRow>(text, row => (row.Time, row.Zone)),
        .. CsvColumns.Fee<ApplicationRow>(text, row => row.Stands),
        CsvColumns.State<ApplicationRow>(text, row => row.State),
    ]);

    private IQueryable<ApplicationRow> Rows(string? state)
    {
        State = Word.Read<ApplicationState>(state);
        var rows = db.RowsOf(db.ApplicationsOf(User.Id));
        return State is { } only ? rows.Where(row => row.State == only) : rows;
    }

    /// <summary>The address of the list as a file.</summary>
    public string Csv => QueryHelpers.AddQueryString("/artist/applications", new Dictionary<string, string?> { ["state"] = State is { } only ? Word.Of(only) : null, ["handler"] = "Csv" });

    public string Address(string cursor) =>
        QueryHelpers.AddQueryString("/artist/applications", new Dictionary<string, string?> { ["state"] = State is { } only ? Word.Of(only) : null, ["cursor"] = cursor });
}
