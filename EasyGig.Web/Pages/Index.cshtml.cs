using EasyGig.Web.Components;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EasyGig.Web.Pages;

/// <summary>What EasyGig is, what is open, and the way in.</summary>
public sealed class IndexModel : PageModel
{
    /// <summary>The next open slots, soonest first.</summary>
    public IReadOnlyList<SlotSummary> OpenSlots { get; private set; } = [];

    /// <summary>What the search form offers: slug and name in the reader's language, groups first.</summary>
    public IReadOnlyList<(string Slug, string Name)> Genres { get; private set; } = [];
}
