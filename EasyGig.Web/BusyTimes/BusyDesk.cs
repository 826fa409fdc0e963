using EasyGig.Domain;
using EasyGig.Domain.BusyTimes;
using EasyGig.Web.Data;
using EasyGig.Web.Hosting;
using EasyGig.Web.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace EasyGig.Web.BusyTimes;

/// <summary>Keeps when artists cannot play. Callers have looked up the artist among the person's own.</summary>
public sealed class BusyDesk(EasyGigDb db, IOptions<MailSettings> settings, TimeProvider clock)
{
    /// <summary>So far ahead events are repeated.</summary>
    private const int Ahead = 731;

    /// <summary>Takes over what a calendar says from now on, in the place of what came from it before.</summary>
    /// <param name="fileName">What the calendar is called where it does not say so itself.</param>
    /// <returns>How many times it has and how many of its events were not understood, by why; or why nothing was changed.</returns>
    internal async Task<(int Times, IReadOnlyDictionary<Unread, int> Unread, Refusal? Refusal)> ImportAsync(Guid artist, string text, string fileName, TimeZoneInfo home, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var (busy, refused) = IcsReader.Read(text, home, new(now, now.AddDays(Ahead)), settings.Value.Sender.Host);
        if (busy is null) return (0, new Dictionary<Unread, int>(), refused);
        if (busy.Times.Count == 0) return (0, busy.Unread, BusyRefusals.Nothing);
        var source = CleanText.Clean(busy.Name ?? "").Trim() is { Length: > 0 } name ? name : fileName;
        source = (source.Length > 0 ? source : "calendar.ics").Cut(BusyTime.SourceLength);
        var refusal = await db.InTurnAsync([Turn.Artist(artist)], async () =>
        {
            await db.BusyTimes.Where(b => b.ArtistId == artist && b.Source == source).ExecuteDeleteAsync(ct);
            if (await db.BusyTimes.CountAsync(b => b.ArtistId == artist, ct) + busy.Times.Count > BusyTime.Most) return BusyRefusals.TooMany.About(BusyTime.Most);
            db.AddRange(busy.Times.Select(time => new BusyTime(artist, time.Time, source, CleanText.Clean(time.Uid))));
            return await db.TrySaveAsync(ct);
        }, ct);
        return (busy.Times.Count, busy.Unread, refusal);
    }

    public Task<Refusal?> AddAsync(Guid artist, Period time, CancellationToken ct) => db.InTurnAsync([Turn.Artist(artist)], async () =>
    {
        if (time.End <= clock.GetUtcNow()) return BusyRefusals.Over;
        if (time.End - time.Start > TimeSpan.FromDays(367)) return BusyRefusals.TooLong;
        if (await db.BusyTimes.CountAsync(b => b.ArtistId == artist, ct) >= BusyTime.Most) return BusyRefusals.TooMany.About(BusyTime.Most) with { Field = "To" };
        db.Add(new BusyTime(artist, time, "", ""));
        return await db.TrySaveAsync(ct);
    }, ct);

    public Task<int> DeleteAsync(Guid artist, Guid busy, CancellationToken ct) => db.BusyTimes.Where(b => b.ArtistId == artist && b.Id == busy).ExecuteDeleteAsync(ct);

    public Task<int> DeleteAsync(Guid artist, string source, CancellationToken ct) => db.BusyTimes.Where(b => b.ArtistId == artist && b.Source == source).ExecuteDeleteAsync(ct);
}
