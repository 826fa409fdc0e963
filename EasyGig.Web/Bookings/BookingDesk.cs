using EasyGig.Domain;
using EasyGig.Domain.Applications;
using EasyGig.Domain.Bookings;
using EasyGig.Domain.Slots;
using EasyGig.Domain.Venues;
using EasyGig.Web.Data;
using EasyGig.Web.Holds;
using EasyGig.Web.Localization;
using EasyGig.Web.Slots;
using EasyGig.Web.Strikes;
using EasyGig.Web.WaitingLists;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Web.Bookings;

/// <summary>Makes bookings and decides on them, each in turn with whoever wants the same stage or the same artist.</summary>
/// <remarks>Callers have looked up the record among the person's own; here nobody is asked who they are.</remarks>
public sealed class BookingDesk(EasyGigDb db, StrikeDesk strikes, WaitingListDesk waitingLists, HoldDesk holds, TimeProvider clock)
{
    /// <summary>The yes of the side that did not speak last.</summary>
    /// <param name="termsVersion">The version of the slot's terms that whoever says yes had on the page.</param>
    /// <param name="answers">The offer that stood on that page; zero when it is what the artist applied with.</param>
    /// <returns>The booking's id, or why there is none.</returns>
    public async Task<(Guid? Booking, Refusal? Refusal)> AcceptAsync(Side by, Guid applicationId, int termsVersion, int answers, bool declineRivals, CancellationToken ct)
    {
        Guid? made = null;
        var refusal = await db.InTurnAsync(await KeysAsync(applicationId, ct), async () =>
        {
            var (application, slot) = await LoadAsync(applicationId, ct);
            if (await strikes.FrozenAsync(by, by is Side.Artist ? application.ArtistId : slot.VenueId, ct) is { } frozen) return frozen;
            var venue = await db.Venues.SingleAsync(v => v.Id == slot.VenueId, ct);
            if (venue.HousePromoterId is null) await holds.LetBeAsync(slot, application.ArtistId, ct);
            var around = await AroundAsync(application, slot, ct);
            var (booking, refusal) = Booking.Accept(by, venue, slot, application, termsVersion, answers, around, declineRivals, clock.GetUtcNow());
            if (booking is null) return refusal;
            db.Add(booking);
            made = booking.Id;
            return await SaveAsync(slot, application.ArtistId, ct);
        }, ct);
        return refusal is null ? (made, null) : (null, by is Side.Venue ? await holds.NamedAsync(refusal, applicationId, ct) : refusal);
    }

    public Task<Refusal?> ApproveAsync(Guid bookingId, Reviewer by, CancellationToken ct) => DecideAsync(bookingId, (booking, _, around) =>
        booking.Approve(by, around, clock.GetUtcNow()), ct);

    public Task<Refusal?> RejectAsync(Guid bookingId, Reviewer by, string reason, CancellationToken ct) => DecideAsync(bookingId, (booking, on, _) =>
        booking.Reject(by, on, reason, clock.GetUtcNow()), ct);

    /// <summary>The live applications and the holds that accepting this one would touch.</summary>
    public async Task<Surroundings> AroundAsync(Application application, Slot slot, CancellationToken ct)
    {
        var live = db.Applications.Where(a => EF.Property<bool>(a, BookingConfiguration.IsLive) && a.Id != application.Id);
        var rivals = await live.Where(a => a.SlotId == slot.Id).OrderBy(a => a.SubmittedAt).ToListAsync(ct);
        var overlapping = await (
            from other in live
            join at in db.Slots on other.SlotId equals at.Id
            where other.ArtistId == application.ArtistId && other.SlotId != slot.Id && other.State != ApplicationState.Accepted
                && at.Time.Start < slot.Time.End && slot.Time.Start < at.Time.End
            select other).ToListAsync(ct);
        return new(rivals, overlapping) { Holds = await holds.StackAsync(slot, ct) };
    }

    /// <summary>What accepting would end elsewhere, each by its venue and when.</summary>
    public async Task<IReadOnlyList<string>> EndingAsync(Application application, Slot slot, CancellationToken ct)
    {
        var ids = (await AroundAsync(application, slot, ct)).Overlapping.Select(other => other.SlotId).ToArray();
        var others = await db.SlotViewsOf(db.Slots.Where(s => ids.Contains(s.Id))).AsNoTracking().ToListAsync(ct);
        return [.. others.Select(other => $"{other.Venue}, {TimeFormat.Span(other.Slot.Time, other.Zone)}")];
    }

    /// <summary>Lets one of its sides decide on a booking, in its turn.</summary>
    internal async Task<Refusal?> DecideAsync(Guid bookingId, Func<Booking, Footing, Surroundings, Refusal?> decide, CancellationToken ct)
    {
        var applicationId = await db.Bookings.Where(b => b.Id == bookingId).Select(b => b.ApplicationId).SingleAsync(ct);
        return await db.InTurnAsync(await KeysAsync(applicationId, ct), async () =>
        {
            var booking = await db.Bookings.SingleAsync(b => b.Id == bookingId, ct);
            var (application, slot) = await LoadAsync(applicationId, ct);
            if (booking.State is BookingState.PendingReview) await holds.LetBeAsync(slot, booking.ArtistId, ct);
            var around = await AroundAsync(application, slot, ct);
            var footing = new Footing(slot, application, around.Rivals) { Strikes = await strikes.OfBothAsync(booking.ArtistId, booking.VenueId, ct), Holds = around.Holds };
            if ((decide(booking, footing, around) ?? await SaveAsync(slot, application.ArtistId, ct)) is { } refusal) return refusal;
            await holds.LookAgainAsync(slot, around.Holds!, ct);
            return null;
        }, ct);
    }

    /// <summary>Saves, and lets the waiting lists go on that this set in motion: the slot's, where its booking fell, and others on which the artist is asked,
    /// whom a booking or a freeze may keep from saying yes.</summary>
    private async Task<Refusal?> SaveAsync(Slot slot, Guid artist, CancellationToken ct)
    {
        await waitingLists.BeginAsync(slot, ct);
        if (await db.TrySaveAsync(ct) is { } refusal) return refusal;
        await waitingLists.HurryAsync([artist], ct);
        return null;
    }

    /// <remarks>A rival is another artist's and a clash another stage's, whose turns are not taken: all of them are locked first, in one
    /// order, or two who book at once would change one application under each other's hands.</remarks>
    private async Task<(Application, Slot)> LoadAsync(Guid applicationId, CancellationToken ct)
    {
        await db.Database.ExecuteSqlAsync($"""
            SELECT FROM applications a JOIN applications touched ON touched.slot_id = a.slot_id OR touched.artist_id = a.artist_id
            WHERE a.id = {applicationId} AND touched.is_live ORDER BY touched.id FOR NO KEY UPDATE OF touched
            """, ct);
        var application = await db.Applications.SingleAsync(a => a.Id == applicationId, ct);
        return (application, await db.Slots.SingleAsync(s => s.Id == application.SlotId, ct));
    }

    private async Task<string[]> KeysAsync(Guid applicationId, CancellationToken ct)
    {
        var contended = await (
            from application in db.Applications
            join slot in db.Slots on application.SlotId equals slot.Id
            where application.Id == applicationId
            select new { slot.StageId, slot.VenueId, application.ArtistId }).SingleAsync(ct);
        return [Turn.Stage(contended.StageId), Turn.Artist(contended.ArtistId), Turn.Venue(contended.VenueId)];
    }
}
