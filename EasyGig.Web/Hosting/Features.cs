using EasyGig.Web.Applications;
using EasyGig.Web.Artists;
using EasyGig.Web.Attachments;
using EasyGig.Web.Bookings;
using EasyGig.Web.BusyTimes;
using EasyGig.Web.Clockwork;
using EasyGig.Web.Demo;
using EasyGig.Web.Facts;
using EasyGig.Web.Feeds;
using EasyGig.Web.Figures;
using EasyGig.Web.Files;
using EasyGig.Web.Genres;
using EasyGig.Web.Groups;
using EasyGig.Web.Holds;
using EasyGig.Web.Invitations;
using EasyGig.Web.Live;
using EasyGig.Web.MailPreferences;
using EasyGig.Web.Messages;
using EasyGig.Web.Places;
using EasyGig.Web.Ratings;
using EasyGig.Web.Rosters;
using EasyGig.Web.Searches;
using EasyGig.Web.Sitemap;
using EasyGig.Web.Slots;
using EasyGig.Web.Strikes;
using EasyGig.Web.Venues;
using EasyGig.Web.WaitingLists;

namespace EasyGig.Web.Hosting;

internal static class Features
{
    /// <summary>The work that pages share; each works on the request's own database context.</summary>
    public static void AddFeatures(this IServiceCollection services) => services
        .AddFacts()
        .AddClockwork()
        .AddSingleton(TimeProvider.System)
        .AddSingleton<SiteAddress>()
        .AddSingleton<GenreCatalogue>()
        .AddMemoryCache()
        .AddScoped<PlaceFinder>()
        .AddScoped<PlaceFilters>()
        .AddScoped<PlaceQuestions>()
        .AddScoped<PlaceSuggestions>()
        .AddScoped<RegionCatalogue>()
        .AddScoped<VenueFinder>()
        .AddScoped<ArtistFinder>()
        .AddScoped<ArtistFilters>()
        .AddScoped<ArtistScout>()
        .AddScoped<NightScout>()
        .AddScoped<SitemapParts>()
        .AddScoped<SlotDesk>()
        .AddScoped<SlotFilters>()
        .AddScoped<TermsChanges>()
        .AddScoped<SlotFinder>()
        .AddScoped<SlotQuestions>()
        .AddScoped<NearGigs>()
        .AddScoped<ArtistDesk>()
        .AddScoped<FileDesk>()
        .AddScoped<ApplicationDesk>()
        .AddScoped<Negotiations>()
        .AddScoped<InvitationDesk>()
        .AddScoped<RosterDesk>()
        .AddScoped<GroupDesk>()
        .AddScoped<GroupSubmission>()
        .AddScoped<FitRanking>()
        .AddScoped<History>()
        .AddScoped<HoldDesk>()
        .AddScoped<HoldReader>()
        .AddScoped<HoldLog>()
        .AddScoped<BookingDesk>()
        .AddScoped<StrikeDesk>()
        .AddScoped<StrikeReader>()
        .AddScoped<WaitingListDesk>()
        .AddScoped<BookingLife>()
        .AddScoped<TermsDesk>()
        .AddScoped<BookingReader>()
        .AddScoped<DayDesk>()
        .AddScoped<AttachmentDesk>()
        .AddScoped<PublicCalendar>()
        .AddScoped<FeedReader>()
        .AddScoped<FeedDesk>()
        .AddScoped<BusyDesk>()
        .AddScoped<Conversation>()
        .AddScoped<RatingDesk>()
        .AddScoped<SearchDesk>()
        .AddScoped<SearchMatcher>()
        .AddScoped<SearchLetters>()
        .AddSingleton<UnsubscribeToken>()
        .AddScoped<VenueFigures>()
        .AddScoped<ReviewFigures>()
        .AddScoped<ArtistFigures>()
        .AddScoped<MoneyFigures>()
        .AddScoped<PlatformFigures>()
        .AddScoped<MailPreferenceDesk>()
        .AddScoped<Mailings>()
        .AddScoped<DemoAccounts>()
        .AddScoped<DemoPeople>()
        .AddScoped<DemoScene>();

    /// <summary>What answers with something else than a page.</summary>
    public static void MapFeatures(this IEndpointRouteBuilder app)
    {
        app.MapPlaces();
        app.MapFiles();
        app.MapSitemap();
        app.MapUnsubscribe();
        app.MapLive();
        app.MapFeeds();
    }
}
