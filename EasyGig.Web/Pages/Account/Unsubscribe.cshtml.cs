using EasyGig.Domain.Searches;
using EasyGig.Web.Data;
using EasyGig.Web.Searches;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Web.Pages.Account;

/// <summary>Where the link of a saved search's mail leads, signed in or not. Looking at it changes nothing: mail programs open links by themselves.
/// What is sealed in the link is the permission, also in a browser that keeps no cookies.</summary>
[IgnoreAntiforgeryToken(Order = 1001)] // after the site's own filter, which asks everybody for one
public sealed class UnsubscribeModel(EasyGigDb db, SearchDesk desk, UnsubscribeToken tokens) : PageModel
{
    [BindProperty(SupportsGet = true)] public string? Token { get; set; }

    public IReadOnlyList<SavedSearch> Searches { get; private set; } = [];

    /// <summary>Whether any of them still tells of what it finds.</summary>
    public bool Writes => Searches.Any(search => search.Alert is not SearchAlert.None);

    public async Task OnGetAsync(CancellationToken ct)
    {
        var ids = tokens.Open(Token);
        Searches = await db.Searches.AsNoTracking().Where(search => ids.Contains(search.Id)).OrderBy(search => search.Id).ToListAsync(ct);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await desk.SilenceAsync(tokens.Open(Token), ct);
        return Redirect(Unsubscribing.Page(Uri.EscapeDataString(Token ?? "")));
    }
}
