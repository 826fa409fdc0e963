using System.ComponentModel.DataAnnotations;
using EasyGig.Web.Demo;
using EasyGig.Web.Hosting;
using EasyGig.Web.Identity;
using EasyGig.Web.Localization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace EasyGig.Web.Pages.Account;

/// <summary>Sign in. Every wrong attempt gets the same answer, whether there is such an account or not.</summary>
public sealed class LoginModel(PasswordSignIn signIn, UserManager<Person> people, DemoAccounts demo, IStringLocalizer<Text> text) : PageModel
{
    [BindProperty] public LoginInput Input { get; set; } = new();
    [BindProperty(SupportsGet = true)] public string? ReturnUrl { get; set; }

    public IReadOnlyList<DemoAccount> Demo { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) => Demo = await demo.ListAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Demo = await demo.ListAsync(ct);
        if (!ModelState.IsValid) return Page();
        var (outcome, person) = await signIn.TryAsync(Input.Email, Input.Password, Input.Remember, HttpContext.ClientNetwork, ct);
        if (outcome is SignInOutcome.Done) return LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : await HomeOfAsync(person!));
        ModelState.AddModelError("", text[$"sign_in.{outcome}", (int)PasswordSignIn.LockOut.TotalMinutes]);
        return Page();
    }

    private async Task<string> HomeOfAsync(Person person) => (await people.GetRolesAsync(person)).Order().FirstOrDefault() switch
    {
        Roles.Artist => "/artist",
        Roles.ArtDirector => "/director",
        Roles.Promoter => "/promoter",
        Roles.Admin => "/admin",
        _ => "/",
    };

    public sealed class LoginInput
    {
        [Required, StringLength(254), Display(Name = "E-mail")] public string Email { get; set; } = "";
        [Required, StringLength(128), DataType(DataType.Password), Display(Name = "Password")] public string Password { get; set; } = "";
        [Display(Name = "Keep me signed in on this device")] public bool Remember { get; set; }
    }
}
