using System.Globalization;
using EasyGig.Web.Calendars;
using EasyGig.Web.Localization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace EasyGig.Web.Pages;

/// <summary>Somebody's calendar: a month in whole weeks from Monday, and any days of it as events for the script that draws it.</summary>
public abstract class CalendarPage(IStringLocalizer<Text> text, TimeProvider clock) : PageModel
{
    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    /// <summary>The month's first day.</summary>
    public DateOnly Month { get; private set; }
    public DateOnly Today { get; private set; }
    public IReadOnlyList<CalendarDay[]> Weeks { get; private set; } = [];

    /// <summary>Whether the reader wants the month as the page has it, with no script that draws another.</summary>
    public bool Plain { get; private set; }

    public string Name => Month.ToString("MMMM yyyy", CultureInfo.CurrentCulture);

    /// <summary>Whether a phone, which shows only the days that hold something, would show nothing.</summary>
    public bool IsEmpty => Weeks.All(week => week.All(day => day.Kind is "month-out" or ""));

    /// <summary>Where a click on a day begins something; null where it does not.</summary>
    public virtual string? Begin => null;

    public virtual Guid? Stage => null;

    public async Task OnGetAsync(string? month, bool plain, CancellationToken ct)
    {
        await PrepareAsync(ct);
        Month = CalendarRange.Month(month) ?? new(Today.Year, Today.Month, 1);
        Plain = plain;
        Weeks = [.. (await DaysAsync(CalendarRange.OfMonth(Month), day => day.Year == Month.Year && day.Month == Month.Month, ct)).Chunk(7)];
    }

    /// <summary>What is on the days from <paramref name="start"/> to before <paramref name="end"/>, as <c>yyyy-MM-dd</c>.</summary>
    public async Task<IActionResult> OnGetEventsAsync(string? start, string? end, CancellationToken ct)
    {
        if (CalendarRange.Read(start, end) is not { } range) return new JsonResult(Array.Empty<CalendarEvent>()) { StatusCode = StatusCodes.Status400BadRequest };
        await PrepareAsync(ct);
        var days = await DaysAsync(range, _ => true, ct);
        return new JsonResult(days.SelectMany(day => day.IsGap ? [CalendarEvent.Free(day, text["Publish a slot"])] : day.Entries.Select(CalendarEvent.Of)));
    }

    /// <summary>The address of a month, with the same stage.</summary>
    public string Address(DateOnly month, bool? plain = null) => Request.Path + QueryString.Create(new Dictionary<string, string?>
    {
        ["month"] = month.ToString("yyyy-MM", CultureInfo.InvariantCulture), ["stage"] = Stage?.ToString(), ["plain"] = plain ?? Plain ? "true" : null,
    }.Where(pair => pair.Value is not null));

    /// <summary>The address of the events, to which the days are added.</summary>
    public string Events => $"{Request.Path}?handler=Events{(Stage is { } stage ? $"&stage={stage}" : "")}";

    /// <summary>All that is on these days; what is on others is left out again.</summary>
    protected abstract Task<IEnumerable<CalendarEntry>> EntriesAsync(CalendarRange range, CancellationToken ct);

    /// <summary>By whose clocks the person lives, as an IANA zone; null where that is not known.</summary>
    protected abstract Task<string?> ZoneAsync(CancellationToken ct);

    /// <summary>A day with the addresses at which something is begun on it.</summary>
    protected virtual CalendarDay Open(CalendarDay day) => day;

    protected virtual async Task PrepareAsync(CancellationToken ct)
    {
        var zone = await ZoneAsync(ct);
        Today = DateOnly.FromDateTime(zone is null ? Now.UtcDateTime : TimeZoneInfo.ConvertTime(Now, TimeZoneInfo.FindSystemTimeZoneById(zone)).DateTime);
    }

    private async Task<IEnumerable<CalendarDay>> DaysAsync(CalendarRange range, Func<DateOnly, bool> inMonth, CancellationToken ct)
    {
        var entries = (await EntriesAsync(range, ct)).ToLookup(entry => entry.Date);
        return range.Days.Select(date => Open(new(date, inMonth(date), date == Today, [.. entries[date].OrderBy(entry => entry.Window is null).ThenBy(entry => entry.Window?.From)])));
    }
}
