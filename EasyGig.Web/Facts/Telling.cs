using EasyGig.Domain.Facts;
using EasyGig.Web.Data;
using EasyGig.Web.Hosting.Metrics;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Web.Facts;

/// <summary>Turns facts into audit, mails and notices, in the transaction that caused them.</summary>
public sealed class Telling(Actor actor, FactLetters letters, TimeProvider clock)
{
    public async Task TellAsync(EasyGigDb db, IReadOnlyList<Fact> facts, CancellationToken ct)
    {
        var background = await Background.LoadAsync(db, facts, ct);
        foreach (var fact in facts)
        {
            db.Audit.Add(Entry(fact, background));
            foreach (var (reader, audience, applicant) in background.ReadersOf(fact).Where(told => fact.From is null || told.Reader.PersonId != actor.PersonId)) // who acts for one side may belong to another
            {
                var mailed = !reader.Unwanted.Contains(MailGroups.Of[fact.Kind]);
                if (mailed) db.Mails.Add(letters.Write(fact, background.StoryOf(fact), applicant, reader, audience, clock.GetUtcNow()));
                db.Notices.Add(letters.Note(fact, background.StoryOf(fact), applicant, reader, audience, mailed, clock.GetUtcNow()));
            }
        }
        await db.SaveChangesAsync(ct);
        foreach (var fact in facts) Counts.Happened(fact.Kind);
    }

    private AuditEntry Entry(Fact fact, Background background) => new()
    {
        At = clock.GetUtcNow(),
        PersonId = actor.PersonId,
        Side = fact.From,
        Fact = fact.Kind,
        VenueId = background.StoryOf(fact)?.VenueId,
        ArtistId = fact.ArtistId ?? background.ApplicantOf(fact)?.ArtistId,
        SlotId = fact.SlotId,
        ApplicationId = fact.ApplicationId,
        BookingId = fact.BookingId,
        HoldId = fact.HoldId,
        Reason = fact.Reason,
    };
}
