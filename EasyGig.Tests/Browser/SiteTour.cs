using EasyGig.Web.Identity;

namespace EasyGig.Tests.Browser;

/// <summary>One look at a page.</summary>
/// <param name="Who">A role, or <c>New</c> and a role for somebody who has just registered; null for somebody who is not signed in.</param>
public sealed record Sight(string? Who, string Path, int Status = 200);

/// <summary>The whole site on a real port with something on every page, and from which address each page is seen by whom.</summary>
public sealed class SiteTour(PgFixture postgres) : IAsyncLifetime
{
    private const string? Nobody = null;
    private const string Artist = Roles.Artist, Director = Roles.ArtDirector, Promoter = Roles.Promoter, Admin = Roles.Admin;
    private const string NewArtist = "New" + Artist, NewDirector = "New" + Director, NewPromoter = "New" + Promoter;

    private TourScene _scene = null!;

    public EasyGigApp App { get; } = new(postgres);

    public Uri Address => App.ClientOptions.BaseAddress;

    /// <summary>Who is on the tour, besides nobody.</summary>
    public IReadOnlyDictionary<string, Person> People => _scene.People;

    /// <summary>Each page by its file, and its stops. A page that answers with something else than a page has none.</summary>
    public IReadOnlyDictionary<string, Sight[]> Stops { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        await App.InitializeAsync();
        App.UseKestrel(0);
        App.StartServer();
        _scene = await TourScene.SetAsync(App);
        Stops = Visitors().Concat(Artists()).Concat(Directors()).Concat(Reviewers()).ToDictionary();
    }

    public ValueTask DisposeAsync() => App.DisposeAsync();

    private Dictionary<string, Sight[]> Visitors() => new()
    {
        ["/Index"] = [new(Nobody, "/"), new(Artist, "/"), new(Director, "/")],
        ["/Error"] = [new(Nobody, "/nowhere", 404), new(Artist, "/admin", 403), new(Nobody, "/error/500", 500)],
        ["/Slots/Index"] = [new(Nobody, "/slots"), new(Artist, "/slots?genre=jazz&city=Bologna"), new(Artist, "/slots?sort=fit&weekday=friday"), new(Nobody, "/slots?city=Bologna&minFee=90000"), new(Nobody, "/slots?city=Bolonga")],
        ["/Slots/Details"] = [new(Nobody, $"/slots/{_scene.Open}"), new(Artist, $"/slots/{_scene.Empty}"), new(Director, $"/slots/{_scene.Open}")],
        ["/Venues/Index"] = [new(Nobody, "/venues")],
        ["/Venues/Details"] = [new(Nobody, $"/venues/{_scene.Venue.Slug}")],
        ["/Venues/Calendar"] = [],
        ["/Artists/Calendar"] = [],
        ["/Artists/Index"] = [new(Nobody, "/artists")],
        ["/Artists/Details"] = [new(Nobody, $"/artists/{_scene.Artist.Slug}")],
        ["/Account/Login"] = [new(Nobody, "/account/login")],
        ["/Account/Logout"] = [new(Artist, "/account/logout")],
        ["/Account/Register"] = [new(Nobody, "/account/register")],
        ["/Account/CheckMail"] = [new(Nobody, "/account/check-mail")],
        ["/Account/ConfirmEmail"] = [new(Nobody, $"/account/confirm-email?id={Guid.Empty}&token=a")],
        ["/Account/ForgotPassword"] = [new(Nobody, "/account/forgot-password")],
        ["/Account/ResetPassword"] = [new(Nobody, $"/account/reset-password?id={Guid.Empty}&token=a")],
        ["/Account/Unsubscribe"] = [new(Nobody, _scene.Ending), new(Nobody, "/account/unsubscribe?token=a")],
        ["/Account/Manage/Index"] = [new(Artist, "/account/manage")],
        ["/Account/Manage/Calendars"] = [new(Artist, "/account/manage/calendars"), new(NewArtist, "/account/manage/calendars")],
        ["/Account/Manage/Password"] = [new(Artist, "/account/manage/password")],
        ["/Account/Manage/Mails"] = [new(Artist, "/account/manage/mails"), new(Director, "/account/manage/mails"), new(Admin, "/account/manage/mails")],
        ["/Account/Language"] = [],
        ["/Dev/Kit"] = [new(Nobody, "/dev/kit")],
        ["/Dev/Mails"] = [new(Nobody, "/dev/mail")],
        ["/Dev/Mail"] = [new(Nobody, $"/dev/mail/{_scene.Mail}")],
    };

