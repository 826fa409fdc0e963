using EasyGig.Web.Data;
using EasyGig.Web.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Web.Notices;

/// <summary>The newest unread notices, for the page that a workspace opens on.</summary>
public sealed class News(EasyGigDb db) : ViewComponent
{
    private const int Shown = 5;

    public async Task<IViewComponentResult> InvokeAsync() =>
        View(await db.NoticesOf(UserClaimsPrincipal.Id).Where(notice => notice.ReadAt == null).ToRows()
            .OrderByDescending(notice => notice.CreatedAt).ThenByDescending(notice => notice.Id).Take(Shown).ToListAsync(HttpContext.RequestAborted));
}
