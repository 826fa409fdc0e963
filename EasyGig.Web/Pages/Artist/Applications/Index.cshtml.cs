using EasyGig.Domain;
using EasyGig.Domain.Applications;
using EasyGig.Web.Applications;
using EasyGig.Web.Data;
using EasyGig.Web.Identity;
using EasyGig.Web.Paging;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

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
        Cursor? from = Cursor.Read(cursor) is { Moment: not null } read ? read : null;
        var mine = db.ApplicationsOf(User.Id);
        if (State is { } only) mine = mine.Where(a => a.State == only);
        var rows = db.RowsOf(Beyond(mine, from));
        rows = from is { Back: true } ? rows.OrderBy(row => row.SubmittedAt).ThenBy(row => row.Id) : rows.OrderByDescending(row => row.SubmittedAt).ThenByDescending(row => row.Id);
        Found = ListPage.Of(await rows.Take(ListPage.Fetch).AsNoTracking().ToListAsync(ct), from, row => Cursor.KeyOf(row.SubmittedAt, row.Id));
    }

    public string? Link(string? cursor) => cursor is null ? null : $"/artist/applications?{(State is { } only ? $"state={Word.Of(only)}&" : "")}cursor={cursor}";

    private static IQueryable<Application> Beyond(IQueryable<Application> applications, Cursor? from)
    {
        if (from?.Moment is not var (at, id)) return applications;
        return from is { Back: true }
            ? applications.Where(a => EF.Functions.GreaterThan(ValueTuple.Create(a.SubmittedAt, a.Id), ValueTuple.Create(at, id)))
            : applications.Where(a => EF.Functions.LessThan(ValueTuple.Create(a.SubmittedAt, a.Id), ValueTuple.Create(at, id)));
    }
}
