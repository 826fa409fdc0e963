using EasyGig.Domain;
using EasyGig.Domain.Bookings;
using EasyGig.Web.Components;
using EasyGig.Web.Data;
using EasyGig.Web.Facts;
using EasyGig.Web.Localization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace EasyGig.Web.Holds;

/// <summary>Tells what became of holds, oldest first: the venue reads of a whole date, an artist of its own hold alone.</summary>
public sealed class HoldLog(EasyGigDb db, IStringLocalizer<Text> text)
{
    private const int Most = 200;

    /// <summary>All that was done about a stage's date, with the names that the venue knows.</summary>
    public async Task<IReadOnlyList<TimelineLine>> OfStackAsync(Guid stage, DateOnly date, CancellationToken ct) =>
        [.. (await ReadAsync(db.Audit.Where(e => db.Holds.Any(h => h.Id == e.HoldId && h.StageId == stage && h.Date == date)), ct)).Select(line => Say(line, Side.Venue))];

    /// <summary>What was done about some holds; who acts for the venue is the venue, and nothing is said of other artists.</summary>
    public async Task<ILookup<Guid, TimelineLine>> OfHoldsAsync(IReadOnlyList<Guid> holds, CancellationToken ct) =>
        (await ReadAsync(db.Audit.Where(e => e.HoldId != null && holds.Contains(e.HoldId.Value)), ct)).ToLookup(line => line.Entry.HoldId!.Value, line => Say(line, Side.Artist));

    private async Task<IReadOnlyList<Line>> ReadAsync(IQueryable<AuditEntry> entries, CancellationToken ct)
    {
        var lines = await (
            from entry in entries.AsNoTracking()
            join artist in db.Artists on entry.ArtistId equals artist.Id
            join venue in db.Venues on entry.VenueId equals venue.Id
            from person in db.Users.Where(p => p.Id == entry.PersonId).DefaultIfEmpty()
            orderby entry.Id descending
            select new Line(entry, artist.Profile.Name, venue.Profile.Name, person.Name)).Take(Most).ToListAsync(ct);
        lines.Reverse();
        return [.. lines.OrderBy(line => line.Entry.At).ThenBy(line => line.Entry.Fact)];
    }

    private TimelineLine Say(Line line, Side reader)
    {
        var who = line.Entry.Side switch
        {
            Party.Venue => reader is Side.Venue && line.Person is { } person ? $"{person} ({line.Venue})" : line.Venue,
            Party.Artist => line.Artist,
            _ => "EasyGig",
        };
        return new(line.Entry.At, text.Tell(line.Entry.Fact, who, line.Artist), line.Entry.Reason);
    }

    /// <param name="Person">Who did it; null where nobody did, or whose account is gone.</param>
    private sealed record Line(AuditEntry Entry, string Artist, string Venue, string? Person);
}
