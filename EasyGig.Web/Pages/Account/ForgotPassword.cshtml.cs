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
        var notBefore = Task.Delay(AccountMail.Patience, ct);
        await db.InTurnAsync([Turn.Account(Input.Email)], async () =>
        {
            if (await people.FindByEmailAsync(Input.Email) is { } person) await mail.ResetAsync(person, ct);
            await db.SaveChangesAsync(ct);
            return null;
        }, ct);
        await notBefore;
        return RedirectToPage("CheckMail");
    }

    public sealed class ForgotInput
    {
        [Required, EmailAddress, StringLength(254), Display(Name = "E-mail")] public string Email { get; set; } = "";
    }
}
