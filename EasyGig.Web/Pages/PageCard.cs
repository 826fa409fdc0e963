using EasyGig.Domain;
using EasyGig.Web.Files;

namespace EasyGig.Web.Pages;

/// <summary>What search engines and messengers show of a page that leads to it.</summary>
/// <param name="Path">The page's one address, without a query.</param>
/// <param name="About">A sentence or two; cut to what is shown.</param>
/// <param name="Photo">Left out where there is none: what they draw from a name is better than what they make of an SVG.</param>
public sealed record PageCard(string Path, string About, ShownFile? Photo = null)
{
    private const int Shown = 160;

    public const string Key = "Card";

    public string Description => string.Join(' ', About.Split(null as char[], StringSplitOptions.RemoveEmptyEntries)).Cut(Shown);
}
