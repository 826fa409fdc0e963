using EasyGig.Domain;
using EasyGig.Web.Data;

namespace EasyGig.Web.Places;

/// <summary>Whereabouts whose words are looked up.</summary>
/// <param name="Cities">Cities of the name that was typed; an empty list finds nothing, null narrows nothing down.</param>
/// <param name="Centre">From where distances are measured; null when there is no such place.</param>
internal sealed record PlaceQuestion(Whereabouts Where, IReadOnlyList<int>? Cities, Coordinates? Centre)
{
    public static readonly PlaceQuestion Anywhere = new(Whereabouts.Anywhere, null, null);

    /// <summary>Adds what every row that is found must fulfil.</summary>
    /// <param name="row">The table that names the place.</param>
    /// <param name="spot">The table that holds its <c>latitude</c> and <c>longitude</c>.</param>
    public void AddConditions(SqlText sql, SqlText row, SqlText spot)
    {
        if (Where.Country is { } country) sql.Add($" AND {row}.country_code = {country}::bpchar");
        if (Where.Region is { } region) sql.Add($" AND {row}.region_code = {region}");
        if (Cities is null) return;
        if (Where.Km is { } km && Centre is var (latitude, longitude))
        {
            // the band of latitudes is cheap to compare and leaves little for the exact distance
            var band = km / 111.0 + 0.1;
            sql.Add($" AND {spot}.latitude BETWEEN {latitude - band} AND {latitude + band} AND km_between({spot}.latitude, {spot}.longitude, {latitude}, {longitude}) <= {(double)km}");
        }
        else if (Cities is [var one]) sql.Add($" AND {row}.city_id = {one}");
        else sql.Add($" AND {row}.city_id = ANY({Cities.ToArray()})");
    }
}
