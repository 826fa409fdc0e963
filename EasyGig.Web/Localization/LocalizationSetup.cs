using System.Globalization;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.DataAnnotations;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace EasyGig.Web.Localization;

/// <summary>English and Italian, in pages, fields and refusals of fields.</summary>
public static class LocalizationSetup
{
    /// <summary>The languages that the site speaks; the first is for everybody else.</summary>
    public static readonly IReadOnlyList<CultureInfo> Languages = [new("en"), new("it")];

    public static IServiceCollection AddLanguages(this IServiceCollection services)
    {
        services.AddLocalization();
        services.AddSingleton<IStringLocalizer<Text>, Sentences>();
        services.Configure<RequestLocalizationOptions>(options =>
        {
            options.DefaultRequestCulture = new RequestCulture(Languages[0]);
            (options.SupportedCultures, options.SupportedUICultures) = ([.. Languages], [.. Languages]);
            options.RequestCultureProviders = [new LanguageFromCookie(), new AcceptLanguageHeaderRequestCultureProvider()];
        });
        services.AddOptions<MvcDataAnnotationsLocalizationOptions>().PostConfigure<IStringLocalizer<Text>>((options, text) =>
            options.DataAnnotationLocalizerProvider = (_, _) => text);
        services.AddSingleton<IPostConfigureOptions<MvcOptions>, FieldMessages>();
        return services;
    }

    public static IApplicationBuilder UseLanguages(this IApplicationBuilder app) => app.UseRequestLocalization();
}
