namespace EasyGig.Domain;

/// <summary>Where somebody looks. What is null does not narrow it down.</summary>
/// <param name="Country">ISO 3166-1 alpha-2.</param>
/// <param name="Region">ISO 3166-2.</param>
/// <param name="City">As it was typed.</param>
/// <param name="Km">Within this distance of the city instead of in it, 1 to <see cref="MaxKm"/>.</param>
public sealed record Whereabouts(string? Country = null, string? Region = null, string? City = null, int? Km = null)
{
    /// <summary>Farther than this nobody looks, km: half around the earth.</summary>
    public const int MaxKm = 20_000;

    public static readonly Whereabouts Anywhere = new();
}