    private Dictionary<string, Sight[]> Artists() => new()
    {
        ["/Artist/Index"] = [new(Artist, "/artist"), new(NewArtist, "/artist")],
        ["/Artist/Calendar"] = [new(Artist, "/artist/calendar?month=2027-03"), new(Artist, "/artist/calendar?month=2027-03&plain=true"), new(NewArtist, "/artist/calendar")],
        ["/Artist/Strikes"] = [new(Artist, "/artist/strikes"), new(NewArtist, "/artist/strikes")],
        ["/Artist/Figures"] = [new(Artist, "/artist/figures"), new(NewArtist, "/artist/figures")],
        ["/Artist/Profile"] = [new(Artist, "/artist/profile"), new(NewArtist, "/artist/profile")],
        ["/Artist/Files"] = [new(Artist, $"/artist/files/{_scene.Artist.Id}")],
        ["/Artist/Applications/Index"] = [new(Artist, "/artist/applications"), new(NewArtist, "/artist/applications")],
        ["/Artist/Applications/Details"] = [new(Artist, $"/artist/applications/{_scene.Grouped}"), new(Artist, $"/artist/applications/{_scene.Sent}"), new(Artist, $"/artist/applications/{_scene.Offered}"), new(Artist, $"/artist/applications/{_scene.Asked}")],
        ["/Artist/Applications/Offer"] = [new(Artist, $"/artist/applications/{_scene.Offered}/offer")],
        ["/Artist/Invitations/Index"] = [new(Artist, "/artist/invitations"), new(NewArtist, "/artist/invitations")],
        ["/Artist/Busy"] = [new(Artist, "/artist/busy"), new(NewArtist, "/artist/busy")],
        ["/Artist/Searches"] = [new(Artist, "/artist/searches"), new(NewArtist, "/artist/searches")],
        ["/Artist/Roster"] = [new(Artist, "/artist/roster"), new(NewArtist, "/artist/roster")],
        ["/Artist/Holds/Index"] = [new(Artist, "/artist/holds"), new(NewArtist, "/artist/holds")],
        ["/Notices/Index"] = [new(Artist, "/notices"), new(NewArtist, "/notices")],
        ["/Bookings/Details"] = [new(Artist, $"/bookings/{_scene.Confirmed}"), new(Artist, $"/bookings/{_scene.Ill}"), new(Artist, $"/bookings/{_scene.Played}"), new(Director, $"/bookings/{_scene.Tonight}"), new(Director, $"/bookings/{_scene.Pending}"), new(Promoter, $"/bookings/{_scene.Pending}")],
        ["/Bookings/Calendar"] = [],
        ["/Bookings/Cancel"] = [new(Artist, $"/bookings/{_scene.Confirmed}/cancel"), new(Director, $"/bookings/{_scene.Confirmed}/cancel"), new(Artist, $"/bookings/{_scene.Soon}/cancel"), new(Director, $"/bookings/{_scene.Ill}/cancel"), new(Promoter, $"/bookings/{_scene.Pending}/cancel")],
        ["/Bookings/Terms"] = [new(Artist, $"/bookings/{_scene.Confirmed}/terms"), new(Director, $"/bookings/{_scene.Confirmed}/terms?check=true"), new(Promoter, $"/bookings/{_scene.Confirmed}/terms")],
        ["/Bookings/Memo"] = [new(Artist, $"/bookings/{_scene.Played}/memo"), new(Director, $"/bookings/{_scene.Pending}/memo")],
        ["/Bookings/Messages"] = [new(Artist, $"/bookings/{_scene.Played}/messages"), new(Director, $"/bookings/{_scene.Pending}/messages")],
        ["/Bookings/Rating"] = [new(Artist, $"/bookings/{_scene.Played}/rating"), new(Director, $"/bookings/{_scene.Played}/rating"), new(Promoter, $"/bookings/{_scene.Pending}/rating")],
        ["/Bookings/Day"] = [new(Artist, $"/bookings/{_scene.Confirmed}/day"), new(Director, $"/bookings/{_scene.Confirmed}/day"), new(Promoter, $"/bookings/{_scene.Pending}/day")],
        ["/Bookings/EditDay"] = [new(Director, $"/bookings/{_scene.Confirmed}/day/edit")],
        ["/Bookings/File"] = [],
    };

