using EasyGig.Web.Data;
using EasyGig.Web.Figures;
using EasyGig.Web.Identity;
using EasyGig.Web.Localization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace EasyGig.Web.Pages.Artist;

/// <summary>How the person's own artists fare: success, income, places.</summary>
public sealed class FiguresModel(EasyGigDb db, ArtistFigures figures, MoneyFigures money, IStringLocalizer<Text> text, TimeProvider clock) : FigurePage(text, clock)
{
    protected override async Task<TimeZoneInfo> ZoneAsync(CancellationToken ct) => await db.ArtistZoneAsync(User.Id, ct) is { } zone ? TimeZoneInfo.FindSystemTimeZoneById(zone) : TimeZoneInfo.Utc;

    protected override async Task<IReadOnlyList<Figure>> ReadAsync(CancellationToken ct)
    {
        var own = await db.ArtistsOf(User.Id).Select(artist => artist.Id).ToArrayAsync(ct);
        return [await figures.SuccessAsync(own, Period, ct), .. money.Earned(await money.EarnedAsync(own, Period, ct), Period), .. await figures.PlacesAsync(own, Period, ct)];
    }
}
