using EasyGig.Domain;
using EasyGig.Domain.Strikes;
using EasyGig.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Web.Strikes;

/// <summary>One strike as its owner, or an admin, reads it.</summary>
public sealed record StrikeRow
{
    public required Guid Id { get; init; }
    public required StrikeKind Kind { get; init; }
    public required Guid OwnerId { get; init; }

    /// <summary>Whose it is; and the artist who was booked, and the venue, of the evening that it is about.</summary>
    public required string Name { get; init; }
    public required string? Artist { get; init; }
    public required string Venue { get; init; }
    public required Guid SlotId { get; init; }
    public required Guid? BookingId { get; init; }
    public required DateTimeOffset Start { get; init; }
    public required string TimeZone { get; init; }
    public required string Reason { get; init; }
    public required DateTimeOffset GivenAt { get; init; }
    public required DateTimeOffset LapsesAt { get; init; }
    public required DateTimeOffset? FrozenUntil { get; init; }
    public required DateTimeOffset? LiftedAt { get; init; }
    public required string? LiftedReason { get; init; }

    public TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(TimeZone);

    /// <inheritdoc cref="Strike.StateAt"/>
    public StrikeState StateAt(DateTimeOffset now) => LiftedAt is not null ? StrikeState.Lifted : LapsesAt <= now ? StrikeState.Lapsed : StrikeState.Standing;
}

/// <summary>All about the strikes of one artist or venue.</summary>
/// <param name="Zone">In which times about it are said: the venue's, or that of the evening of the latest strike.</param>
public sealed record StrikeBoard(Side Side, string Name, Standing Standing, IReadOnlyList<StrikeRow> Rows, TimeZoneInfo Zone);

/// <summary>Reads strikes for those whose they are.</summary>
public sealed class StrikeReader(EasyGigDb db, TimeProvider clock)
{
    /// <summary>The person's own artists, or venues, each with all strikes that it ever got, newest first.</summary>
    public async Task<IReadOnlyList<StrikeBoard>> OfAsync(Guid person, Side side, CancellationToken ct)
    {
        var owners = side is Side.Artist
            ? await db.ArtistsOf(person).OrderBy(a => a.Profile.Name).Select(a => new { a.Id, a.Profile.Name }).ToListAsync(ct)
            : await db.VenuesOf(person).OrderBy(v => v.Profile.Name).Select(v => new { v.Id, v.Profile.Name }).ToListAsync(ct);
        var ids = owners.Select(owner => (Guid?)owner.Id).ToArray();
        var mine = side is Side.Artist ? db.Strikes.AsNoTracking().Where(s => ids.Contains(s.ArtistId)) : db.Strikes.AsNoTracking().Where(s => ids.Contains(s.VenueId));
        var strikes = (await mine.ToListAsync(ct)).ToLookup(s => s.ArtistId ?? s.VenueId);
        var rows = (await db.StrikeRowsOf(mine).OrderByDescending(row => row.GivenAt).ThenBy(row => row.Id).ToListAsync(ct)).ToLookup(row => row.OwnerId);
        return [.. owners.Select(owner => new StrikeBoard(side, owner.Name, Standing.Of(strikes[owner.Id], clock.GetUtcNow()), [.. rows[owner.Id]], rows[owner.Id].FirstOrDefault()?.Zone ?? TimeZoneInfo.Utc))];
    }

    /// <summary>Those of the person's artists, or venues, that are warned or frozen.</summary>
    public async Task<IReadOnlyList<StrikeBoard>> InTroubleAsync(Guid person, Side side, CancellationToken ct)
    {
        return await db.StrikesOf(person).AnyAsync(s => s.LiftedAt == null, ct) ? [.. (await OfAsync(person, side, ct)).Where(board => board.Standing.IsWarned || board.Standing.FrozenUntil is not null)] : [];
    }
}

internal static class StrikeRows
{
    public static IQueryable<StrikeRow> StrikeRowsOf(this EasyGigDb db, IQueryable<Strike> strikes) =>
        from strike in strikes
        join slot in db.Slots on strike.SlotId equals slot.Id
        join venue in db.Venues on slot.VenueId equals venue.Id
        from booking in db.Bookings.Where(b => b.Id == strike.BookingId).DefaultIfEmpty()
        from artist in db.Artists.Where(a => a.Id == booking.ArtistId).DefaultIfEmpty()
        select new StrikeRow
        {
            Id = strike.Id, Kind = strike.Kind, OwnerId = (strike.ArtistId ?? strike.VenueId)!.Value, Name = strike.ArtistId != null ? artist.Profile.Name : venue.Profile.Name,
            Artist = artist.Profile.Name, Venue = venue.Profile.Name, SlotId = slot.Id, BookingId = strike.BookingId, Start = slot.Time.Start, TimeZone = venue.Profile.TimeZone,
            Reason = strike.Reason, GivenAt = strike.GivenAt, LapsesAt = strike.LapsesAt, FrozenUntil = strike.FrozenUntil, LiftedAt = strike.LiftedAt, LiftedReason = strike.LiftedReason,
        };
}
