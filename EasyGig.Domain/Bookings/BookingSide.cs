namespace EasyGig.Domain.Bookings;

/// <summary>One of the two who agree on a booking.</summary>
public enum BookingSide { Artist, Venue }

public static class BookingSides
{
    public static BookingSide Other(this BookingSide side) => side is BookingSide.Artist ? BookingSide.Venue : BookingSide.Artist;
}
