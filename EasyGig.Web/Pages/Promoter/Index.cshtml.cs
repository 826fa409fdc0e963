using EasyGig.Domain;
using EasyGig.Domain.Bookings;
using EasyGig.Domain.Groups;
using EasyGig.Web.Data;
using EasyGig.Web.Figures;
using EasyGig.Web.Groups;
using EasyGig.Web.Identity;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Web.Pages.Promoter;

/// <summary>A promoter's day: what waits for a review, what is coming, what to do next.</summary>
public sealed class IndexModel(EasyGigDb db, MoneyFigures money, TimeProvider clock) : PageModel
{
    private const int Shown = 10;

    /// <summary>The organisation's name; null when the person has none yet.</summary>
    public string? Organisation { get; private set; }

    /// <summary>Whether some venue lets the organisation review its bookings.</summary>
    public bool HasVenues { get; private set; }

    /// <summary>The soonest deadline first.</summary>
    public IReadOnlyList<BookingRow> Due { get; private set; } = [];
    public int DueCount { get; private set; }
    /// <summary>Groups that wait for answers, the soonest deadline first.</summary>
    public IReadOnlyList<GroupRow> Groups { get; private set; } = [];
    public DateTimeOffset Now { get; } = clock.GetUtcNow();
    public IReadOnlyList<BookingRow> Ahead { get; private set; } = [];

    /// <summary>What is guaranteed for the confirmed shows ahead, by currency, and for how many.</summary>
    public IReadOnlyList<(Money Sum, long Shows)> AtRisk { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var (me, now) = (User.Id, clock.GetUtcNow());
        var own = await db.OrganisationsOf(me).OrderBy(o => o.Id).Select(o => new { o.Id, o.Profile.Name }).ToListAsync(ct);
        if (own is not [var first, ..]) return;
        Organisation = first.Name;
        HasVenues = await db.Venues.AnyAsync(v => db.OrganisationsOf(me).Any(o => o.Id == v.HousePromoterId), ct);
        var due = db.ReviewsOf(me).AsNoTracking().Where(b => b.State == BookingState.PendingReview);
        DueCount = await due.CountAsync(ct);
        Due = await due.OrderBy(b => b.ReviewDueAt).ThenBy(b => b.Id).Take(Shown).ToRows(db, now).ToListAsync(ct);
        Groups = await db.GroupsOf(me).Where(g => g.State == GroupState.Submitted).OrderBy(g => g.DueAt).ThenBy(g => g.Id).Take(Shown).ToRows(db).AsNoTracking().ToListAsync(ct);
        AtRisk = [.. (await money.OwedAsync([.. own.Select(o => o.Id)], ct)).GroupBy(of => of.Currency).OrderBy(of => of.Key, StringComparer.Ordinal).Select(of => (new Money(of.Sum(m => m.ToCome), of.Key), of.Sum(m => m.Shows)))];
        Ahead = await db.ReviewsOf(me).AsNoTracking().Where(b => b.State == BookingState.Confirmed && b.Time.End > now)
            .OrderBy(b => b.Time.Start).ThenBy(b => b.Id).Take(Shown).ToRows(db, now).ToListAsync(ct);
    }
}
