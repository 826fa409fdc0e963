namespace EasyGig.Domain.Venues;

/// <summary>What a venue says about itself.</summary>
public sealed record VenueProfile
{
    public required string Name { get; init; }
    public required string About { get; init; }
    public required string Address { get; init; }
    public required Place Place { get; init; }

    /// <summary>WGS 84, degrees.</summary>
    public required double Latitude { get; init; }

    /// <summary>WGS 84, degrees.</summary>
    public required double Longitude { get; init; }

    /// <summary>IANA name; every time of the venue is entered and shown in it.</summary>
    public required string TimeZone { get; init; }

    /// <summary>ISO 4217; what the venue pays in.</summary>
    public required string Currency { get; init; }

    /// <summary>What stands on the stages for everybody: drums, amplifiers, piano.</summary>
    public required string Backline { get; init; }

    /// <summary>Photos: up to 8 http(s) addresses.</summary>
    public required IReadOnlyList<string> Photos { get; init; }
}
