using EasyGig.Web.Data;
using EasyGig.Web.Figures;
using EasyGig.Web.Identity;
using EasyGig.Web.Localization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace EasyGig.Web.Pages.Promoter;

/// <summary>What the promoter's own organisations review, and what is at risk.</summary>
public sealed class FiguresModel(EasyGigDb db, ReviewFigures reviews, MoneyFigures money, IStringLocalizer<Text> text, TimeProvider clock) : FigurePage(text, clock)
{
    protected override async Task<TimeZoneInfo> ZoneAsync(CancellationToken ct) => await db.PromoterZoneAsync(User.Id, ct) is { } zone ? TimeZoneInfo.FindSystemTimeZoneById(zone) : TimeZoneInfo.Utc;

    protected override async Task<IReadOnlyList<Figure>> ReadAsync(CancellationToken ct)
    {
        var own = await db.OrganisationsOf(User.Id).Select(o => o.Id).ToArrayAsync(ct);
        return [.. money.Owed(await money.OwedAsync(own, ct)), await reviews.ShowsAsync(own, Period, ct), await reviews.ReviewsAsync(own, Period, ct)];
    }
}
