using EasyGig.Domain;
using EasyGig.Domain.Feeds;
using EasyGig.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Web.Feeds;

/// <summary>Gives out links to calendars and takes them back.</summary>
/// <remarks>Callers have looked up the subject among the person's own.</remarks>
public sealed class FeedDesk(EasyGigDb db, TimeProvider clock)
{
    /// <summary>A new link; the one that was there before leads nowhere any more.</summary>
    /// <param name="subject">Null for all that the person has.</param>
    public async Task<Refusal?> GiveAsync(Guid person, FeedSubject? subject, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (await OfAsync(person, subject?.Id, ct) is { } feed) feed.Renew(now);
        else db.Add(subject switch
        {
            null => CalendarFeed.OfAll(person, now),
            { Kind: "artist" } => CalendarFeed.OfArtist(person, subject.Id, now),
            { Kind: "venue" } => CalendarFeed.OfVenue(person, subject.Id, now),
            _ => CalendarFeed.OfOrganisation(person, subject.Id, now),
        });
        return await db.TrySaveAsync(ct);
    }

    /// <returns>Whether there was such a link.</returns>
    public async Task<bool> RevokeAsync(Guid person, Guid? subject, CancellationToken ct) =>
        await OfAsync(person, subject, ct) is { } feed && await db.Feeds.Where(f => f.Id == feed.Id).ExecuteDeleteAsync(ct) > 0;

    private async Task<CalendarFeed?> OfAsync(Guid person, Guid? subject, CancellationToken ct) =>
        (await db.FeedsOf(person).ToListAsync(ct)).Find(feed => feed.Subject == subject);
}
