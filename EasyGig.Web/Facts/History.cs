using EasyGig.Domain;
using EasyGig.Domain.Bookings;
using EasyGig.Domain.Facts;
using EasyGig.Web.Bookings;
using EasyGig.Web.Components;
using EasyGig.Web.Data;
using EasyGig.Web.Localization;
using EasyGig.Web.WaitingLists;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace EasyGig.Web.Facts;

/// <summary>Tells how an application, and the booking that it led to, came where it stands: the same story to each of its sides.</summary>
public sealed class History(EasyGigDb db, BookingReader bookings, IStringLocalizer<Text> text)
{
    private const int Most = 200;

    /// <summary>What happened to the application, how the artist was invited to it, and what became of its slot since it was sent: the latest of it,
    /// oldest first; other applicants are not in it, nor are messages, which have a page of their own.</summary>
    /// <param name="reader">A person of one of its sides.</param>
    public async Task<IReadOnlyList<TimelineLine>> OfAsync(Guid applicationId, Guid reader, CancellationToken ct)
    {
        var about = await AboutAsync(applicationId, ct);
        var members = await bookings.MembersAsync(about.ArtistId, about.VenueId, about.PromoterId, ct);
        var deeds = await db.Audit.AsNoTracking()
            .Where(e => e.ApplicationId == applicationId && e.Fact != FactKind.MessageSent || e.SlotId == about.SlotId && (e.Fact == FactKind.SlotChanged && e.At >= about.SubmittedAt || e.Fact == FactKind.Invited && e.ArtistId == about.ArtistId))
            .OrderByDescending(e => e.Id).Take(Most).ToListAsync(ct);
        deeds.Reverse();
        var cast = new Cast(about, members, reader);
        return [.. deeds.Where(cast.MayRead).Select(deed => new TimelineLine(deed.At, text.Tell(deed.Fact, cast.Who(deed), about.Artist), deed.Reason))];
    }

    private Task<About> AboutAsync(Guid applicationId, CancellationToken ct) => (
        from application in db.Applications
        join artist in db.Artists on application.ArtistId equals artist.Id
        join slot in db.Slots on application.SlotId equals slot.Id
        join venue in db.Venues on slot.VenueId equals venue.Id
        from booking in db.Bookings.Where(b => b.ApplicationId == application.Id).OrderByDescending(b => b.AcceptedAt).Take(1).DefaultIfEmpty()
        from promoter in db.Organisations.Where(o => o.Id == booking.ReviewerId).DefaultIfEmpty()
        from whole in db.Groups.Where(g => g.Id == application.GroupId).DefaultIfEmpty()
        from organiser in db.Organisations.Where(o => o.Id == whole.OrganisationId).DefaultIfEmpty()
        where application.Id == applicationId
        select new About(slot.Id, application.SubmittedAt, artist.Id, artist.Profile.Name, venue.Id, venue.Profile.Name, booking.ReviewerId, promoter.Profile.Name,
            organiser.Profile.Name, booking.ConfirmedAt != null, db.Audit.Any(e => e.ApplicationId == applicationId && WaitingQueries.Tells.Contains(e.Fact)),
            db.Audit.Any(e => e.ApplicationId == applicationId && e.Fact == FactKind.Confirmed && promoter.Members.Any(m => m.PersonId == e.PersonId)))).SingleAsync(ct);

    /// <param name="Organiser">The organisation that put the artist forward, if one did.</param>
    /// <param name="Confirmed">Whether the application's own booking ever was.</param>
    /// <param name="Told">Whether the artist has been told that it waits.</param>
    /// <param name="Reviewed">Whether the promoter approved it, and not the director in their place.</param>
    private sealed record About(
        Guid SlotId, DateTimeOffset SubmittedAt, Guid ArtistId, string Artist, Guid VenueId, string Venue, Guid? PromoterId, string? Promoter, string? Organiser, bool Confirmed, bool Told, bool Reviewed);

    /// <summary>Who did what, as the reader may know it: the side, and which of them once the booking is confirmed.</summary>
    private sealed class Cast(About about, IReadOnlyList<PartyMember> members, Guid reader)
    {
        private readonly HashSet<Party> _mine = [.. members.Where(m => m.PersonId == reader).Select(m => m.Side)];

        public bool MayRead(AuditEntry deed) => deed.Fact switch
        {
            FactKind.Waitlisted => about.Told || _mine.Any(side => side is not Party.Artist),
            FactKind.StrikeGiven => false, // its owner's alone, who reads of it elsewhere
            FactKind.Applied => about.Organiser is null, // "put forward" says the same, and by whom
            _ => true,
        };

        public string Who(AuditEntry deed)
        {
            if (deed.PersonId is not { } person) return "EasyGig";
            if (about.Organiser is { } organiser && deed.Fact is FactKind.Placed or FactKind.Replaced or FactKind.GroupWithdrawn) return organiser;
            var sides = LikelyFirst(deed.Fact);
            var member = members.Where(m => m.PersonId == person).MinBy(m => Array.IndexOf(sides, m.Side));
            return member is null ? sides.Select(NameOf).First(name => name.Length > 0)
                : MayName(member.Side) && member.Name != NameOf(member.Side) ? $"{member.Name} ({NameOf(member.Side)})"
                : NameOf(member.Side);
        }

        private bool MayName(Party side) => _mine.Contains(side) || about.Confirmed && (side is not Party.Promoter || about.Reviewed);

        private string NameOf(Party side) => side switch
        {
            Party.Artist => about.Artist,
            Party.Venue => about.Venue,
            Party.Promoter => about.Promoter ?? "",
        };

        /// <summary>Somebody may belong to several sides; then they acted for the first of these.</summary>
        private static Party[] LikelyFirst(FactKind fact) => fact switch
        {
            FactKind.Applied or FactKind.TermsConfirmed or FactKind.Withdrew or FactKind.OfferTaken or FactKind.OfferRefused or FactKind.RevivalPassed
                or FactKind.CounterOffered or FactKind.CounterWithdrawn or FactKind.CannotPlay or FactKind.FileAttached => [Party.Artist, Party.Venue, Party.Promoter],
            FactKind.Confirmed or FactKind.Rejected => [Party.Promoter, Party.Venue, Party.Artist],
            _ => [Party.Venue, Party.Artist, Party.Promoter],
        };
    }
}

internal static class Telltale
{
    /// <summary>A fact in one sentence.</summary>
    /// <param name="artist">Whose application it is about; an artist who signs in under its own name applied for itself.</param>
    public static string Tell(this IStringLocalizer<Text> text, FactKind fact, string who, string artist) =>
        text[who == artist && fact is FactKind.Applied or FactKind.HoldReleased or FactKind.ChallengeStarted ? $"history.{Word.Of(fact)}.alone" : $"history.{Word.Of(fact)}", who, artist];
}
