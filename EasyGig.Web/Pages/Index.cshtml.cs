using EasyGig.Domain.Genres;
using EasyGig.Web.Components;
using EasyGig.Web.Genres;
using EasyGig.Web.Live;
using EasyGig.Web.Slots;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;

namespace EasyGig.Web.Pages;

/// <summary>What EasyGig is, what is open, and the way in.</summary>
[OutputCache(PolicyName = PublicCache.Policy)]
public sealed class IndexModel(SlotFinder finder, GenreCatalogue genres) : PageModel
{
    /// <summary>The bill on the hero's posters: names of nobody.</summary>
    public static readonly IReadOnlyList<string> Bill = ["Zenith Trio", "The Midnight Electric Orchestra", "Nightjar"];

    /// <summary>The next open slots, soonest first.</summary>
    public IReadOnlyList<SlotSummary> OpenSlots { get; private set; } = [];

    /// <summary>What the search form offers: slug and name in the reader's language, groups first.</summary>
    public IReadOnlyList<(string Slug, string Name)> Genres { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        OpenSlots = await finder.NextAsync(6, venue: null, ct);
        Genres = [.. genres.Choices(GenreSet.None).OrderBy(choice => choice.Text != choice.Group.Name).Select(choice => (choice.Value, choice.Text))];
    }
}
