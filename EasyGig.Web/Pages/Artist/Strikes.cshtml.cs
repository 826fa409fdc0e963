using EasyGig.Domain;
using EasyGig.Web.Identity;
using EasyGig.Web.Strikes;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EasyGig.Web.Pages.Artist;

/// <summary>What counts against the artist, why and until when, and how to get no more of it.</summary>
public sealed class StrikesModel(StrikeReader reader) : PageModel
{
    public IReadOnlyList<StrikeBoard> Boards { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) => Boards = await reader.OfAsync(User.Id, Side.Artist, ct);
}