    private Dictionary<string, Sight[]> Directors() => new()
    {
        ["/Director/Index"] = [new(Director, "/director"), new(NewDirector, "/director")],
        ["/Director/Strikes"] = [new(Director, "/director/strikes"), new(NewDirector, "/director/strikes")],
        ["/Director/Calendar"] = [new(Director, "/director/calendar?month=2027-03"), new(Director, "/director/calendar?month=2027-03&view=week"), new(Director, "/director/calendar?month=2027-03&view=list"), new(Director, "/director/calendar?month=2027-03&plain=true"), new(NewDirector, "/director/calendar")],
        ["/Director/Stages"] = [new(Director, "/director/calendar/stages?week=2027-03-05"), new(NewDirector, "/director/calendar/stages")],
        ["/Director/Artists"] = [new(Director, $"/director/artists?slot={_scene.Open}"), new(Director, "/director/artists?q=nobody"), new(NewDirector, "/director/artists")],
        ["/Director/Bookings"] = [new(Director, "/director/bookings"), new(NewDirector, "/director/bookings")],
        ["/Director/Figures"] = [new(Director, "/director/figures?months=3"), new(NewDirector, "/director/figures")],
        ["/Director/Venues/Index"] = [new(Director, "/director/venue"), new(NewDirector, "/director/venue")],
        ["/Director/Venues/New"] = [new(Director, "/director/venue/new")],
        ["/Director/Venues/Edit"] = [new(Director, $"/director/venue/{_scene.Venue.Id}")],
        ["/Director/Venues/Photos"] = [new(Director, $"/director/venue/{_scene.Venue.Id}/photos")],
        ["/Director/Venues/NewStage"] = [new(Director, $"/director/venue/{_scene.Venue.Id}/stages/new")],
        ["/Director/Venues/EditStage"] = [new(Director, $"/director/venue/{_scene.Venue.Id}/stages/{_scene.Venue.Stages[0].Id}")],
        ["/Director/Holds/Index"] = [new(Director, "/director/holds"), new(NewDirector, "/director/holds")],
        ["/Director/Holds/Details"] = [new(Director, _scene.Stack), new(Director, $"{_scene.Stack[..^10]}2027-03-20")],
        ["/Director/Holds/Place"] = [new(Director, $"{_scene.Stack}/place?q=Zenith")],
        ["/Director/Slots/Index"] = [new(Director, "/director/slots"), new(NewDirector, "/director/slots")],
        ["/Director/Slots/New"] = [new(Director, "/director/slots/new"), new(NewDirector, "/director/slots/new")],
        ["/Director/Slots/Details"] = [new(Director, $"/director/slots/{_scene.Open}"), new(Director, $"/director/slots/{_scene.Draft}"), new(Director, $"/director/slots/{_scene.Fallen}")],
        ["/Director/Slots/Edit"] = [new(Director, $"/director/slots/{_scene.Open}/edit")],
        ["/Director/Slots/Cancel"] = [new(Director, $"/director/slots/{_scene.Open}/cancel")],
        ["/Director/Slots/Invite"] = [new(Director, $"/director/slots/{_scene.Open}/invite")],
        ["/Director/Slots/Decline"] = [new(Director, $"/director/slots/{_scene.Open}/decline")],
        ["/Director/Applications/Offer"] = [new(Director, $"/director/applications/{_scene.Sent}/offer")],
        ["/Director/Applications/Index"] = [new(Director, "/director/applications"), new(NewDirector, "/director/applications")],
        ["/Director/Applications/Details"] = [new(Director, $"/director/applications/{_scene.Grouped}"), new(Director, $"/director/applications/{_scene.Sent}"), new(Director, $"/director/applications/{_scene.Offered}")],
        ["/Director/Applications/Agree"] = [new(Director, $"/director/applications/{_scene.Grouped}/agree")],
        ["/Director/Applications/Accept"] = [new(Director, $"/director/applications/{_scene.Sent}/accept")],
    };

    private Dictionary<string, Sight[]> Reviewers() => new()
    {
        ["/Promoter/Index"] = [new(Promoter, "/promoter"), new(NewPromoter, "/promoter")],
        ["/Promoter/Calendar"] = [new(Promoter, "/promoter/calendar?month=2027-03"), new(Promoter, "/promoter/calendar?month=2027-03&plain=true"), new(NewPromoter, "/promoter/calendar")],
        ["/Promoter/Bookings"] = [new(Promoter, "/promoter/bookings"), new(NewPromoter, "/promoter/bookings")],
        ["/Promoter/Figures"] = [new(Promoter, "/promoter/figures"), new(NewPromoter, "/promoter/figures")],
        ["/Promoter/Roster"] = [new(Promoter, "/promoter/roster?q=Zenith"), new(NewPromoter, "/promoter/roster")],
        ["/Promoter/Groups/Index"] = [new(Promoter, "/promoter/groups"), new(NewPromoter, "/promoter/groups")],
        ["/Promoter/Groups/New"] = [new(Promoter, $"/promoter/groups/new?slot={_scene.Open}&slot={_scene.Empty}"), new(NewPromoter, "/promoter/groups/new")],
        ["/Promoter/Groups/Details"] = [new(Promoter, $"/promoter/groups/{_scene.Group}")],
        ["/Promoter/Organisation"] = [new(Promoter, "/promoter/organisation"), new(NewPromoter, "/promoter/organisation")],
        ["/Admin/Index"] = [new(Admin, "/admin")],
        ["/Admin/Audit"] = [new(Admin, "/admin/audit")],
        ["/Admin/Clockwork"] = [new(Admin, "/admin/clockwork")],
        ["/Admin/Strikes"] = [new(Admin, "/admin/strikes"), new(Admin, "/admin/strikes?state=lifted")],
        ["/Admin/Figures"] = [new(Admin, "/admin/figures")],
        ["/Admin/Mail"] = [new(Admin, "/admin/mail")],
    };
}
