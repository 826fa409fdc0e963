using EasyGig.Web.Data;
using EasyGig.Web.Identity;

namespace EasyGig.Web.Facts;

internal static class FactsSetup
{
    public static IServiceCollection AddFacts(this IServiceCollection services) => services
        .AddHttpContextAccessor()
        .AddScoped(provider => new Actor
        {
            PersonId = provider.GetRequiredService<IHttpContextAccessor>().HttpContext?.User is { Identity.IsAuthenticated: true } user ? user.Id : null,
        })
        .AddScoped<FactLetters>()
        .AddScoped<Telling>();
}
