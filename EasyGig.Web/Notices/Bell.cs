using EasyGig.Web.Data;
using EasyGig.Web.Identity;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ViewComponents;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Web.Notices;

/// <summary>The bell in the header, with the number of unread notices: one look at a small index, for those who are signed in.</summary>
public sealed class Bell(EasyGigDb db) : ViewComponent
{
    /// <summary>More are not counted.</summary>
    public const int Most = 99;

    public async Task<IViewComponentResult> InvokeAsync()
    {
        // the page that says that the database is away must not ask it
        if (UserClaimsPrincipal.Identity is not { IsAuthenticated: true } || HttpContext.Features.Get<IExceptionHandlerFeature>() is not null)
            return new ContentViewComponentResult("");
        var unread = db.NoticesOf(UserClaimsPrincipal.Id).Where(notice => notice.ReadAt == null);
        return View(await unread.OrderBy(notice => notice.Id).Take(Most + 1).CountAsync(HttpContext.RequestAborted));
    }
}
