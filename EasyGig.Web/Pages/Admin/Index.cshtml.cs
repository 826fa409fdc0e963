using EasyGig.Domain.Bookings;
using EasyGig.Domain.Mails;
using EasyGig.Domain.Slots;
using EasyGig.Web.Clockwork;
using EasyGig.Web.Data;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Web.Pages.Admin;

/// <summary>The platform in numbers.</summary>
public sealed class IndexModel(EasyGigDb db, Arrears arrears, TimeProvider clock) : PageModel
{
    /// <summary>By role; who holds two counts twice.</summary>
    public IReadOnlyDictionary<string, int> People { get; private set; } = new Dictionary<string, int>();
    public int PeopleInAll { get; private set; }
    public int Artists { get; private set; }
    public int Venues { get; private set; }
    public int Organisations { get; private set; }

    /// <summary>As they are read now: open ones that have begun have lapsed.</summary>
    public IReadOnlyDictionary<SlotState, int> Slots { get; private set; } = new Dictionary<SlotState, int>();
    public IReadOnlyDictionary<BookingState, int> Bookings { get; private set; } = new Dictionary<BookingState, int>();

    /// <summary>Waiting for a review that is late.</summary>
    public int Overdue { get; private set; }
    public int MailsWaiting { get; private set; }

    /// <summary>Failed, and not sent again.</summary>
    public int MailsFailed { get; private set; }

    /// <summary>Deadlines that ran into trouble.</summary>
    public int Failing { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        People = await db.UserRoles.Join(db.Roles, held => held.RoleId, role => role.Id, (held, role) => role.Name!)
            .GroupBy(name => name).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        (PeopleInAll, Artists) = (await db.Users.CountAsync(ct), await db.Artists.CountAsync(ct));
        (Venues, Organisations) = (await db.Venues.CountAsync(ct), await db.Organisations.CountAsync(ct));
        var slots = await db.Slots.GroupBy(s => new { s.State, Begun = s.Time.Start <= now }).Select(g => new { g.Key.State, g.Key.Begun, Count = g.Count() }).ToListAsync(ct);
        Slots = slots.GroupBy(s => s is { State: SlotState.Open, Begun: true } ? SlotState.Lapsed : s.State).ToDictionary(g => g.Key, g => g.Sum(s => s.Count));
        Bookings = await db.Bookings.GroupBy(b => b.State).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        Overdue = await db.Bookings.CountAsync(b => b.State == BookingState.PendingReview && b.ReviewDueAt <= now, ct);
        MailsWaiting = await db.Mails.CountAsync(m => m.State == MailState.Queued || m.State == MailState.Sending, ct);
        (Failing, _) = await arrears.ReadAsync(ct);
        MailsFailed = await db.Mails.CountAsync(m => m.State == MailState.Failed && !db.Mails.Any(copy => copy.CopyOf == m.Id), ct);
    }
}
