using EasyGig.Domain.Applications;
using EasyGig.Domain.Offers;
using EasyGig.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Web.WaitingLists;

/// <summary>Somebody on a slot's waiting list.</summary>
/// <param name="AskedUntil">Until when they may take the slot, where they are the one who is asked.</param>
public sealed record InWaiting(Guid Application, string Artist, DateTimeOffset? AskedUntil);

internal static class WaitingQueries
{
    private const int Most = 100;

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
    }
}
