using EasyGig.Web.Localization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EasyGig.Web.Pages.Account;

/// <summary>Remembers the reader's language in a cookie and goes back to where they were.</summary>
/// <remarks>A GET, so that public pages need no antiforgery token and are the same for everybody; nothing but the reader's own cookie changes.</remarks>
public sealed class LanguageModel(TimeProvider clock) : PageModel
{
    public IActionResult OnGet(string? culture, string? returnUrl)
    {
        if (LocalizationSetup.Languages.FirstOrDefault(language => language.Name == culture) is { } chosen)
            Response.Cookies.Append(Request.LanguageCookie, chosen.Name,
                new CookieOptions { Expires = clock.GetUtcNow().AddYears(1), HttpOnly = true, Secure = Request.IsHttps, SameSite = SameSiteMode.Lax, IsEssential = true });
        return Url.IsLocalUrl(returnUrl) ? LocalRedirect(returnUrl) : LocalRedirect("/");
    }
}
