using System.ComponentModel.DataAnnotations;
using EasyGig.Web.Hosting;
using EasyGig.Web.Identity;
using EasyGig.Web.Localization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace EasyGig.Web.Pages.Account;

/// <summary>Set a new password by the link of the mail; every session of the account ends, and the address counts as confirmed.</summary>
public sealed class ResetPasswordModel(UserManager<Person> people, PasswordSignIn signIn, IStringLocalizer<Text> text) : PageModel
{
    [BindProperty] public ResetInput Input { get; set; } = new();
    [BindProperty(SupportsGet = true)] public string? Id { get; set; }
    [BindProperty(SupportsGet = true)] public string? Token { get; set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid) return Page();
        var person = Guid.TryParse(Id, out var id) ? await people.FindByIdAsync(id.ToString()) : null;
        var done = person is null ? null : await ResetAsync(person);
        if (done is { Succeeded: true })
        {
            await signIn.ForgetTriesAsync(person!.Email!, HttpContext.ClientNetwork, ct);
            TempData["Done"] = text["Your new password is set. Sign in with it."].Value;
            return RedirectToPage("Login");
        }
        if (done is null || done.Errors.Any(error => error.Code == nameof(IdentityErrorDescriber.InvalidToken)))
            ModelState.AddModelError("", text["This link is no longer valid. Ask for a new one."]);
        else
            foreach (var error in done.Errors) ModelState.AddModelError("Input.Password", text[$"identity.{error.Code}"]);
        return Page();
    }

    private Task<IdentityResult> ResetAsync(Person person)
    {
        person.EmailConfirmed = true; // the link came to that address; saved with the new password or not at all
        return people.ResetPasswordAsync(person, AccountMail.Open(Token), Input.Password);
    }

    public sealed class ResetInput
    {
        [Required, StringLength(128, MinimumLength = 10), DataType(DataType.Password), Display(Name = "New password")] public string Password { get; set; } = "";
    }
}
