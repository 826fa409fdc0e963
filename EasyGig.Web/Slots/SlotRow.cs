using System.Collections;
using EasyGig.Domain;
using EasyGig.Domain.Artists;
using EasyGig.Domain.Deals;
using EasyGig.Domain.Genres;
using EasyGig.Domain.Slots;
using EasyGig.Web.Data;
using Npgsql;

namespace EasyGig.Web.Slots;

/// <summary>An open slot as a search finds it: what a list shows, and what its order and its fit are computed from.</summary>
internal sealed record SlotRow(
    Guid Id, Period Time, SlotTerms Terms, Coordinates Spot, Guid VenueId, string Venue, string TimeZone, string Stage, string City, string Province)
{
    /// <summary>The distance by which the list is sorted, in the database's own measure.</summary>
    public double Away { get; init; }

    /// <summary>Completes the statement whose keys these are: only the rows that are shown are looked up and joined.</summary>
    public static SqlText Select(SqlText sql, SlotKeys keys) => sql.Add($"""
        SELECT s.id, s.starts_at, s.ends_at, s.min_fee, s.max_fee, s.currency, s.negotiable, s.genres, s.category, s.latitude, s.longitude,
               v.id, v.name, v.time_zone, g.name, c.name, c.province, s.deal_kind, s.share, k.*
        FROM ({keys.Text}) k JOIN slots s ON s.id = k.id JOIN venues v ON v.id = s.venue_id JOIN stages g ON g.id = s.stage_id JOIN cities c ON c.id = s.city_id
        ORDER BY {keys.Order}
        """);

    /// <param name="withDistance">Whether the keys are those of the nearest slots.</param>
    public static SlotRow Read(NpgsqlDataReader row, bool withDistance) => new(
        row.GetGuid(0), new(row.GetFieldValue<DateTimeOffset>(1), row.GetFieldValue<DateTimeOffset>(2)),
        new()
        {
            MinFee = row.GetDecimal(3), MaxFee = row.GetDecimal(4), Currency = row.GetString(5), Negotiable = row.GetBoolean(6),
            Genres = GenreSetConverter.FromBits((BitArray)row.GetValue(7)), Category = row.IsDBNull(8) ? null : Word.Read<Category>(row.GetString(8)), Notes = "",
            Deal = new() { Kind = Word.Read<DealKind>(row.GetString(17))!.Value, Share = row.IsDBNull(18) ? null : row.GetDecimal(18) },
        },
        new(row.GetFloat(9), row.GetFloat(10)), row.GetGuid(11), row.GetString(12), row.GetString(13), row.GetString(14), row.GetString(15), row.GetString(16))
    {
        Away = withDistance ? row.GetDouble(row.GetOrdinal("away")) : 0,
    };
}
