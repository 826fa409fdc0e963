using System.ComponentModel.DataAnnotations;
using System.Text;
using EasyGig.Domain;
using EasyGig.Domain.BusyTimes;
using EasyGig.Web.BusyTimes;
using EasyGig.Web.Data;
using EasyGig.Web.Files;
using EasyGig.Web.Hosting;
using EasyGig.Web.Identity;
using EasyGig.Web.Localization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace EasyGig.Web.Pages.Artist;

/// <summary>When an artist cannot play: typed, or out of a calendar file. For its members alone.</summary>
[Uploads]
public sealed class BusyModel(EasyGigDb db, BusyDesk desk, TimeProvider clock, IStringLocalizer<Text> text) : PageModel
{
    private const int LargestFile = 1 << 20, Shown = 100;

    [BindProperty] public BusyInput Input { get; set; } = new();

    public IReadOnlyList<(Guid Id, string Name, string Zone)> Artists { get; private set; } = [];

    /// <summary>The one whose times are shown; the first where none is chosen.</summary>
    public (Guid Id, string Name, string Zone) Artist { get; private set; }

    /// <summary>Those to come, the next first; calendars that are long are cut off.</summary>
    public IReadOnlyList<BusyTime> Times { get; private set; } = [];

    /// <summary>How many each calendar brought.</summary>
    public IReadOnlyList<(string Name, int Count)> Sources { get; private set; } = [];

    public TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(Artist.Zone);

    public async Task<IActionResult> OnGetAsync(Guid? artist, bool tooMuch, CancellationToken ct)
    {
        if (!await FindAsync(artist, ct)) return NotFound();
        if (tooMuch) ModelState.AddModelError("Input.Calendar", text.Say(BusyRefusals.Size));
        return Page();
    }

    public Task<IActionResult> OnPostImportAsync(Guid artist, CancellationToken ct) => ActAsync(artist, async () =>
    {
        if (Input.Calendar is not { } file) return (null, BusyRefusals.NoFile);
        if (file.Length > LargestFile) return (null, BusyRefusals.Size);
        using var reader = new StreamReader(file.OpenReadStream(), Encoding.UTF8);
        var (times, unread, refusal) = await desk.ImportAsync(Artist.Id, await reader.ReadToEndAsync(ct), CleanText.Clean(Path.GetFileName(file.FileName)), Zone, ct);
        return (string.Join(' ', [text["{0} busy times are taken over.", times].Value, .. unread.Select(why => text[$"busy_unread_{Word.Of(why.Key)}", why.Value].Value)]), refusal);
    }, ct);

    public Task<IActionResult> OnPostAddAsync(Guid artist, CancellationToken ct) => ActAsync(artist, async () =>
    {
        if (Input.From is not { } from || Input.To is not { } to) return (null, BusyRefusals.Order);
        if (BeyondReckoning(from, to) is { } far) return (null, far);
        var (start, end) = (new IcsTime(from, Zone, false).Moment, new IcsTime(to, Zone, false).Moment);
        return (text["The busy time is noted."], start < end ? await desk.AddAsync(Artist.Id, new(start, end), ct) : BusyRefusals.Order);
    }, ct);

    public Task<IActionResult> OnPostDeleteAsync(Guid artist, Guid id, CancellationToken ct) => ActAsync(artist, async () =>
        (text["The busy time is deleted."], await desk.DeleteAsync(Artist.Id, id, ct) > 0 ? null : Refusal.Stale), ct);

    public Task<IActionResult> OnPostForgetAsync(Guid artist, string source, CancellationToken ct) => ActAsync(artist, async () =>
        (text["Everything from this calendar is deleted."], await desk.DeleteAsync(Artist.Id, source, ct) > 0 ? null : Refusal.Stale), ct);

    /// <summary>Where no zone has clocks.</summary>
    private static Refusal? BeyondReckoning(DateTime from, DateTime to) => from > to ? BusyRefusals.Order : from.Year < 2000 ? BusyRefusals.Over : to.Year > 2200 ? BusyRefusals.TooLong : null;

    private async Task<IActionResult> ActAsync(Guid artist, Func<Task<(string? Done, Refusal? Refusal)>> act, CancellationToken ct)
    {
        if (!await FindAsync(artist, ct)) return NotFound();
        if (!ModelState.IsValid) return Page();
        var (done, refusal) = await act();
        if (refusal is null)
        {
            TempData["Done"] = done;
            return Redirect($"/artist/busy?artist={artist}");
        }
        ModelState.Refuse(refusal, text, refusal.Field.Length > 0 ? $"Input.{refusal.Field}" : "");
        await FindAsync(artist, ct);
        return Page();
    }

    private async Task<bool> FindAsync(Guid? artist, CancellationToken ct)
    {
        var own = await (
            from one in db.ArtistsOf(User.Id)
            join city in db.Cities on one.Profile.Home.CityId equals city.Id
            orderby one.Slug
            select new { one.Id, one.Profile.Name, city.TimeZone }).ToListAsync(ct);
        Artists = [.. own.Select(one => (one.Id, one.Name, one.TimeZone))];
        if (artist is null && Artists.Count == 0) return true;
        if (artist is not null && Artists.All(one => one.Id != artist)) return false;
        Artist = Artists.First(one => artist is null || one.Id == artist);
        var coming = db.BusyTimesOf(User.Id).Where(b => b.ArtistId == Artist.Id && b.Time.End > clock.GetUtcNow());
        Times = await coming.OrderBy(b => b.Time.Start).ThenBy(b => b.Id).Take(Shown).AsNoTracking().ToListAsync(ct);
        Sources = [.. (await coming.Where(b => b.Source != "").GroupBy(b => b.Source).Select(g => new { g.Key, Count = g.Count() }).OrderBy(g => g.Key).ToListAsync(ct)).Select(g => (g.Key, g.Count))];
        return true;
    }

    public sealed class BusyInput
    {
        [Display(Name = "Calendar file (.ics), up to 1 MB")] public IFormFile? Calendar { get; set; }
        [Display(Name = "From")] public DateTime? From { get; set; }
        [Display(Name = "Until")] public DateTime? To { get; set; }
    }
}
