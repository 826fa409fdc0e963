using EasyGig.Domain;
using EasyGig.Domain.Applications;
using EasyGig.Domain.Slots;
using EasyGig.Web.Data;
using EasyGig.Web.Genres;
using EasyGig.Web.Slots;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Web.Applications;

/// <summary>How well those who applied to a slot fit it (R12).</summary>
public sealed class FitRanking(EasyGigDb db, GenreCatalogue genres)
{
    /// <summary>Those who applied later are not ranked.</summary>
    public const int Most = 500;

    /// <summary>The fit of each of the first <see cref="Most"/> live applications, by its id.</summary>
    public async Task<IReadOnlyDictionary<Guid, Fit>> OfSlotAsync(Guid slot, CancellationToken ct)
    {
        var live = db.Applications.Where(a => a.SlotId == slot && EF.Property<bool>(a, BookingConfiguration.IsLive)).OrderBy(a => a.SubmittedAt).ThenBy(a => a.Id).Take(Most);
        return await OfAsync(slot, live, ct);
    }

    public async Task<Fit> OfAsync(Guid slot, Guid application, CancellationToken ct) =>
        (await OfAsync(slot, db.Applications.Where(a => a.Id == application), ct))[application];

    private async Task<IReadOnlyDictionary<Guid, Fit>> OfAsync(Guid slotId, IQueryable<Application> applications, CancellationToken ct)
    {
        var place = await (
            from slot in db.Slots.AsNoTracking()
            join venue in db.Venues on slot.VenueId equals venue.Id
            where slot.Id == slotId
            select new { slot.Terms, venue.Id, venue.Profile.Latitude, venue.Profile.Longitude }).SingleAsync(ct);
        var asked = await applications.Select(a => new { a.Id, a.ArtistId, a.Fee }).ToListAsync(ct);
        var artists = asked.Select(a => a.ArtistId).ToList();
        var seekers = (await db.SeekersAsync(db.Artists.Where(artist => artists.Contains(artist.Id)), ct)).ToDictionary(seeker => seeker.ArtistId);
        return asked.ToDictionary(a => a.Id, a => seekers[a.ArtistId].FitFor(place.Terms, new(place.Latitude, place.Longitude), place.Id, genres, a.Fee));
    }
}
