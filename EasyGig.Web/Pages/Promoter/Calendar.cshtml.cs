using EasyGig.Domain;
using EasyGig.Domain.Groups;
using EasyGig.Domain.Slots;
using EasyGig.Web.Calendars;
using EasyGig.Web.Components;
using EasyGig.Web.Data;
using EasyGig.Web.Identity;
using EasyGig.Web.Localization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace EasyGig.Web.Pages.Promoter;

/// <summary>The calendar of a promoter's organisations: the bookings that they review, and what they put forward together.</summary>
public sealed class CalendarModel(EasyGigDb db, IStringLocalizer<Text> text, TimeProvider clock) : CalendarPage(text, clock)
{
    private readonly IStringLocalizer<Text> _text = text;

    protected override Task<string?> ZoneAsync(CancellationToken ct) =>
        db.PromoterZoneAsync(User.Id, ct);

    /// <remarks>A booking that came of a group and is reviewed by somebody else is not theirs to open: it leads to the group.</remarks>
    protected override async Task<IEnumerable<CalendarEntry>> EntriesAsync(CalendarRange range, CancellationToken ct)
    {
        var (me, begin, end) = (User.Id, range.Moments.Start, range.Moments.End);
        var pairs = db.GroupPairs.Where(pair => db.GroupsOf(me).Any(g => g.Id == pair.GroupId));
        var reviewed = await BookingEntry.Of(db, db.ReviewsOf(me), range).ToListAsync(ct);
        var others = db.Bookings.Where(b => pairs.Any(pair => pair.ApplicationId == b.ApplicationId) && !db.ReviewsOf(me).Any(own => own.Id == b.Id));
        var grouped = await BookingEntry.Of(db, others, range).ToListAsync(ct);
        var booked = grouped.Select(row => row.ApplicationId).ToList();
        var groups = await pairs.Where(pair => booked.Contains(pair.ApplicationId)).ToDictionaryAsync(pair => pair.ApplicationId, pair => Group(pair.GroupId), ct);
        var waiting = await (
            from pair in pairs
            join whole in db.Groups on pair.GroupId equals whole.Id
            join slot in db.Slots on pair.SlotId equals slot.Id
            join venue in db.Venues on slot.VenueId equals venue.Id
            join artist in db.Artists on pair.ArtistId equals artist.Id
            where whole.State == GroupState.Submitted && slot.Time.Start >= begin && slot.Time.Start < end
            select new Pair(whole.Id, slot.Time, artist.Profile.Name, venue.Profile.Name, venue.Profile.TimeZone, pair.AgreedAt != null)).ToListAsync(ct);
        return reviewed.Select(row => row.Say(_text)).Concat(grouped.Select(row => row.Say(_text, groups[row.ApplicationId]))).Concat(waiting.Select(Of)).Where(entry => range.Holds(entry.Date));
    }

    private CalendarEntry Of(Pair pair)
    {
        var window = LocalWindow.Of(pair.Time, TimeZoneInfo.FindSystemTimeZoneById(pair.TimeZone));
        return new()
        {
            Date = window.Date, Window = window, Where = pair.Venue, What = $"{pair.Artist}, {(pair.Agreed ? _text["the venue said yes"] : _text["the venue is asked"])}",
            Tone = StateLook.Of(GroupState.Submitted).Tone, Href = Group(pair.GroupId), IsFaint = true,
        };
    }

    private static string Group(Guid id) => $"/promoter/groups/{id}";

    /// <param name="Agreed">Whether its venue said yes.</param>
    private sealed record Pair(Guid GroupId, Period Time, string Artist, string Venue, string TimeZone, bool Agreed);
}
