using EasyGig.Web.Applications;
using EasyGig.Web.Bookings;
using EasyGig.Web.Holds;
using EasyGig.Web.Searches;
using EasyGig.Web.Slots;

namespace EasyGig.Web.Clockwork;

internal static class ClockworkSetup
{
    public static IServiceCollection AddClockwork(this IServiceCollection services)
    {
        services.AddOptions<ClockworkSettings>().BindConfiguration("EasyGig:Clockwork")
            .Validate(clockwork => clockwork.Poll > TimeSpan.Zero, "EasyGig:Clockwork:Poll is no time to wait.").ValidateOnStart();
        return services.AddScoped<ApplicationClock>().AddScoped<BookingClock>().AddScoped<SlotClock>().AddScoped<HoldClock>().AddScoped<SearchClock>().AddScoped<Arrears>()
            .AddSingleton<Ticker>().AddHostedService(services => services.GetRequiredService<Ticker>());
    }
}
