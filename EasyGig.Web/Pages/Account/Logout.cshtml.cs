using EasyGig.Web.Identity;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EasyGig.Web.Pages.Account;

/// <summary>Ends the session: the cookie is worth nothing afterwards, whoever has a copy.</summary>
public sealed class LogoutModel(SignInManager<Person> sessions) : PageModel
{
    public async Task<IActionResult> OnPostAsync()
    {
        await sessions.SignOutAsync();
        return LocalRedirect("/");
    }
}
