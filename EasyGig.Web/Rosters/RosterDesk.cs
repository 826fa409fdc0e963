using EasyGig.Domain;
using EasyGig.Domain.Rosters;
using EasyGig.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Web.Rosters;

/// <summary>Asks artists onto rosters and takes answers, each in turn with whoever puts the same artist forward.</summary>
/// <remarks>Callers have looked up the organisation or the entry among the person's own; here nobody is asked who they are.</remarks>
public sealed class RosterDesk(EasyGigDb db, TimeProvider clock)
{
    /// <param name="artistSlug">As the artist's public address has it.</param>
    public async Task<Refusal?> AskAsync(Guid organisationId, string artistSlug, string note, CancellationToken ct)
    {
        if (await db.Artists.Where(a => a.Slug == artistSlug).Select(a => (Guid?)a.Id).SingleOrDefaultAsync(ct) is not { } artistId) return RosterRefusals.Unknown;
        return await db.InTurnAsync([Turn.Artist(artistId)], async () =>
        {
            var last = await db.RosterEntries.Where(e => e.OrganisationId == organisationId && e.ArtistId == artistId).OrderByDescending(e => e.AskedAt).FirstOrDefaultAsync(ct);
            var (entry, refusal) = RosterEntry.Ask(organisationId, artistId, last, note, clock.GetUtcNow());
            if (entry is null) return refusal;
            db.Add(entry);
            return await db.TrySaveAsync(ct);
        }, ct);
    }

    /// <summary>Runs one of an entry's verbs, with the time.</summary>
    public async Task<Refusal?> AnswerAsync(Guid entryId, Func<RosterEntry, DateTimeOffset, Refusal?> verb, CancellationToken ct)
    {
        var artist = await db.RosterEntries.Where(e => e.Id == entryId).Select(e => e.ArtistId).SingleAsync(ct);
        return await db.InTurnAsync([Turn.Artist(artist)], async () =>
            verb(await db.RosterEntries.SingleAsync(e => e.Id == entryId, ct), clock.GetUtcNow()) ?? await db.TrySaveAsync(ct), ct);
    }
}
