using EasyGig.Web.Applications;
using EasyGig.Web.Artists;
using EasyGig.Web.Bookings;
using EasyGig.Web.Genres;
using EasyGig.Web.Places;
using EasyGig.Web.Slots;

namespace EasyGig.Web;

/// <summary>What pages ask: desks that do something, and those that find, read and tell.</summary>
internal static class Desks
{
    public static void AddDesks(this IServiceCollection services)
    {
        services.AddSingleton<GenreCatalogue>();
        services.AddScoped<PlaceFinder>();
        services.AddScoped<SlotFinder>();
        services.AddScoped<ArtistDesk>();
        services.AddScoped<ApplicationDesk>();
        services.AddScoped<ApplicationStory>();
        services.AddScoped<BookingDesk>();
        services.AddScoped<BookingReader>();
    }
}
