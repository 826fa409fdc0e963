using System.ComponentModel.DataAnnotations;
using EasyGig.Web.Identity;
using EasyGig.Web.Localization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace EasyGig.Web.Pages.Account.Manage;

/// <summary>Change the password; every other session of the account ends.</summary>
public sealed class PasswordModel(UserManager<Person> people, SignInManager<Person> sessions, IStringLocalizer<Text> text) : PageModel
{
    [BindProperty] public PasswordInput Input { get; set; } = new();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid) return Page();
        var person = (await people.GetUserAsync(User))!;
        var changed = await people.ChangePasswordAsync(person, Input.Current, Input.Password);
        foreach (var error in changed.Errors)
            ModelState.AddModelError(error.Code == nameof(IdentityErrorDescriber.PasswordMismatch) ? "Input.Current" : "Input.Password", text[$"identity.{error.Code}"]);
        if (!changed.Succeeded) return Page();
        await sessions.RefreshSignInAsync(person);
        TempData["Done"] = text["Your new password is set, and every other device is signed out."].Value;
        return RedirectToPage("Index");
    }

    public sealed class PasswordInput
    {
        [Required, StringLength(128), DataType(DataType.Password), Display(Name = "Current password")] public string Current { get; set; } = "";
        [Required, StringLength(128, MinimumLength = 10), DataType(DataType.Password), Display(Name = "New password")] public string Password { get; set; } = "";
    }
}
