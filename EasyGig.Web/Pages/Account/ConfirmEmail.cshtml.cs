using EasyGig.Web.Identity;
using EasyGig.Web.Localization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace EasyGig.Web.Pages.Account;

/// <summary>Where the link of the mail leads. Looking at it changes nothing: mail programs open links by themselves.</summary>
public sealed class ConfirmEmailModel(UserManager<Person> people, IStringLocalizer<Text> text) : PageModel
{
    [BindProperty(SupportsGet = true)] public string? Id { get; set; }
    [BindProperty(SupportsGet = true)] public string? Token { get; set; }

    public async Task<IActionResult> OnPostAsync()
    {
        var person = Guid.TryParse(Id, out var id) ? await people.FindByIdAsync(id.ToString()) : null;
        if (person is { EmailConfirmed: false } && (await people.ConfirmEmailAsync(person, AccountMail.Open(Token))).Succeeded)
        {
            TempData["Done"] = text["Thank you: your e-mail address is confirmed. Sign in and complete your profile."].Value;
            return RedirectToPage("Login");
        }
        ModelState.AddModelError("", text["This link was used already or is no longer valid. Sign in: if need be, we send you a new one."]);
        return Page();
    }
}
