using EasyGig.Domain;
using EasyGig.Domain.Bookings;
using EasyGig.Domain.Messages;
using EasyGig.Web.Bookings;
using EasyGig.Web.Data;
using EasyGig.Web.Paging;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Web.Messages;

/// <summary>What the sides of a booking write to each other (R21).</summary>
/// <remarks>Callers have looked up the booking among the person's own.</remarks>
public sealed class Conversation(EasyGigDb db, TimeProvider clock)
{
    public async Task<Refusal?> SendAsync(BookingView view, Guid person, string text, CancellationToken ct)
    {
        var (message, refusal) = Message.Send(view.Booking, view.Party, person, text, clock.GetUtcNow());
        if (message is null) return refusal;
        db.Add(message);
        return await db.TrySaveAsync(ct);
    }

    /// <summary>A page of it, newest first.</summary>
    public Task<ListPage<MessageRow>> PageAsync(Guid booking, string? cursor, CancellationToken ct) => (
        from message in db.Messages
        join person in db.Users on message.PersonId equals person.Id
        where message.BookingId == booking
        select new MessageRow { Id = message.Id, Side = message.Side, PersonId = message.PersonId, Name = person.Name, Text = message.Text, SentAt = message.SentAt })
        .PageAsync(row => ValueTuple.Create(row.SentAt, row.Id), cursor, ct, descending: true);

    /// <returns>How many of these the person had not read yet.</returns>
    public async Task<int> MarkReadAsync(IEnumerable<MessageRow> rows, Guid person, CancellationToken ct)
    {
        Guid[] ids = [.. rows.Where(row => row.PersonId != person).Select(row => row.Id)];
        return ids.Length == 0 ? 0 : await db.Database.ExecuteSqlAsync($"INSERT INTO message_reads SELECT unnest({ids}), {person} ON CONFLICT DO NOTHING", ct);
    }
}

/// <summary>A message as those who may read it see it.</summary>
public sealed record MessageRow
{
    public required Guid Id { get; init; }
    public required Party Side { get; init; }
    public required Guid PersonId { get; init; }
    public required string Name { get; init; }
    public required string Text { get; init; }
    public required DateTimeOffset SentAt { get; init; }
}
