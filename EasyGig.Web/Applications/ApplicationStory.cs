using EasyGig.Domain.Applications;
using EasyGig.Domain.Facts;
using EasyGig.Domain.Slots;
using EasyGig.Web.Bookings;
using EasyGig.Web.Data;
using EasyGig.Web.Localization;
using EasyGig.Web.Slots;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Web.Applications;

/// <summary>One step of an application's history; its words are under <c>history.{fact}</c>.</summary>
/// <param name="Who">The person, where it was one of the artist's own; else the side that does such things.</param>
public sealed record StoryLine(DateTimeOffset At, FactKind Fact, string Who, string? Reason);

/// <summary>How an application came where it stands, and what taking its offer would end.</summary>
public sealed class ApplicationStory(EasyGigDb db, BookingDesk bookings)
{
    private const int Lines = 200;

    /// <summary>What happened to it, and to its slot since it was sent; the oldest first. The people of the venue are not named before a booking is confirmed.</summary>
    public async Task<IReadOnlyList<StoryLine>> OfAsync(Application application, string artist, string venue, string? reviewer, CancellationToken ct)
    {
        var lines = await (
            from entry in db.Audit
            from person in db.Users.Where(p => p.Id == entry.PersonId && db.Artists.Any(a => a.Id == application.ArtistId && a.Members.Any(m => m.PersonId == p.Id))).DefaultIfEmpty()
            where entry.ApplicationId == application.Id
                || entry.SlotId == application.SlotId && entry.Fact == FactKind.SlotChanged && entry.At >= application.SubmittedAt
            orderby entry.Id
            select new { entry.At, entry.Fact, entry.Reason, person.Name }).Take(Lines).ToListAsync(ct);
        return [.. lines.Select(line => new StoryLine(line.At, line.Fact, line.Fact switch
        {
            FactKind.Applied or FactKind.Withdrew or FactKind.OfferTaken => line.Name ?? artist,
            FactKind.Confirmed or FactKind.Rejected => reviewer ?? venue,
            _ => venue,
        }, line.Reason))];
    }

    /// <summary>The artist's other live applications at the slot's time, each by its venue and when.</summary>
    public async Task<IReadOnlyList<string>> EndingAsync(Application application, Slot slot, CancellationToken ct)
    {
        var ids = (await bookings.AroundAsync(application, slot, ct)).Overlapping.Select(other => other.SlotId).ToArray();
        var others = await db.SlotViewsOf(db.Slots.Where(s => ids.Contains(s.Id))).AsNoTracking().ToListAsync(ct);
        return [.. others.Select(other => $"{other.Venue}, {TimeFormat.Span(other.Slot.Time, other.Zone)}")];
    }
}
