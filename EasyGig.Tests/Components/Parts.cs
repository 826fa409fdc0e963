using System.Globalization;
using Bunit;
using EasyGig.Web.Localization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace EasyGig.Tests.Components;

/// <summary>Draws a part as a reader of one language sees it.</summary>
public static class Parts
{
    public static readonly TimeZoneInfo Rome = TimeZoneInfo.FindSystemTimeZoneById("Europe/Rome");

    /// <summary>A Friday, 14:00 in Rome.</summary>
    public static readonly DateTimeOffset Now = new(2026, 5, 1, 12, 0, 0, TimeSpan.Zero);

    public static IRenderedComponent<TPart> Draw<TPart>(Action<ComponentParameterCollectionBuilder<TPart>> parameters, string language = "en")
        where TPart : IComponent
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = new CultureInfo(language);
        var context = new BunitContext();
        context.Services.AddLogging();
        context.Services.AddLocalization();
        return context.Render(parameters);
    }
}
