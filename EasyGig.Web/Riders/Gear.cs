using EasyGig.Domain.Riders;
using EasyGig.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Web.Riders;

/// <summary>What an artist needs, and what a house has.</summary>
/// <param name="Lines">Empty where one of the two says nothing.</param>
public sealed record Gear(string Rider, string Backline, IReadOnlyList<RiderLine> Lines)
{
    public bool IsCompared => Rider.Length > 0 && Backline.Length > 0;

    /// <summary>What the house lacks, or has too few of.</summary>
    public IReadOnlyList<RiderLine> Gaps => [.. Lines.Where(line => line.Cover is not Cover.Covered)];
}

internal static class Gears
{
    public static async Task<Gear> GearOfAsync(this EasyGigDb db, Guid artistId, Guid venueId, CancellationToken ct)
    {
        var rider = await db.Artists.Where(a => a.Id == artistId).Select(a => a.Profile.Rider).SingleAsync(ct);
        var backline = await db.Venues.Where(v => v.Id == venueId).Select(v => v.Profile.Backline).SingleAsync(ct);
        return new(rider, backline, rider.Length == 0 || backline.Length == 0 ? [] : RiderCheck.Compare(rider, backline));
    }
}
