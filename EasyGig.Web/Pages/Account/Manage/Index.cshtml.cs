using System.ComponentModel.DataAnnotations;
using EasyGig.Web.Identity;
using EasyGig.Web.Localization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace EasyGig.Web.Pages.Account.Manage;

/// <summary>My name, phone number and language.</summary>
public sealed class IndexModel(UserManager<Person> people, IStringLocalizer<Text> text) : PageModel
{
    [BindProperty] public ManageInput Input { get; set; } = new();

    public string Email { get; private set; } = "";

    public async Task OnGetAsync()
    {
        var person = (await people.GetUserAsync(User))!;
        (Email, Input) = (person.Email!, new() { Name = person.Name, Phone = person.PhoneNumber, Language = person.Culture });
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var person = (await people.GetUserAsync(User))!;
        Email = person.Email!;
        if (LocalizationSetup.Languages.All(language => language.Name != Input.Language)) ModelState.AddModelError("Input.Language", text["Choose a language."]);
        if (!ModelState.IsValid) return Page();
        (person.Name, person.PhoneNumber, person.Culture) = (Input.Name, Input.Phone, Input.Language);
        var saved = await people.UpdateAsync(person);
        foreach (var error in saved.Errors) ModelState.AddModelError("", text[$"identity.{error.Code}"]);
        if (!saved.Succeeded) return Page();
        TempData["Done"] = text["Saved."].Value;
        return RedirectToPage();
    }

    public sealed class ManageInput
    {
        [Required, StringLength(120), Display(Name = "Your name")] public string Name { get; set; } = "";
        [Phone, StringLength(40), Display(Name = "Phone")] public string? Phone { get; set; }
        [Required, Display(Name = "Language of mails")] public string Language { get; set; } = "";
    }
}
