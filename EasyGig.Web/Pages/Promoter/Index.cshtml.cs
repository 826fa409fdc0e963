using EasyGig.Domain.Bookings;
using EasyGig.Domain.Groups;
using EasyGig.Web.Data;
using EasyGig.Web.Groups;
using EasyGig.Web.Identity;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Web.Pages.Promoter;

/// <summary>A promoter's day: what waits for a review, what is coming, what to do next.</summary>
public sealed class IndexModel(EasyGigDb db, TimeProvider clock) : PageModel
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

    public async Task OnGetAsync(CancellationToken ct)
    {
        var (me, now) = (User.Id, clock.GetUtcNow());
        Organisation = await db.OrganisationsOf(me).OrderBy(o => o.Id).Select(o => o.Profile.Name).FirstOrDefaultAsync(ct);
        if (Organisation is null) return;
        HasVenues = await db.Venues.AnyAsync(v => db.OrganisationsOf(me).Any(o => o.Id == v.HousePromoterId), ct);
        var due = db.ReviewsOf(me).AsNoTracking().Where(b => b.State == BookingState.PendingReview);
        DueCount = await due.CountAsync(ct);
        Due = await due.OrderBy(b => b.ReviewDueAt).ThenBy(b => b.Id).Take(Shown).ToRows(db, now).ToListAsync(ct);
        Groups = await db.GroupsOf(me).Where(g => g.State == GroupState.Submitted).OrderBy(g => g.DueAt).ThenBy(g => g.Id).Take(Shown).ToRows(db).AsNoTracking().ToListAsync(ct);
        Ahead = await db.ReviewsOf(me).AsNoTracking().Where(b => b.State == BookingState.Confirmed && b.Time.End > now)
            .OrderBy(b => b.Time.Start).ThenBy(b => b.Id).Take(Shown).ToRows(db, now).ToListAsync(ct);
    }
}
