namespace EasyGig.Domain.Artists;

/// <summary>In which order a director finds artists: the best fit first, the nearest, the cheapest, the best rated.</summary>
public enum ScoutSort { Fit, Distance, Fee, Rating }

/// <summary>What a director looks for among the artists, for one of the slots or around one of the venues.</summary>
public sealed record ScoutSearch
{
    /// <summary>Whom; distances are measured from the venue unless a city is named.</summary>
    public ArtistSearch Whom { get; init; } = new();

    /// <summary>The slot to be filled: its artists are free at that time, and their fit is shown.</summary>
    public Guid? Slot { get; init; }

    /// <summary>The venue, where no slot is chosen.</summary>
    public Guid? Venue { get; init; }

    /// <summary>Within so many km of the venue, or of the city that is named.</summary>
    public int? Km { get; init; }

    /// <summary>A day, on the venue's calendar, on which they are not booked.</summary>
    public DateOnly? Free { get; init; }

    /// <summary>The mean of their ratings, as it was given: so many stars or more.</summary>
    public int? Stars { get; init; }
    public ScoutSort Sort { get; init; }
}
