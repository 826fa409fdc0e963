using EasyGig.Domain;
using EasyGig.Domain.Slots;
using EasyGig.Web.Data;
using EasyGig.Web.Localization;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Web.Slots;

internal static class StageClash
{
    /// <summary>After the database said that the stage is taken, names by what: the director of the venue may know.</summary>
    public static async Task<Refusal> NamedAsync(this Refusal refusal, EasyGigDb db, Guid stageId, Period time, Guid? self, CancellationToken ct)
    {
        if (refusal != SlotRefusals.StageTaken) return refusal;
        var clash = await (
            from slot in db.Slots
            join stage in db.Stages on slot.StageId equals stage.Id
            join venue in db.Venues on slot.VenueId equals venue.Id
            from booking in db.Bookings.Where(b => b.SlotId == slot.Id && EF.Property<bool>(b, BookingConfiguration.IsActive)).DefaultIfEmpty()
            from artist in db.Artists.Where(a => a.Id == booking.ArtistId).DefaultIfEmpty()
            let busyAfter = time.End.AddMinutes(stage.Profile.Changeover)
            where slot.StageId == stageId && slot.Id != self && slot.State != SlotState.Cancelled && slot.State != SlotState.Lapsed
                && slot.Time.Start < busyAfter && time.Start < slot.BusyUntil
            orderby slot.Time.Start
            select new { Stage = stage.Profile.Name, slot.Time, Zone = venue.Profile.TimeZone, Artist = artist.Profile.Name, stage.Profile.Changeover }).FirstOrDefaultAsync(ct);
        if (clash is null) return refusal;
        var zone = TimeZoneInfo.FindSystemTimeZoneById(clash.Zone);
        var span = TimeFormat.Span(clash.Time, zone);
        return clash.Artist is null
            ? SlotRefusals.StageOffered.About(clash.Stage, span, clash.Changeover)
            : refusal.About(clash.Stage, span, clash.Artist, clash.Changeover);
    }
}
