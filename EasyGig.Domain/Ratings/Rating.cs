using EasyGig.Domain.Bookings;
using EasyGig.Domain.Facts;

namespace EasyGig.Domain.Ratings;

/// <summary>What the artist thinks of the venue after the show, or the venue of the artist. It stays as it was given.</summary>
public sealed class Rating : Entity
{
    public const int Least = 1, Most = 5;

    private Rating() { }

    private Rating(Booking booking, Party side, Guid personId, int stars, string text, DateTimeOffset now)
    {
        (Id, BookingId, Side, PersonId) = (Guid.CreateVersion7(now), booking.Id, side, personId);
        (Stars, Text, GivenAt) = (stars, text, now);
        Record(new(FactKind.Rated, booking.SlotId, booking.ApplicationId, booking.Id) { From = side, Words = $"{stars}/{Most}\n{text}".TrimEnd() });
    }

    public Guid BookingId { get; private set; }

    /// <summary>Who gave it: the artist rates the venue, the venue the artist.</summary>
    public Party Side { get; private set; }
    public Guid PersonId { get; private set; }

    /// <summary><see cref="Least"/> to <see cref="Most"/>.</summary>
    public int Stars { get; private set; }

    /// <summary>May be empty.</summary>
    public string Text { get; private set; } = "";
    public DateTimeOffset GivenAt { get; private set; }

    /// <summary>The rating, or why there is none.</summary>
    public static (Rating? Rating, Refusal? Refusal) Give(Booking booking, Party side, Guid personId, int stars, string text, DateTimeOffset now) =>
        (side switch
        {
            Party.Promoter => RatingRefusals.Side,
            _ when !IsOpen(booking) => RatingRefusals.Played,
            _ when stars is < Least or > Most => RatingRefusals.Stars,
            _ => null,
        }) is { } refusal ? (null, refusal) : (new(booking, side, personId, stars, text, now), null);

    /// <summary>Whether the sides may rate each other: the show was played.</summary>
    public static bool IsOpen(Booking booking) => booking.State is BookingState.Played or BookingState.Settled;
}
