using EasyGig.Web.Figures;
using EasyGig.Web.Localization;
using Microsoft.Extensions.Localization;

namespace EasyGig.Web.Pages.Admin;

/// <summary>The platform over time.</summary>
public sealed class FiguresModel(VenueFigures venues, PlatformFigures platform, IStringLocalizer<Text> text, TimeProvider clock) : FigurePage(text, clock)
{
    protected override async Task<IReadOnlyList<Figure>> ReadAsync(CancellationToken ct) =>
        [.. await venues.FillAsync(FigureScope.Platform, Period, ct), await platform.BookingsAsync(Period, ct), await platform.MailsAsync(Period, ct)];
}
