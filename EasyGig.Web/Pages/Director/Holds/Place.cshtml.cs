using System.ComponentModel.DataAnnotations;
using EasyGig.Domain;
using EasyGig.Domain.Artists;
using EasyGig.Domain.Holds;
using EasyGig.Domain.Venues;
using EasyGig.Web.Artists;
using EasyGig.Web.Data;
using EasyGig.Web.Holds;
using EasyGig.Web.Identity;
using EasyGig.Web.Localization;
using EasyGig.Web.Places;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace EasyGig.Web.Pages.Director.Holds;

/// <summary>A director lets an artist hold a date: one that is looked for by name, or that the page before named.</summary>
public sealed class PlaceModel(EasyGigDb db, HoldReader reader, HoldDesk desk, ArtistFinder finder, IStringLocalizer<Text> text, TimeProvider clock) : PageModel
{
    private static readonly TimeOnly Evening = new(18, 0);

    [BindProperty] public HoldInput Input { get; set; } = new();

    [BindProperty(SupportsGet = true), StringLength(100)] public string? Q { get; set; }

    public DateTimeOffset Now { get; } = clock.GetUtcNow();
    public StackView Stack { get; private set; } = null!;
    public IReadOnlyList<ProfileRow> Found { get; private set; } = [];

    /// <param name="artist">The slug of the one to begin with.</param>
    public async Task<IActionResult> OnGetAsync(Guid stage, string date, string? artist, CancellationToken ct)
    {
        if (!await FindAsync(stage, date, ct)) return NotFound();
        var days = Math.Min(Stack.Date.DayNumber - VenueDay.Of(Now, Stack.At.Zone).Date.DayNumber - 1, 14);
        Input = new() { Artist = artist, DecideOn = VenueDay.Of(Now, Stack.At.Zone).Date.AddDays(Math.Max(days, 0)), DecideAt = Evening };
        if (await desk.RefusesPlacingAsync(stage, Stack.Date, ct) is { } promised) ModelState.Refuse(promised, text);
        await LookAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid stage, string date, CancellationToken ct)
    {
        if (!await FindAsync(stage, date, ct)) return NotFound();
        var refusal = ModelState.IsValid ? await PlaceAsync(ct) : null;
        if (refusal is not null) ModelState.Refuse(refusal, text);
        if (ModelState.IsValid)
        {
            TempData["Done"] = text["{0} holds the date and has been told.", await db.Artists.Where(a => a.Slug == Input.Artist).Select(a => a.Profile.Name).SingleAsync(ct)].Value;
            return Redirect(Stack.Address);
        }
        await LookAsync(ct);
        return Page();
    }

    private async Task<Refusal?> PlaceAsync(CancellationToken ct)
    {
        if (Input.DecideOn > VenueDay.Latest) return HoldRefusals.DecideInTime;
        if (Input.DecideOn < VenueDay.Earliest) return HoldRefusals.DecideAhead;
        return new VenueDay(Input.DecideOn!.Value, Stack.At.Zone).At(Input.DecideAt!.Value) is { } decideBy
            ? await desk.PlaceAsync(Stack.At.StageId, Stack.Date, Input.Artist!, decideBy, Input.Note ?? "", ct)
            : HoldRefusals.DecideSkipped.About(Input.DecideAt.Value, Stack.At.Zone.Id);
    }

    private async Task<bool> FindAsync(Guid stage, string date, CancellationToken ct)
    {
        if (HoldDate.Read(date) is not { } day || await reader.FindAsync(User.Id, stage, day, ct) is not { } stack) return false;
        Stack = stack;
        return true;
    }

    /// <summary>The one that was chosen, and those who answer to the words, the nearest first.</summary>
    private async Task LookAsync(CancellationToken ct)
    {
        var city = await db.Venues.Where(v => v.Stages.Any(s => s.Id == Stack.At.StageId)).Join(db.Cities, v => v.Profile.Place.CityId, c => c.Id, (v, c) => c.Name).SingleAsync(ct);
        var near = new ArtistSearch { Text = Q, Where = new(City: city, Km: Whereabouts.MaxKm), Sort = ProfileSort.Distance };
        var rows = (await finder.PageAsync(near, null, ct)).Rows;
        if (rows.Count == 0 && Q is not null) rows = (await finder.PageAsync(new() { Text = Q }, null, ct)).Rows; // a name from far away
        var chosen = rows.Any(row => row.Slug == Input.Artist) ? null : await (
            from artist in db.Artists
            join home in db.Cities on artist.Profile.Home.CityId equals home.Id
            where artist.Slug == Input.Artist
            select new ProfileRow(artist.Slug, artist.Profile.Name, home.Name, null)).SingleOrDefaultAsync(ct);
        Found = chosen is null ? rows : [chosen, .. rows];
    }

    public sealed class HoldInput
    {
        [Required(ErrorMessage = "Choose who holds the date."), Display(Name = "Artist")] public string? Artist { get; set; }
        [Required, DataType(DataType.Date), Display(Name = "Decides by")] public DateOnly? DecideOn { get; set; }
        [Required, DataType(DataType.Time), Display(Name = "At")] public TimeOnly? DecideAt { get; set; }
        [StringLength(1000), Display(Name = "A word to it (optional)")] public string? Note { get; set; }
    }
}
