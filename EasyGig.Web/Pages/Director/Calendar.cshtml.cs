using System.Globalization;
using EasyGig.Web.Calendars;
using EasyGig.Web.Data;
using EasyGig.Web.Holds;
using EasyGig.Web.Identity;
using EasyGig.Web.Localization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace EasyGig.Web.Pages.Director;

/// <summary>The calendar of a director's stages: what is planned, who waits, and the weekends that are empty.</summary>
public sealed class CalendarModel(EasyGigDb db, HoldReader holds, IStringLocalizer<Text> text, TimeProvider clock) : CalendarPage(text, clock)
{
    private readonly DirectorEntries _entries = new(db, holds, text, clock.GetUtcNow());

    /// <summary>By id, each with its venue where there are several.</summary>
    public IReadOnlyList<(Guid Id, string Name)> Stages { get; private set; } = [];

    [BindProperty(SupportsGet = true, Name = "stage")] public string? Chosen { get; set; }

    /// <summary>The stage that is shown; null for all.</summary>
    public override Guid? Stage => Guid.TryParse(Chosen, out var id) && Stages.Any(s => s.Id == id) ? id : null;

    public override string? Begin => $"/director/slots/new{(Stage is { } stage ? $"?stage={stage}" : "")}";

    protected override async Task PrepareAsync(CancellationToken ct)
    {
        Stages = await db.StageNamesOfAsync(User.Id, ct);
        await base.PrepareAsync(ct);
    }

    protected override Task<string?> ZoneAsync(CancellationToken ct) => db.ZoneOfAsync(User.Id, ct);

    protected override Task<IEnumerable<CalendarEntry>> EntriesAsync(CalendarRange range, CancellationToken ct) => _entries.OfAsync(User.Id, range, Stages, Stage, ct);

    protected override CalendarDay Open(CalendarDay day) => day.Date < Today ? day : day with { New = NewOn(day.Date), Hold = HoldOn(day.Date) };

    private string NewOn(DateOnly date) => "/director/slots/new" + QueryString.Create(new Dictionary<string, string?>
    {
        ["date"] = date.ToString("O", CultureInfo.InvariantCulture), ["stage"] = Stage?.ToString(),
    }.Where(pair => pair.Value is not null));

    /// <summary>Where a day is held: of the one stage that is shown, or where one is chosen.</summary>
    private string HoldOn(DateOnly date) => (Stage ?? (Stages is [var only] ? only.Id : null)) is { } stage ? HoldFormat.Address(stage, date) : $"/director/holds?date={date.ToString("O", CultureInfo.InvariantCulture)}";
}

internal static class DirectorZone
{
    /// <summary>The IANA zone of this person's venues, by name the first's; null where there is none.</summary>
    public static Task<string?> ZoneOfAsync(this EasyGigDb db, Guid director, CancellationToken ct) =>
        db.VenuesOf(director).OrderBy(v => v.Profile.Name).Select(v => (string?)v.Profile.TimeZone).FirstOrDefaultAsync(ct);
}
