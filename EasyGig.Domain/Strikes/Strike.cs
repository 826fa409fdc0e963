using EasyGig.Domain.Bookings;

namespace EasyGig.Domain.Strikes;

/// <summary>A mark against the side that let the other down; given once, and never rewritten.</summary>
public sealed class Strike : Entity
{
    private Strike() { }

    internal Strike(Booking booking, Side owner, string reason, DateTimeOffset now) =>
        (Id, BookingId, ArtistId, VenueId, Reason, GivenAt) =
        (Guid.CreateVersion7(now), booking.Id, owner is Side.Artist ? booking.ArtistId : null, owner is Side.Venue ? booking.VenueId : null, reason, now);

    /// <summary>Whose it is; null when it is a venue's.</summary>
    public Guid? ArtistId { get; private set; }

    /// <summary>Whose it is; null when it is an artist's.</summary>
    public Guid? VenueId { get; private set; }
    public Guid BookingId { get; private set; }
    public DateTimeOffset GivenAt { get; private set; }

    /// <summary>What was said about it at the time.</summary>
    public string Reason { get; private set; } = "";
}
