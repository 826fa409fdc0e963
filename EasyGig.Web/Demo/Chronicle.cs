using EasyGig.Domain.Facts;
using EasyGig.Domain.Mails;
using EasyGig.Web.Data;
using EasyGig.Web.Facts;

namespace EasyGig.Web.Demo;

/// <summary>Keeps what happened until everything is saved, and then writes it down in order of time: into the audit trail
/// alone, or with the mails and notices that it caused.</summary>
internal sealed class Chronicle(EasyGigDb db, FactLetters letters, DateTimeOffset now)
{
    private static readonly TimeSpan SentAfter = TimeSpan.FromDays(1), ReadAfter = TimeSpan.FromDays(3);

    private readonly List<Entry> _entries = [];
    private readonly List<OutgoingMail> _mails = [];
    private readonly List<Notice> _notices = [];

    public void Note(DateTimeOffset at, Guid by, bool told, IReadOnlyList<Fact> facts) => _entries.Add(new(at, by, told, facts));

    public async Task WriteAsync(CancellationToken ct)
    {
        var venues = db.Slots.Local.Select(slot => (slot.Id, slot.VenueId)).Concat(db.Holds.Local.Select(hold => (hold.Id, hold.VenueId))).ToDictionary();
        var artists = db.Applications.Local.ToDictionary(application => application.Id, application => application.ArtistId);
        db.ChangeTracker.Clear();
        foreach (var entry in _entries.Where(entry => entry.Facts.Count > 0).OrderBy(entry => entry.At))
            if (entry.Told) await TellAsync(entry, ct);
            else db.Audit.AddRange(entry.Facts.Select(fact => Line(entry, fact, venues, artists)));
        await db.SaveChangesAsync(ct);
        await AgeAsync(ct);
    }

    private async Task TellAsync(Entry entry, CancellationToken ct)
    {
        await new Telling(new() { PersonId = entry.By }, letters, new Stopped(entry.At)).TellAsync(db, entry.Facts, ct);
        _mails.AddRange(db.Mails.Local);
        _notices.AddRange(db.Notices.Local);
        db.ChangeTracker.Clear(); // each save looks through all that is tracked
    }

    /// <summary>Older mails went out, the oldest to a mailbox that was full, and older notices were read.</summary>
    private async Task AgeAsync(CancellationToken ct)
    {
        var (sent, read) = (_mails.FindAll(mail => mail.CreatedAt < now - SentAfter), _notices.FindAll(notice => notice.CreatedAt < now - ReadAfter));
        db.AttachRange([.. sent, .. read]);
        foreach (var notice in read) notice.ReadAt = notice.CreatedAt.AddHours(5);
        foreach (var mail in sent) mail.Claim(mail.CreatedAt);
        await db.SaveChangesAsync(ct);
        foreach (var mail in sent.Skip(1)) mail.Sent(mail.CreatedAt.AddSeconds(2));
        sent[0].GiveUp("552 5.2.2 The mailbox is full");
        await db.SaveChangesAsync(ct);
    }

    private static AuditEntry Line(Entry entry, Fact fact, Dictionary<Guid, Guid> venues, Dictionary<Guid, Guid> artists) => new()
    {
        At = entry.At,
        PersonId = entry.By,
        Side = fact.From,
        Fact = fact.Kind,
        VenueId = fact.About is { } about ? venues[about] : null,
        ArtistId = fact.ApplicationId is { } application ? artists[application] : fact.ArtistId,
        SlotId = fact.SlotId,
        ApplicationId = fact.ApplicationId,
        BookingId = fact.BookingId,
        HoldId = fact.HoldId,
        Reason = fact.Reason,
    };

    private sealed record Entry(DateTimeOffset At, Guid By, bool Told, IReadOnlyList<Fact> Facts);

    /// <summary>A clock that stands at the time of a deed.</summary>
    private sealed class Stopped(DateTimeOffset at) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => at;
    }
}
