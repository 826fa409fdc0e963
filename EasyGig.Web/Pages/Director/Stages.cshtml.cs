using System.Globalization;
using EasyGig.Web.Calendars;
using EasyGig.Web.Data;
using EasyGig.Web.Holds;
using EasyGig.Web.Identity;
using EasyGig.Web.Localization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace EasyGig.Web.Pages.Director;

/// <summary>A week of a director's stages side by side: a row for each day, a column for each stage.</summary>
public sealed class StagesModel(EasyGigDb db, HoldReader holds, IStringLocalizer<Text> text, TimeProvider clock) : PageModel
{
    private ILookup<(DateOnly, Guid?), CalendarEntry> _entries = null!;

    public CalendarRange Week { get; private set; }
    public DateOnly Today { get; private set; }

    /// <summary>By id, each with its venue where there are several.</summary>
    public IReadOnlyList<(Guid Id, string Name)> Stages { get; private set; } = [];

    /// <param name="week">A day of the week, as <c>yyyy-MM-dd</c>; left out, today.</param>
    public async Task OnGetAsync(string? week, CancellationToken ct)
    {
        Stages = await db.StageNamesOfAsync(User.Id, ct);
        var now = clock.GetUtcNow();
        var zone = await db.ZoneOfAsync(User.Id, ct) is { } id ? TimeZoneInfo.FindSystemTimeZoneById(id) : TimeZoneInfo.Utc;
        Today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime);
        Week = CalendarRange.OfWeek(CalendarRange.Day(week) ?? Today);
        var entries = await new DirectorEntries(db, holds, text, now).OfAsync(User.Id, Week, Stages, null, ct);
        _entries = entries.OrderBy(entry => entry.Window is null).ThenBy(entry => entry.Window?.From).ToLookup(entry => (entry.Date, entry.StageId));
    }

    /// <summary>What is on a stage on a day, by time; what is about the whole day comes last.</summary>
    public IReadOnlyList<CalendarEntry> On(DateOnly day, Guid stage) => [.. _entries[(day, stage)]];

    public bool IsEmpty(DateOnly day) => Stages.All(stage => On(day, stage.Id).Count == 0);

    /// <summary>The address of the week that is so many weeks away.</summary>
    public string Address(int weeks) => $"/director/calendar/stages?week={Week.From.AddDays(weeks * 7).ToString("O", CultureInfo.InvariantCulture)}";

    public static string New(DateOnly day, Guid stage) => $"/director/slots/new?date={day.ToString("O", CultureInfo.InvariantCulture)}&stage={stage}";
}
