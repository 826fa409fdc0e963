using EasyGig.Domain;
using EasyGig.Domain.Bookings;
using EasyGig.Domain.Invitations;
using EasyGig.Web.Data;
using EasyGig.Web.Strikes;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Web.Invitations;

/// <summary>Sends invitations and takes answers, each in turn with whoever wants the same stage or the same artist.</summary>
/// <remarks>Callers have looked up the slot or the invitation among the person's own; here nobody is asked who they are.</remarks>
public sealed class InvitationDesk(EasyGigDb db, StrikeDesk strikes, TimeProvider clock)
{
    /// <param name="artistSlug">As the artist's public address has it.</param>
    public async Task<Refusal?> SendAsync(Guid slotId, string artistSlug, string note, CancellationToken ct)
    {
        if (await db.Artists.Where(a => a.Slug == artistSlug).Select(a => (Guid?)a.Id).SingleOrDefaultAsync(ct) is not { } artistId) return InvitationRefusals.Unknown;
        var at = await db.Slots.Where(s => s.Id == slotId).Select(s => new { s.StageId, s.VenueId }).SingleAsync(ct);
        return await db.InTurnAsync([Turn.Stage(at.StageId), Turn.Artist(artistId), Turn.Venue(at.VenueId)], async () =>
        {
            if (await strikes.FrozenAsync(Side.Venue, at.VenueId, ct) is { } frozen) return frozen;
            if (await db.Applications.AnyAsync(a => a.SlotId == slotId && a.ArtistId == artistId, ct)) return InvitationRefusals.Applied;
            var (slot, artist) = (await db.Slots.SingleAsync(s => s.Id == slotId, ct), await db.Artists.SingleAsync(a => a.Id == artistId, ct));
            if (await db.Bookings.AnyAsync(b => b.ArtistId == artistId && b.State == BookingState.Confirmed && b.Time.Start < slot.Time.End && slot.Time.Start < b.Time.End, ct)) return InvitationRefusals.Busy;
            var (invitation, refusal) = Invitation.Send(slot, artist, note, clock.GetUtcNow());
            if (invitation is null) return refusal;
            db.Add(invitation);
            return await db.TrySaveAsync(ct);
        }, ct);
    }

    public async Task<Refusal?> DeclineAsync(Guid id, string? reason, CancellationToken ct)
    {
        var artist = await db.Invitations.Where(i => i.Id == id).Select(i => i.ArtistId).SingleAsync(ct);
        return await db.InTurnAsync([Turn.Artist(artist)], async () =>
            (await db.Invitations.SingleAsync(i => i.Id == id, ct)).Decline(reason) ?? await db.TrySaveAsync(ct), ct);
    }
}
