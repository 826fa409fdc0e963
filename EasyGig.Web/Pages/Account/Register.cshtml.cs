using System.ComponentModel.DataAnnotations;
using EasyGig.Web.Identity;
using EasyGig.Web.Localization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace EasyGig.Web.Pages.Account;

/// <summary>Open an account and choose what you are. A known and an unknown address get the same answer.</summary>
public sealed class RegisterModel(Registration registration, IStringLocalizer<Text> text) : PageModel
{
    [BindProperty] public RegisterInput Input { get; set; } = new();

    public void OnGet(string? role) => Input.Role = Roles.ToChoose.FirstOrDefault(choice => choice.Equals(role, StringComparison.OrdinalIgnoreCase)) ?? "";

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (ModelState.IsValid && !Roles.ToChoose.Contains(Input.Role)) ModelState.AddModelError("Input.Role", text["Choose what you are."]);
        if (!ModelState.IsValid) return Page();
        var notBefore = Task.Delay(AccountMail.Patience, ct);
        foreach (var error in await registration.RegisterAsync(Input.Name, Input.Email, Input.Password, Input.Role, ct))
            ModelState.AddModelError(error.Code == nameof(IdentityErrorDescriber.InvalidEmail) ? "Input.Email" : "Input.Password", text[$"identity.{error.Code}"]);
        await notBefore;
        return ModelState.IsValid ? RedirectToPage("CheckMail") : Page();
    }

    public sealed class RegisterInput
    {
        [Required, Display(Name = "I am")] public string Role { get; set; } = "";
        [Required, StringLength(120), Display(Name = "Your name")] public string Name { get; set; } = "";
        [Required, EmailAddress, StringLength(254), Display(Name = "E-mail")] public string Email { get; set; } = "";
        [Required, StringLength(128, MinimumLength = 10), DataType(DataType.Password), Display(Name = "Password")] public string Password { get; set; } = "";
    }
}
