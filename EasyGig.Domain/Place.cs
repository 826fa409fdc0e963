namespace EasyGig.Domain;

/// <summary>Where something is, as the geography names it.</summary>
/// <param name="CityId">GeoNames id of the city.</param>
/// <param name="RegionCode">ISO 3166-2.</param>
/// <param name="CountryCode">ISO 3166-1 alpha-2.</param>
public sealed record Place(int CityId, string RegionCode, string CountryCode);
