using System.Security.Claims;

namespace EasyGig.Web.Pages;

/// <param name="Text">English; the layout says it in the reader's language.</param>
/// <param name="Icon">A name of the sprite.</param>
public sealed record MenuLink(string Href, string Text, string Icon);

/// <summary>One role's workspace.</summary>
/// <param name="Root">The address under which all its pages lie.</param>
public sealed record Workspace(string Role, string Title, string Root, IReadOnlyList<MenuLink> Links)
{
    public MenuLink Today => Links[0];

    public bool Holds(PathString path) => path.StartsWithSegments(Root, StringComparison.OrdinalIgnoreCase);

    /// <summary>The link that the reader is under: the longest address that the path begins with.</summary>
    public MenuLink? At(PathString path) => Links
        .Where(link => link == Today ? path.Equals(link.Href, StringComparison.OrdinalIgnoreCase) : path.StartsWithSegments(link.Href, StringComparison.OrdinalIgnoreCase))
        .MaxBy(link => link.Href.Length);
}

/// <summary>Who finds which pages in the menus. What a page allows is decided by the page.</summary>
public static class SiteMenu
{
    public static readonly MenuLink FindSlots = new("/slots", "Find slots", "search");

    /// <summary>What everybody may look through.</summary>
    public static readonly IReadOnlyList<MenuLink> Public = [FindSlots, new("/venues", "Venues", "building"), new("/artists", "Artists", "people")];

    private static readonly Workspace[] All =
    [
        new("Artist", "Artist", "/artist",
        [
            new("/artist", "Today", "house"),
            new("/artist/calendar", "Calendar", "calendar3"),
            new("/artist/applications", "Applications", "send"),
            new("/artist/searches", "Searches", "funnel"),
            new("/artist/holds", "Holds", "bookmark"),
            new("/artist/busy", "Busy times", "calendar3"),
            new("/artist/roster", "Promoters", "people"),
            new("/artist/figures", "Figures", "bar-chart"),
            new("/artist/profile", "Profile", "person"),
        ]),
        new("ArtDirector", "Venue direction", "/director",
        [
            new("/director", "Today", "house"),
            new("/director/calendar", "Calendar", "calendar3"),
            new("/director/holds", "Holds", "bookmark"),
            new("/director/slots", "Slots", "calendar-plus"),
            new("/director/applications", "Applications", "people"),
            new("/director/artists", "Find artists", "search"),
            new("/director/bookings", "Bookings", "calendar-event"),
            new("/director/figures", "Figures", "bar-chart"),
            new("/director/venue", "Venue", "building"),
        ]),
        new("Promoter", "Promoter", "/promoter",
        [
            new("/promoter", "Today", "house"),
            new("/promoter/calendar", "Calendar", "calendar3"),
            new("/promoter/bookings", "Bookings", "calendar-event"),
            new("/promoter/groups", "Groups", "people"),
            new("/promoter/roster", "Roster", "mic"),
            new("/promoter/figures", "Figures", "bar-chart"),
            new("/promoter/organisation", "Organisation", "building"),
        ]),
        new("Admin", "Admin", "/admin",
        [
            new("/admin", "Overview", "house"),
            new("/admin/strikes", "Strikes", "exclamation-triangle"),
            new("/admin/mail", "Mail", "envelope"),
            new("/admin/clockwork", "Clockwork", "hourglass-split"),
            new("/admin/audit", "Audit trail", "shield-check"),
            new("/admin/figures", "Figures", "bar-chart"),
        ]),
    ];

    public static IReadOnlyList<Workspace> For(ClaimsPrincipal person) => [.. All.Where(workspace => person.IsInRole(workspace.Role))];
}
