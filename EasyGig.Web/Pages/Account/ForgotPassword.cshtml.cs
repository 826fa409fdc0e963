using System.ComponentModel.DataAnnotations;
using EasyGig.Web.Data;
using EasyGig.Web.Identity;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EasyGig.Web.Pages.Account;

/// <summary>Ask for a mail with a link that sets a new password. The answer is the same for every address.</summary>
public sealed class ForgotPasswordModel(EasyGigDb db, UserManager<Person> people, AccountMail mail) : PageModel
{
    [BindProperty] public ForgotInput Input { get; set; } = new();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid) return Page();
        if (await people.FindByEmailAsync(Input.Email) is { } person)
        {
            await mail.ResetAsync(person);
            await db.SaveChangesAsync(ct);
        }
        return RedirectToPage("CheckMail");
    }

    public sealed class ForgotInput
    {
        [Required, EmailAddress, StringLength(254), Display(Name = "E-mail")] public string Email { get; set; } = "";
    }
}
