using EasyGig.Web.MailPreferences;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EasyGig.Web.Pages.Account;

/// <summary>Where the link of a mail leads that its reader can end, signed in or not. Looking at it changes nothing: mail programs open links by themselves.
/// What is sealed in the link is the permission, also in a browser that keeps no cookies.</summary>
[IgnoreAntiforgeryToken(Order = 1001)] // after the site's own filter, which asks everybody for one
public sealed class UnsubscribeModel(Mailings mailings, UnsubscribeToken tokens) : PageModel
{
    [BindProperty(SupportsGet = true)] public string? Token { get; set; }

    /// <summary>What the mails are about: some searches, or a group of mails.</summary>
    public IReadOnlyList<string> Names { get; private set; } = [];

    /// <summary>Whether any of them is still written.</summary>
    public bool Writes { get; private set; }

    /// <summary>Where their reader changes their mind.</summary>
    public (string Href, string Text) Back { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        var mailing = tokens.Open(Token);
        (Names, Writes) = await mailings.ReadAsync(mailing, ct);
        Back = mailing is Mailing.OfGroup ? ("/account/manage/mails", "Which mails I get") : ("/artist/searches", "Your saved searches");
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (tokens.Open(Token) is { } mailing) await mailings.EndAsync(mailing, ct);
        return Redirect(Unsubscribing.Page(Uri.EscapeDataString(Token ?? "")));
    }
}
