using EasyGig.Domain.Applications;
using EasyGig.Domain.Facts;
using EasyGig.Domain.Slots;
using EasyGig.Web.Bookings;
using EasyGig.Web.Data;
using EasyGig.Web.Localization;
using EasyGig.Web.Slots;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Web.Applications;

/// <summary>One step of an application's history; its words are under <c>history.artist.{fact}</c>.</summary>
public sealed record StoryLine(DateTimeOffset At, FactKind Fact, string? Reason);

/// <summary>How an application came where it stands, and what taking its offer would end.</summary>
public sealed class ApplicationStory(EasyGigDb db, BookingDesk bookings)
{
    /// <summary>What happened to it, and to its slot since it was sent; the oldest first.</summary>
    public Task<List<StoryLine>> OfAsync(Application application, CancellationToken ct) => db.Audit
        .Where(entry => entry.ApplicationId == application.Id
            || entry.SlotId == application.SlotId && entry.Fact == FactKind.SlotChanged && entry.At > application.SubmittedAt)
        .OrderBy(entry => entry.Id).Select(entry => new StoryLine(entry.At, entry.Fact, entry.Reason)).ToListAsync(ct);

    /// <summary>The artist's other live applications at the slot's time, each by its venue and when.</summary>
    public async Task<IReadOnlyList<string>> EndingAsync(Application application, Slot slot, CancellationToken ct)
    {
        var ids = (await bookings.AroundAsync(application, slot, ct)).Overlapping.Select(other => other.SlotId).ToArray();
        var others = await db.SlotViewsOf(db.Slots.Where(s => ids.Contains(s.Id))).AsNoTracking().ToListAsync(ct);
        return [.. others.Select(other => $"{other.Venue}, {TimeFormat.Span(other.Slot.Time, other.Zone)}")];
    }
}
