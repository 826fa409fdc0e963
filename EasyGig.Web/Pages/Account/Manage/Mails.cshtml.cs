using EasyGig.Domain.Mails;
using EasyGig.Web.Facts;
using EasyGig.Web.Identity;
using EasyGig.Web.Localization;
using EasyGig.Web.MailPreferences;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace EasyGig.Web.Pages.Account.Manage;

/// <summary>Which mails I want. What binds is always sent.</summary>
public sealed class MailsModel(MailPreferenceDesk desk, IStringLocalizer<Text> text) : PageModel
{
    [BindProperty] public List<MailGroup> Wanted { get; set; } = [];

    /// <summary>Those that my sides are told of.</summary>
    public IReadOnlyList<MailGroup> Groups => MailGroups.For([.. Roles.ToChoose.Where(User.IsInRole)]);

    public async Task OnGetAsync(CancellationToken ct) => Wanted = [.. Groups.Except(await desk.UnwantedAsync(User.Id, ct))];

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid) return Page();
        if (await desk.ChooseAsync(User.Id, Groups, Wanted, ct) is { } refusal)
        {
            ModelState.Refuse(refusal, text);
            return Page();
        }
        TempData["Done"] = text["Saved."].Value;
        return RedirectToPage();
    }
}
