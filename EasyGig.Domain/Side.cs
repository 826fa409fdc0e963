namespace EasyGig.Domain;

/// <summary>The two that negotiate, and that a booking binds.</summary>
public enum Side { Artist, Venue }

public static class Sides
{
    public static Side Other(this Side side) => side is Side.Artist ? Side.Venue : Side.Artist;
}
