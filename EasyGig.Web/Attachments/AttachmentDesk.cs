using EasyGig.Domain;
using EasyGig.Domain.Attachments;
using EasyGig.Domain.Bookings;
using EasyGig.Domain.Files;
using EasyGig.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Web.Attachments;

/// <summary>A file of a booking as its page lists it.</summary>
/// <param name="Size">Octets.</param>
public sealed record AttachmentLine(Guid Id, Party Side, AttachmentKind Kind, string Name, int Size, DateTimeOffset UploadedAt);

/// <summary>Keeps what the sides of a booking give each other.</summary>
/// <remarks>Callers have looked up the booking among the person's own; here nobody is asked who they are.</remarks>
public sealed class AttachmentDesk(EasyGigDb db, TimeProvider clock)
{
    /// <summary>What there is, the oldest first.</summary>
    public Task<List<AttachmentLine>> ListAsync(Guid bookingId, CancellationToken ct) => db.Attachments.Where(a => a.BookingId == bookingId)
        .OrderBy(a => a.UploadedAt).ThenBy(a => a.Id).Select(a => new AttachmentLine(a.Id, a.Side, a.Kind, a.Name, a.Bytes.Length, a.UploadedAt)).ToListAsync(ct);

    /// <summary>Adds a file and tells the other sides. How many there may be is the database's to say: the next one finds no place.</summary>
    /// <param name="name">As its sender calls it.</param>
    public Task<Refusal?> AddAsync(Guid bookingId, Party side, AttachmentKind kind, CleanFile file, string name, CancellationToken ct) =>
        db.InTurnAsync([Turn.Day(bookingId)], async () =>
        {
            var booking = await db.HeldAsync(bookingId, ct);
            var taken = await db.Attachments.Where(a => a.BookingId == bookingId).Select(a => a.Place).ToListAsync(ct);
            var free = Enumerable.Range(0, Attachment.Most).Except(taken).FirstOrDefault(Attachment.Most);
            var (attachment, refusal) = Attachment.Give(booking, side, kind, file, name, free, clock.GetUtcNow());
            if (attachment is null) return refusal;
            db.Add(attachment);
            return await db.TrySaveAsync(ct);
        }, ct);

    /// <summary>Takes away a file of a booking that stands.</summary>
    public Task<Refusal?> RemoveAsync(Guid bookingId, Guid id, CancellationToken ct) =>
        db.InTurnAsync([Turn.Day(bookingId)], async () =>
        {
            if (!(await db.HeldAsync(bookingId, ct)).Stands) return AttachmentRefusals.Over;
            await db.Attachments.Where(a => a.Id == id && a.BookingId == bookingId).ExecuteDeleteAsync(ct);
            return null;
        }, ct);
}
