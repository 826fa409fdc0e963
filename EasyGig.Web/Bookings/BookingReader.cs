using EasyGig.Domain.Bookings;
using EasyGig.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Web.Bookings;

/// <summary>Reads a booking as one of its parties may see it.</summary>
public sealed class BookingReader(EasyGigDb db)
{
    private const int Lines = 200;

    /// <summary>The booking, or null when there is none or the person is no party to it.</summary>
    public Task<BookingView?> FindAsync(Guid person, Guid id, CancellationToken ct) => (
        from booking in db.BookingsOf(person).AsNoTracking()
        join artist in db.Artists on booking.ArtistId equals artist.Id
        join venue in db.Venues on booking.VenueId equals venue.Id
        join stage in db.Stages on booking.StageId equals stage.Id
        join city in db.Cities on venue.Profile.Place.CityId equals city.Id
        from promoter in db.Organisations.Where(o => o.Id == booking.ReviewerId).DefaultIfEmpty()
        where booking.Id == id
        select new BookingView
        {
            Booking = booking,
            Artist = artist.Profile.Name, ArtistSlug = artist.Slug,
            Venue = venue.Profile.Name, VenueSlug = venue.Slug, Stage = stage.Profile.Name,
            Address = venue.Profile.Address, City = city.Name, TimeZone = venue.Profile.TimeZone,
            Promoter = promoter.Profile.Name,
            IsArtist = db.ArtistsOf(person).Any(a => a.Id == booking.ArtistId),
            IsDirector = db.VenuesOf(person).Any(v => v.Id == booking.VenueId),
            IsPromoter = db.OrganisationsOf(person).Any(o => o.Id == booking.ReviewerId),
            Rivals = db.Applications.Count(a => a.SlotId == booking.SlotId && a.Id != booking.ApplicationId && EF.Property<bool>(a, BookingConfiguration.IsLive)),
        }).SingleOrDefaultAsync(ct);

    /// <summary>Those who sign in for its sides.</summary>
    public async Task<IReadOnlyList<PartyMember>> MembersAsync(Booking booking, CancellationToken ct)
    {
        var ids = db.Artists.Where(a => a.Id == booking.ArtistId).SelectMany(a => a.Members, (a, m) => new { Of = a.Id, m.PersonId })
            .Concat(db.Venues.Where(v => v.Id == booking.VenueId).SelectMany(v => v.Directors, (v, d) => new { Of = v.Id, PersonId = (Guid?)d.PersonId }))
            .Concat(db.Organisations.Where(o => o.Id == booking.ReviewerId).SelectMany(o => o.Members, (o, m) => new { Of = o.Id, PersonId = (Guid?)m.PersonId }));
        var members = await (
            from id in ids
            join person in db.Users on id.PersonId equals person.Id
            orderby person.Name, person.Id
            select new { id.Of, person.Id, person.Name, person.Email, person.PhoneNumber }).ToListAsync(ct);
        return [.. members.Select(m => new PartyMember(SideOf(booking, m.Of), m.Id, m.Name, m.Email!, m.PhoneNumber))];
    }

    /// <summary>What happened to the slot as such, to this application and to this booking, oldest first; other applicants are not in it.</summary>
    public Task<List<HistoryLine>> HistoryAsync(Booking booking, CancellationToken ct) => db.Audit.AsNoTracking()
        .Where(e => e.SlotId == booking.SlotId && (e.ApplicationId == null || e.ApplicationId == booking.ApplicationId))
        .Where(e => e.BookingId == null || e.BookingId == booking.Id)
        .OrderBy(e => e.Id).Take(Lines).Select(e => new HistoryLine(e.At, e.Fact, e.PersonId, e.Reason)).ToListAsync(ct);

    /// <summary>The mails that told of this booking, oldest first.</summary>
    public Task<List<MailLine>> MailsAsync(Booking booking, CancellationToken ct) => db.Mails.AsNoTracking()
        .Where(m => m.BookingId == booking.Id)
        .OrderBy(m => m.Id).Take(Lines).Select(m => new MailLine(m.Kind, m.PersonId, m.Address, m.State, m.SentAt ?? m.CreatedAt)).ToListAsync(ct);

    private static Party SideOf(Booking booking, Guid of) =>
        of == booking.ArtistId ? Party.Artist : of == booking.VenueId ? Party.Venue : Party.Promoter;
}
