using System.Globalization;
using EasyGig.Domain.Slots;
using EasyGig.Web.Data;
using EasyGig.Web.Holds;
using EasyGig.Web.Identity;
using EasyGig.Web.Localization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Web.Pages.Director;

/// <summary>A month of a director's stages, in whole weeks from Monday.</summary>
public sealed class CalendarModel(EasyGigDb db, HoldReader holds, TimeProvider clock) : PageModel
{
    private static readonly DateOnly Earliest = new(2000, 1, 1), Latest = new(2199, 12, 1);

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    /// <summary>The month's first day.</summary>
    public DateOnly Month { get; private set; }

    /// <summary>By id, each with its venue where there are several.</summary>
    public IReadOnlyList<(Guid Id, string Name)> Stages { get; private set; } = [];

    /// <summary>The stage that is shown; null for all.</summary>
    public Guid? Stage { get; private set; }

    public IReadOnlyList<CalendarDay[]> Weeks { get; private set; } = [];

    public async Task OnGetAsync(string? month, string? stage, CancellationToken ct)
    {
        Stages = await db.StageNamesOfAsync(User.Id, ct);
        if (Guid.TryParse(stage, out var id) && Stages.Any(s => s.Id == id)) Stage = id;
        var today = await TodayAsync(ct);
        Month = Read(month) ?? new(today.Year, today.Month, 1);
        var first = Month.AddDays(-((int)Month.DayOfWeek + 6) % 7);
        var days = (Month.AddMonths(1).DayNumber - first.DayNumber + 6) / 7 * 7;
        var entries = (await EntriesAsync(first, days, ct)).ToLookup(entry => entry.Date);
        var held = (await holds.StacksAsync(User.Id, first, first.AddDays(days), Stage, ct)).ToLookup(stack => stack.Date);
        Weeks = [.. Enumerable.Range(0, days).Select(first.AddDays)
            .Select(date => new CalendarDay(date, date.Month == Month.Month, today, [.. entries[date].OrderBy(entry => entry.Slot.Time.Start)], [.. held[date]])).Chunk(7)];
    }

    public string NameOf(Guid stage) => Stages.First(own => own.Id == stage).Name;

    /// <summary>Whether a phone, which shows only the days that hold something, would show nothing.</summary>
    public bool IsEmpty => Weeks.All(week => week.All(day => !day.InMonth || !day.HoldsSomething && !day.IsGap));

    /// <summary>The address of another month, with the same stage.</summary>
    public string Address(DateOnly month) => "/director/calendar" + QueryString.Create(new Dictionary<string, string?>
    {
        ["month"] = month.ToString("yyyy-MM", CultureInfo.InvariantCulture), ["stage"] = Stage?.ToString(),
    }.Where(pair => pair.Value is not null));

    /// <summary>The address that begins a slot on a day.</summary>
    public string NewSlot(DateOnly date) => "/director/slots/new" + QueryString.Create(new Dictionary<string, string?>
    {
        ["date"] = date.ToString("O", CultureInfo.InvariantCulture), ["stage"] = Stage?.ToString(),
    }.Where(pair => pair.Value is not null));

    /// <summary>The address at which a day is held: of the one stage that is shown, or where one is chosen.</summary>
    public string HoldOn(DateOnly date) => (Stage ?? (Stages is [var only] ? only.Id : null)) is { } stage ? HoldFormat.Address(stage, date) : $"/director/holds?date={date.ToString("O", CultureInfo.InvariantCulture)}";

    private async Task<List<CalendarEntry>> EntriesAsync(DateOnly first, int days, CancellationToken ct)
    {
        // a day more at both ends: which day a slot is on depends on its venue's zone
        var begin = new DateTimeOffset(first.AddDays(-1), default, TimeSpan.Zero);
        var end = begin.AddDays(days + 2);
        return await (
            from slot in db.SlotTitlesOf(User.Id)
            from booking in db.Bookings.Where(b => b.SlotId == slot.Id && EF.Property<bool>(b, BookingConfiguration.IsActive)).DefaultIfEmpty()
            from artist in db.Artists.Where(a => a.Id == booking.ArtistId).DefaultIfEmpty()
            where slot.Time.Start >= begin && slot.Time.Start < end && slot.State != SlotState.Cancelled && (Stage == null || slot.StageId == Stage)
            select new CalendarEntry(
                slot, db.Applications.Count(a => a.SlotId == slot.Id && EF.Property<bool>(a, BookingConfiguration.IsLive)), artist.Profile.Name, booking.State)).ToListAsync(ct);
    }

    private async Task<DateOnly> TodayAsync(CancellationToken ct)
    {
        var zone = await db.VenuesOf(User.Id).OrderBy(v => v.Profile.Name).Select(v => v.Profile.TimeZone).FirstOrDefaultAsync(ct);
        return DateOnly.FromDateTime(zone is null ? Now.UtcDateTime : TimeZoneInfo.ConvertTime(Now, TimeZoneInfo.FindSystemTimeZoneById(zone)).DateTime);
    }

    private static DateOnly? Read(string? month) =>
        DateOnly.TryParseExact($"{month}-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first) && first >= Earliest && first <= Latest ? first : null;
}
