using EasyGig.Domain;
using EasyGig.Domain.Bookings;
using EasyGig.Domain.Ratings;
using EasyGig.Web.Data;

namespace EasyGig.Web.Ratings;

/// <summary>Takes ratings in (R20). That each side gives one is the database's to see to.</summary>
/// <remarks>Callers have looked up the booking among the person's own, and that they belong to the side.</remarks>
public sealed class RatingDesk(EasyGigDb db, TimeProvider clock)
{
    /// <param name="stars">1 to 5.</param>
    public async Task<Refusal?> RateAsync(Booking booking, Party side, Guid person, int stars, string text, CancellationToken ct)
    {
        var (rating, refusal) = Rating.Give(booking, side, person, stars, text, clock.GetUtcNow());
        if (rating is null) return refusal;
        db.Add(rating);
        return await db.TrySaveAsync(ct);
    }
}
