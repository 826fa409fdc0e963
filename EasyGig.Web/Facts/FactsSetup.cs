using EasyGig.Web.Data;
using EasyGig.Web.Identity;

namespace EasyGig.Web.Facts;

internal static class FactsSetup
{
    public static void AddFacts(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddScoped(provider => new Actor
        {
            PersonId = provider.GetRequiredService<IHttpContextAccessor>().HttpContext?.User is { Identity.IsAuthenticated: true } user ? user.Id : null,
        });
        services.AddScoped<FactLetters>();
        services.AddScoped<Telling>();
    }
}
