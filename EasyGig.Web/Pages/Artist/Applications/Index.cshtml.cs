using EasyGig.Domain;
using EasyGig.Domain.Applications;
using EasyGig.Web.Applications;
using EasyGig.Web.Data;
using EasyGig.Web.Identity;
using EasyGig.Web.Paging;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;

namespace EasyGig.Web.Pages.Artist.Applications;

/// <summary>Every application of the reader's artists, the newest first.</summary>
public sealed class IndexModel(EasyGigDb db) : PageModel
{
    public ListPage<ApplicationRow> Found { get; private set; } = null!;

    /// <summary>The only state that is shown; null for all.</summary>
    public ApplicationState? State { get; private set; }

    public async Task OnGetAsync(string? state, string? cursor, CancellationToken ct)
    {
        State = Word.Read<ApplicationState>(state);
        var rows = db.RowsOf(db.ApplicationsOf(User.Id));
        if (State is { } only) rows = rows.Where(row => row.State == only);
        Found = await rows.PageAsync(row => ValueTuple.Create(row.SubmittedAt, row.Id), cursor, ct, descending: true);
    }

    public string Address(string cursor) =>
        QueryHelpers.AddQueryString("/artist/applications", new Dictionary<string, string?> { ["state"] = State is { } only ? Word.Of(only) : null, ["cursor"] = cursor });
}
