namespace EasyGig.Domain;

/// <summary>A point on the earth, in degrees (WGS 84).</summary>
public readonly record struct Coordinates(double Latitude, double Longitude)
{
    /// <summary>The earth's mean radius, km (IUGG).</summary>
    public const double EarthRadius = 6371.0088;

    /// <summary>The way over the surface, km, between two points of the unit sphere whose straight distance is this.</summary>
    public static double KmOfChord(double chord) => 2 * EarthRadius * Math.Asin(Math.Min(1, chord / 2));

    /// <summary>Distance over the surface of a sphere, km (haversine formula).</summary>
    public double KmTo(Coordinates other)
    {
        var (a, b) = (double.DegreesToRadians(Latitude), double.DegreesToRadians(other.Latitude));
        var across = Math.Pow(Math.Sin((b - a) / 2), 2)
            + Math.Cos(a) * Math.Cos(b) * Math.Pow(Math.Sin(double.DegreesToRadians(other.Longitude - Longitude) / 2), 2);
        return 2 * EarthRadius * Math.Asin(Math.Min(1, Math.Sqrt(across)));
    }
}
