using EasyGig.Web.Data;
using EasyGig.Web.Identity;
using EasyGig.Web.Localization;
using EasyGig.Web.Notices;
using EasyGig.Web.Paging;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace EasyGig.Web.Pages.Notices;

/// <summary>What the person was told, newest first.</summary>
[Authorize]
public sealed class IndexModel(EasyGigDb db, TimeProvider clock, IStringLocalizer<Text> text) : PageModel
{
    public ListPage<NoticeRow> Found { get; private set; } = null!;
    public bool AnyUnread { get; private set; }

    public async Task OnGetAsync(string? cursor, CancellationToken ct)
    {
        var mine = db.NoticesOf(User.Id);
        AnyUnread = await mine.AnyAsync(notice => notice.ReadAt == null, ct);
        Found = await mine.ToRows().PageAsync(notice => ValueTuple.Create(notice.CreatedAt, notice.Id), cursor, ct, descending: true);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await db.NoticesOf(User.Id).Where(notice => notice.ReadAt == null).ExecuteUpdateAsync(set => set.SetProperty(notice => notice.ReadAt, now), ct);
        TempData["Done"] = text["You are up to date."].Value;
        return RedirectToPage(new { cursor = (Guid?)null });
    }
}
