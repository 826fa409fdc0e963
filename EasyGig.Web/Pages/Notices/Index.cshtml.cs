using EasyGig.Web.Data;
using EasyGig.Web.Identity;
using EasyGig.Web.Localization;
using EasyGig.Web.Notices;
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
    public const int PageSize = 20;

    /// <summary>The page begins after this notice.</summary>
    [BindProperty(SupportsGet = true)] public Guid? Cursor { get; set; }

    public IReadOnlyList<NoticeRow> Notices { get; private set; } = [];
    public Guid? Next { get; private set; }
    public bool AnyUnread { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        var mine = db.NoticesOf(User.Id).AsNoTracking();
        AnyUnread = await mine.AnyAsync(notice => notice.ReadAt == null, ct);
        var after = await mine.Where(notice => notice.Id == Cursor).Select(notice => new { notice.CreatedAt, notice.Id }).SingleOrDefaultAsync(ct);
        var page = after is null ? mine : mine.Where(n => n.CreatedAt < after.CreatedAt || n.CreatedAt == after.CreatedAt && n.Id < after.Id);
        var rows = await page.ToRows().Take(PageSize + 1).ToListAsync(ct);
        (Notices, Next) = ([.. rows.Take(PageSize)], rows.Count > PageSize ? rows[PageSize - 1].Id : null);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await db.NoticesOf(User.Id).Where(notice => notice.ReadAt == null).ExecuteUpdateAsync(set => set.SetProperty(notice => notice.ReadAt, now), ct);
        TempData["Done"] = text["You are up to date."].Value;
        return RedirectToPage(new { cursor = (Guid?)null });
    }
}
