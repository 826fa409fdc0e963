using System.Security.Cryptography;
using System.Text;
using EasyGig.Domain.Feeds;
using EasyGig.Web.Bookings;
using EasyGig.Web.Data;
using EasyGig.Web.Hosting;
using EasyGig.Web.Localization;
using EasyGig.Web.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace EasyGig.Web.Feeds;

/// <summary>Writes what a link to a calendar shows, always through what its owner may see today.</summary>
public sealed class FeedReader(EasyGigDb db, SiteAddress site, IOptions<MailSettings> settings, IStringLocalizer<Text> text, TimeProvider clock)
{
    /// <summary>What is older is left out, and beyond so many the oldest.</summary>
    private const int Days = 366, Most = 1000;

    /// <returns>The file; null where the token leads nowhere, or its owner no longer has what it is of.</returns>
    public async Task<string?> ReadAsync(string token, CancellationToken ct)
    {
        var digest = SHA256.HashData(Encoding.UTF8.GetBytes(token));
        var found = await db.Feeds.AsNoTracking().Where(f => f.Digest == digest).Join(db.Users, f => f.PersonId, p => p.Id, (f, p) => new { Feed = f, p.Culture }).SingleOrDefaultAsync(ct);
        if (found is null) return null;
        var (name, ids) = await NowOfAsync(found.Feed, ct);
        if (ids.Count == 0) return null;

        var since = clock.GetUtcNow().AddDays(-Days);
        var bookings = db.Bookings.Where(b => b.Time.Start >= since && (ids.Contains(b.ArtistId) || ids.Contains(b.VenueId) || ids.Contains(b.ReviewerId!.Value)));
        var gigs = await db.Followed(bookings).Take(Most).AsNoTracking().ToListAsync(ct);
        using var speaking = new Speaking(found.Culture);
        return Ics.Feed(settings.Value.Sender, name is null ? text["EasyGig: all my dates"] : $"EasyGig: {name}", [.. gigs.Select(gig => BookingCalendar.Entry(gig, site, text))]);
    }

    /// <summary>Of what a person may have a calendar beside that of all; by name.</summary>
    public async Task<IReadOnlyList<FeedSubject>> SubjectsAsync(Guid person, CancellationToken ct)
    {
        List<FeedSubject> subjects =
        [
            .. await db.ArtistsOf(person).Select(a => new FeedSubject("artist", a.Id, a.Profile.Name)).ToListAsync(ct),
            .. await db.VenuesOf(person).Select(v => new FeedSubject("venue", v.Id, v.Profile.Name)).ToListAsync(ct),
            .. await db.OrganisationsOf(person).Select(o => new FeedSubject("organisation", o.Id, o.Profile.Name)).ToListAsync(ct),
        ];
        return [.. subjects.OrderBy(subject => subject.Name, StringComparer.CurrentCulture).ThenBy(subject => subject.Id)];
    }

    /// <summary>What its owner still has of what a link is of: the name, where it is of one thing, and whose bookings.</summary>
    private async Task<(string? Name, List<Guid> Ids)> NowOfAsync(CalendarFeed feed, CancellationToken ct)
    {
        var person = feed.PersonId;
        if (feed.Subject is not { } id) return (null, await db.ArtistsOf(person).Select(a => a.Id).Concat(db.VenuesOf(person).Select(v => v.Id)).Concat(db.OrganisationsOf(person).Select(o => o.Id)).ToListAsync(ct));
        var names = feed.ArtistId is not null ? db.ArtistsOf(person).Where(a => a.Id == id).Select(a => a.Profile.Name)
            : feed.VenueId is not null ? db.VenuesOf(person).Where(v => v.Id == id).Select(v => v.Profile.Name)
            : db.OrganisationsOf(person).Where(o => o.Id == id).Select(o => o.Profile.Name);
        return await names.SingleOrDefaultAsync(ct) is { } name ? (name, [id]) : (null, []);
    }
}

/// <summary>A venue, an artist or an organisation of somebody.</summary>
/// <param name="Kind">Which of them.</param>
public sealed record FeedSubject(string Kind, Guid Id, string Name);
