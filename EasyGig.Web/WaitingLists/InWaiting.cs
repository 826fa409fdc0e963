using EasyGig.Domain.Applications;
using EasyGig.Domain.Facts;
using EasyGig.Domain.Offers;
using EasyGig.Domain.Slots;
using EasyGig.Domain.Venues;
using EasyGig.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Web.WaitingLists;

/// <summary>Somebody on a slot's waiting list.</summary>
/// <param name="AskedUntil">Until when they may take the slot, where they are the one who is asked.</param>
public sealed record InWaiting(Guid Application, string Artist, DateTimeOffset? AskedUntil);

internal static class WaitingQueries
{
    private const int Most = 100;

    /// <summary>By these an artist learns that it waits; before, nothing says so to it.</summary>
    public static readonly FactKind[] Tells = [FactKind.MissedOut, FactKind.Revived];

    extension(EasyGigDb db)
    {
        /// <summary>Those who wait for a slot, in the order in which they are asked; whoever is being asked comes first.</summary>
        public IQueryable<InWaiting> WaitingFor(Guid slot) => (
            from application in db.Applications
            join artist in db.Artists on application.ArtistId equals artist.Id
            let due = application.Offers.Where(offer => offer.State == OfferState.Standing && offer.Listed).Select(offer => offer.DueAt).FirstOrDefault()
            where application.SlotId == slot && (application.State == ApplicationState.Waitlisted || application.State == ApplicationState.Offered && due != null)
            orderby due == null, application.SubmittedAt, application.Id
            select new InWaiting(application.Id, artist.Profile.Name, due)).Take(Most);

        /// <summary>The slots of a stage's day that go down their waiting lists.</summary>
        public IQueryable<Slot> AskedOn(Guid stage, VenueDay day) =>
            db.Slots.Where(s => s.StageId == stage && s.AskedUntil != null && s.Time.Start >= day.Time.Start && s.Time.Start < day.Time.End);
    }

    /// <summary>Something happened that may keep whoever is asked about some slots from taking them: the clockwork looks at once, in the turn of their
    /// stages, which need not be the caller's.</summary>
    public static Task<int> LookAgainAsync(this IQueryable<Slot> slots, DateTimeOffset now, CancellationToken ct) =>
        slots.Where(s => s.AskedUntil > now).ExecuteUpdateAsync(set => set.SetProperty(s => s.AskedUntil, now), ct);
}
