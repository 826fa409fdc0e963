using EasyGig.Domain;
using EasyGig.Domain.Bookings;
using EasyGig.Domain.Facts;
using EasyGig.Domain.Strikes;
using EasyGig.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Web.Bookings;

/// <summary>Reads a booking as one of its parties may see it.</summary>
public sealed class BookingReader(EasyGigDb db)
{
    private const int Lines = 200;

    private static readonly string Message = Word.Of(FactKind.MessageSent);

    /// <summary>The booking, or null when there is none or the person is no party to it.</summary>
    public Task<BookingView?> FindAsync(Guid person, Guid id, CancellationToken ct) => (
        from booking in db.BookingsOf(person).AsNoTracking()
        join artist in db.Artists on booking.ArtistId equals artist.Id
        join venue in db.Venues on booking.VenueId equals venue.Id
        join stage in db.Stages on booking.StageId equals stage.Id
        join city in db.Cities on venue.Profile.Place.CityId equals city.Id
        from promoter in db.Organisations.Where(o => o.Id == booking.ReviewerId).DefaultIfEmpty()
        from day in db.RunOfShows.Where(r => r.Id == booking.Id).DefaultIfEmpty()
        where booking.Id == id
        select new BookingView
        {
            Booking = booking,
            Artist = artist.Profile.Name, ArtistSlug = artist.Slug,
            Venue = venue.Profile.Name, VenueSlug = venue.Slug, Stage = stage.Profile.Name,
            Address = venue.Profile.Address, City = city.Name, TimeZone = venue.Profile.TimeZone,
            Promoter = promoter.Profile.Name, Day = day,
            IsArtist = db.ArtistsOf(person).Any(a => a.Id == booking.ArtistId),
            IsDirector = db.VenuesOf(person).Any(v => v.Id == booking.VenueId),
            IsPromoter = db.OrganisationsOf(person).Any(o => o.Id == booking.ReviewerId),
            IsReviewed = db.Audit.Any(e => e.BookingId == booking.Id && e.Fact == FactKind.Confirmed && promoter.Members.Any(m => m.PersonId == e.PersonId)),
            Ratings = db.Ratings.Where(r => r.BookingId == booking.Id).OrderBy(r => r.GivenAt).ToList(),
            Unread = db.Messages.Count(m => m.BookingId == booking.Id && m.PersonId != person && !db.MessageReads.Any(r => r.MessageId == m.Id && r.PersonId == person)),
            Rivals = db.Applications.Count(a => a.SlotId == booking.SlotId && a.Id != booking.ApplicationId && EF.Property<bool>(a, BookingConfiguration.IsLive)),
        }).SingleOrDefaultAsync(ct);

    /// <summary>Those who sign in for the sides of a booking, or of what may become one.</summary>
    public async Task<IReadOnlyList<PartyMember>> MembersAsync(Guid artistId, Guid venueId, Guid? promoterId, CancellationToken ct)
    {
        var ids = db.Artists.Where(a => a.Id == artistId).SelectMany(a => a.Members, (a, m) => new { Of = a.Id, m.PersonId })
            .Concat(db.Venues.Where(v => v.Id == venueId).SelectMany(v => v.Directors, (v, d) => new { Of = v.Id, PersonId = (Guid?)d.PersonId }))
            .Concat(db.Organisations.Where(o => o.Id == promoterId).SelectMany(o => o.Members, (o, m) => new { Of = o.Id, PersonId = (Guid?)m.PersonId }));
        var members = await (
            from id in ids
            join person in db.Users on id.PersonId equals person.Id
            orderby person.Name, person.Id
            select new { id.Of, person.Id, person.Name, person.Email, person.PhoneNumber }).ToListAsync(ct);
        return [.. members.Select(m => new PartyMember(m.Of == artistId ? Party.Artist : m.Of == venueId ? Party.Venue : Party.Promoter, m.Id, m.Name, m.Email!, m.PhoneNumber))];
    }

    /// <summary>The strikes that the booking cost the person's own artist or venue, but for those that were lifted.</summary>
    public Task<List<Strike>> StrikesAsync(Guid person, Guid id, CancellationToken ct) => db.StrikesOf(person).AsNoTracking().Where(s => s.BookingId == id && s.LiftedAt == null).OrderBy(s => s.GivenAt).ToListAsync(ct);

    /// <summary>The versions of its terms, newest first.</summary>
    public Task<List<BookingVersion>> VersionsAsync(Guid id, CancellationToken ct) => db.BookingVersions.AsNoTracking().Where(v => v.BookingId == id).OrderByDescending(v => v.Number).ToListAsync(ct);

    /// <summary>The latest mails that told of this booking, and the notices of those who want no mail, oldest first; those that carried messages are not in it: the messages have a page.</summary>
    public async Task<IReadOnlyList<MailLine>> MailsAsync(Booking booking, CancellationToken ct)
    {
        var latest = await db.Mails.AsNoTracking().Where(m => m.BookingId == booking.Id && m.Kind != Message)
            .OrderByDescending(m => m.Id).Take(Lines).Select(m => new MailLine(m.Kind, m.PersonId, m.Address, m.State, m.SentAt ?? m.CreatedAt)).ToListAsync(ct);
        latest.Reverse();
        var noticed = await db.Notices.AsNoTracking().Where(n => n.BookingId == booking.Id && n.Fact != FactKind.MessageSent)
            .OrderByDescending(n => n.CreatedAt).Take(Lines).Select(n => new MailLine(Word.Of(n.Fact), n.PersonId, null, null, n.CreatedAt)).ToListAsync(ct);
        return noticed.Count == 0 ? latest : [.. latest.Concat(noticed).OrderBy(line => line.At)];
    }
}
