using EasyGig.Domain;
using EasyGig.Domain.Slots;
using EasyGig.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Web.Searches;

/// <summary>A slot as a mail lists it.</summary>
/// <param name="TimeZone">The venue's.</param>
public sealed record FoundSlot(Guid Id, Period Time, SlotTerms Terms, string Venue, string TimeZone, string City);

internal static class FoundSlots
{
    /// <summary>The next first, without those of venues that are frozen: they could not answer.</summary>
    public static Task<List<FoundSlot>> FoundSlotsAsync(this EasyGigDb db, Guid[] slots, DateTimeOffset now, CancellationToken ct) => (
        from slot in db.Slots
        join venue in db.Venues on slot.VenueId equals venue.Id
        join city in db.Cities on slot.Place.CityId equals city.Id
        where slots.Contains(slot.Id) && !db.Strikes.Any(strike => strike.VenueId == venue.Id && strike.FrozenUntil > now)
        orderby slot.Time.Start, slot.Id
        select new FoundSlot(slot.Id, slot.Time, slot.Terms, venue.Profile.Name, venue.Profile.TimeZone, city.Province.Length > 0 ? city.Name + " (" + city.Province + ")" : city.Name)).AsNoTracking().ToListAsync(ct);
}
