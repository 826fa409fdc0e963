using EasyGig.Web.Identity;

namespace EasyGig.Tests.House;

/// <summary>Whom a page opens for.</summary>
internal enum Door { Everybody, SignedIn, Artist, ArtDirector, Promoter, Admin }

/// <summary>Every address of the site, whom it opens for, and whose record it shows. A page that is not here fails a test.</summary>
internal static class SiteMap
{
    /// <param name="Route">As the page declares it.</param>
    /// <param name="Own">Whether it shows a record that only its parties may see.</param>
    public sealed record Entry(string Route, Door Door, bool Own = false);

    public static readonly IReadOnlyList<Entry> Pages =
    [
        new("", Door.Everybody),
        new("error/{code:int}", Door.Everybody),
        new("slots", Door.Everybody),
        new("slots/{id:guid}", Door.Everybody),
        new("venues", Door.Everybody),
        new("venues/{slug}", Door.Everybody),
        new("venues/{slug}/calendar.ics", Door.Everybody),
        new("artists", Door.Everybody),
        new("artists/{slug}", Door.Everybody),
        new("artists/{slug}/calendar.ics", Door.Everybody),
        new("account/check-mail", Door.Everybody),
        new("account/confirm-email", Door.Everybody),
        new("account/forgot-password", Door.Everybody),
        new("account/language", Door.Everybody),
        new("account/login", Door.Everybody),
        new("account/logout", Door.Everybody),
        new("account/register", Door.Everybody),
        new("account/reset-password", Door.Everybody),
        new("account/unsubscribe", Door.Everybody),
        new("account/manage", Door.SignedIn),
        new("account/manage/calendars", Door.SignedIn),
        new("account/manage/password", Door.SignedIn),
        new("account/manage/mails", Door.SignedIn),
        new("notices", Door.SignedIn),
        new("bookings/{id:guid}", Door.SignedIn, Own: true),
        new("bookings/{id:guid}/calendar.ics", Door.SignedIn, Own: true),
        new("bookings/{id:guid}/cancel", Door.SignedIn, Own: true),
        new("bookings/{id:guid}/terms", Door.SignedIn, Own: true),
        new("bookings/{id:guid}/memo", Door.SignedIn, Own: true),
        new("bookings/{id:guid}/messages", Door.SignedIn, Own: true),
        new("bookings/{id:guid}/rating", Door.SignedIn, Own: true),
        new("bookings/{id:guid}/day", Door.SignedIn, Own: true),
        new("bookings/{id:guid}/day/edit", Door.ArtDirector, Own: true),
        new("bookings/{id:guid}/files/{file:guid}", Door.SignedIn, Own: true),
        new("artist", Door.Artist),
        new("artist/calendar", Door.Artist),
        new("artist/applications", Door.Artist),
        new("artist/applications/{id:guid}", Door.Artist, Own: true),
        new("artist/applications/{id:guid}/offer", Door.Artist, Own: true),
        new("artist/invitations", Door.Artist),
        new("artist/holds", Door.Artist),
        new("artist/files/{id:guid}", Door.Artist, Own: true),
        new("artist/busy", Door.Artist),
        new("artist/searches", Door.Artist),
        new("artist/roster", Door.Artist),
        new("artist/profile", Door.Artist),
        new("artist/strikes", Door.Artist),
        new("artist/figures", Door.Artist),
        new("director", Door.ArtDirector),
        new("director/calendar", Door.ArtDirector),
        new("director/calendar/stages", Door.ArtDirector),
        new("director/artists", Door.ArtDirector),
        new("director/applications", Door.ArtDirector),
        new("director/applications/{id:guid}", Door.ArtDirector, Own: true),
        new("director/applications/{id:guid}/accept", Door.ArtDirector, Own: true),
        new("director/applications/{id:guid}/agree", Door.ArtDirector, Own: true),
        new("director/applications/{id:guid}/offer", Door.ArtDirector, Own: true),
        new("director/bookings", Door.ArtDirector),
        new("director/figures", Door.ArtDirector),
        new("director/holds", Door.ArtDirector),
        new("director/holds/{stage:guid}/{date}", Door.ArtDirector, Own: true),
        new("director/holds/{stage:guid}/{date}/place", Door.ArtDirector, Own: true),
        new("director/slots", Door.ArtDirector),
        new("director/slots/new", Door.ArtDirector),
        new("director/slots/{id:guid}", Door.ArtDirector, Own: true),
        new("director/slots/{id:guid}/cancel", Door.ArtDirector, Own: true),
        new("director/slots/{id:guid}/decline", Door.ArtDirector, Own: true),
        new("director/slots/{id:guid}/edit", Door.ArtDirector, Own: true),
        new("director/slots/{id:guid}/invite", Door.ArtDirector, Own: true),
        new("director/strikes", Door.ArtDirector),
        new("director/venue", Door.ArtDirector),
        new("director/venue/new", Door.ArtDirector),
        new("director/venue/{id:guid}", Door.ArtDirector, Own: true),
        new("director/venue/{id:guid}/photos", Door.ArtDirector, Own: true),
        new("director/venue/{id:guid}/stages/new", Door.ArtDirector, Own: true),
        new("director/venue/{id:guid}/stages/{stage:guid}", Door.ArtDirector, Own: true),
        new("promoter", Door.Promoter),
        new("promoter/calendar", Door.Promoter),
        new("promoter/bookings", Door.Promoter),
        new("promoter/figures", Door.Promoter),
        new("promoter/groups", Door.Promoter),
        new("promoter/groups/new", Door.Promoter),
        new("promoter/groups/{id:guid}", Door.Promoter, Own: true),
        new("promoter/roster", Door.Promoter),
        new("promoter/organisation", Door.Promoter),
        new("admin", Door.Admin),
        new("admin/audit", Door.Admin),
        new("admin/clockwork", Door.Admin),
        new("admin/figures", Door.Admin),
        new("admin/mail", Door.Admin),
        new("admin/strikes", Door.Admin),
        new("dev/kit", Door.Everybody),
        new("dev/mail", Door.Everybody),
        new("dev/mail/{id:guid}", Door.Everybody),
    ];

    /// <summary>What pages and search engines fetch, with nothing in it that not everybody may read.</summary>
    public static readonly IReadOnlyList<string> ForPrograms = ["/places", "/files/{id:guid}", "/robots.txt", "/sitemap.xml", "/sitemap/{kind}.xml"];

    /// <summary>Where open pages hear of what changes.</summary>
    public static readonly IReadOnlyList<string> ForOpenPages = ["/live/negotiate", "/live"];

    /// <summary>What a mail or calendar program asks by itself; what it carries is the permission.</summary>
    public static readonly IReadOnlyList<string> BySeal = ["/account/unsubscribe/one-click", "/calendar/{token}.ics"];

    /// <summary>A page whose link carries the permission, so that its form asks for no token.</summary>
    public const string SealedPage = "/account/unsubscribe";

    /// <summary>Answered before all that is for people: no page, no account, no redirect.</summary>
    public static readonly IReadOnlyList<string> ForMachines = ["/health/live", "/health/ready", "/metrics"];

    public static IEnumerable<string> RolesBehind(Door door) => door switch
    {
        Door.Everybody or Door.SignedIn => [Roles.Artist, Roles.ArtDirector, Roles.Promoter, Roles.Admin],
        _ => [door.ToString()],
    };
}
