using EasyGig.Web.Data;
using EasyGig.Web.Groups;
using EasyGig.Web.Identity;
using EasyGig.Web.Paging;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Web.Pages.Promoter.Groups;

/// <summary>What a promoter's organisations put forward together, the newest first.</summary>
public sealed class IndexModel(EasyGigDb db, TimeProvider clock) : PageModel
{
    public DateTimeOffset Now { get; } = clock.GetUtcNow();
    public ListPage<GroupRow> Found { get; private set; } = null!;

    public async Task OnGetAsync(string? cursor, CancellationToken ct) =>
        Found = await db.GroupsOf(User.Id).ToRows(db).AsNoTracking().PageAsync(row => ValueTuple.Create(row.SubmittedAt, row.Id), cursor, ct, descending: true);

    public static string Address(string cursor) => QueryHelpers.AddQueryString("/promoter/groups", "cursor", cursor);
}
