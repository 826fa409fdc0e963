using EasyGig.Domain.Applications;
using EasyGig.Domain.Bookings;
using EasyGig.Domain.Ratings;
using EasyGig.Domain.Slots;
using EasyGig.Domain.Venues;
using EasyGig.Web.Data;

namespace EasyGig.Web.Slots;

/// <summary>A slot as everybody may read it, with where it is.</summary>
public sealed record SlotView
{
    public required Slot Slot { get; init; }
    public required string Venue { get; init; }
    public required string VenueSlug { get; init; }
    public required string TimeZone { get; init; }
    public required string Address { get; init; }
    public required string City { get; init; }
    public required string Backline { get; init; }
    public required StageProfile Stage { get; init; }

    /// <summary>Whether an offer stands about it.</summary>
    public required bool InNegotiation { get; init; }

    /// <summary>What artists think of the venue.</summary>
    public required Reputation Reputation { get; init; }

    public TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(TimeZone);
}

internal static class SlotViews
{
    /// <summary>Every slot, whatever its state: who may see which is the page's to say.</summary>
    public static IQueryable<SlotView> SlotViewsOf(this EasyGigDb db, IQueryable<Slot> slots) =>
        from slot in slots
        join venue in db.Venues on slot.VenueId equals venue.Id
        join stage in db.Stages on slot.StageId equals stage.Id
        join city in db.Cities on slot.Place.CityId equals city.Id
        select new SlotView
        {
            Slot = slot, Venue = venue.Profile.Name, VenueSlug = venue.Slug, TimeZone = venue.Profile.TimeZone,
            Address = venue.Profile.Address, City = city.Name, Backline = venue.Profile.Backline, Stage = stage.Profile,
            InNegotiation = slot.State == SlotState.Open && db.Applications.Any(a => a.SlotId == slot.Id && a.State == ApplicationState.Offered),
            Reputation = new(
                db.Bookings.Where(b => b.VenueId == venue.Id).Join(db.Ratings, b => b.Id, r => r.BookingId, (_, r) => r).Where(r => r.Side == Party.Artist).Sum(r => r.Stars),
                db.Bookings.Where(b => b.VenueId == venue.Id).Join(db.Ratings, b => b.Id, r => r.BookingId, (_, r) => r).Count(r => r.Side == Party.Artist)),
        };
}
