using EasyGig.Domain.Applications;
using EasyGig.Domain.Bookings;
using EasyGig.Domain.Holds;
using EasyGig.Domain.Slots;
using EasyGig.Web.Applications;
using EasyGig.Web.Calendars;
using EasyGig.Web.Components;
using EasyGig.Web.Data;
using EasyGig.Web.Holds;
using EasyGig.Web.Identity;
using EasyGig.Web.Localization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace EasyGig.Web.Pages.Artist;

/// <summary>The calendar of an artist's people: what is booked, which dates are held, and what is still with the venues.</summary>
public sealed class CalendarModel(EasyGigDb db, IStringLocalizer<Text> text, TimeProvider clock) : CalendarPage(text, clock)
{
    private readonly IStringLocalizer<Text> _text = text;

    protected override Task<string?> ZoneAsync(CancellationToken ct) =>
        db.ArtistZoneAsync(User.Id, ct);

    protected override async Task<IEnumerable<CalendarEntry>> EntriesAsync(CalendarRange range, CancellationToken ct)
    {
        var (me, begin, end) = (User.Id, range.Moments.Start, range.Moments.End);
        var bookings = await BookingEntry.Of(db, db.Bookings.Where(b => db.ArtistsOf(me).Any(a => a.Id == b.ArtistId)), range).ToListAsync(ct);
        var sent = db.ApplicationsOf(me).Where(a => EF.Property<bool>(a, BookingConfiguration.IsLive) && a.State != ApplicationState.Accepted);
        var waiting = await db.RowsOf(sent).Where(row => row.Time.Start >= begin && row.Time.Start < end).AsNoTracking().ToListAsync(ct);
        var held = await db.ArtistHoldsOf(me).Where(h => h.Date >= range.From && h.Date < range.Until && (h.State == HoldState.Active || h.State == HoldState.Challenged)).AsNoTracking().ToListAsync(ct);
        return bookings.Select(row => row.Say(_text)).Concat(held.Select(Of)).Concat(waiting.Where(row => row.Time.Start > Now).Select(Of)).Where(entry => range.Holds(entry.Date));
    }

    private CalendarEntry Of(ArtistHold hold) => new()
    {
        Date = hold.Date, Where = hold.Venue, What = _text["{0}: your {1} hold", hold.Artist, HoldFormat.Rank(hold.Rank, _text)],
        Tone = StateLook.Of(hold.State).Tone, Href = $"/artist/holds#hold-{hold.Id}",
        Alert = hold.AnswerBy is { } until ? _text["answer by {0}", TimeFormat.Soon(until, hold.Zone)].Value : null,
    };

    private CalendarEntry Of(ApplicationRow row)
    {
        var window = LocalWindow.Of(row.Time, row.Zone);
        return new()
        {
            Date = window.Date, Window = window, Where = row.Venue, What = $"{row.Artist}, {_text[$"state.{StateLook.KeyOf(row.State)}"]}",
            Tone = StateLook.Of(row.State).Tone, Href = $"/artist/applications/{row.Id}", IsFaint = true,
        };
    }
}
