using System.ComponentModel.DataAnnotations;
using EasyGig.Domain.Bookings;
using EasyGig.Web.Bookings;
using EasyGig.Web.Identity;
using EasyGig.Web.Localization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace EasyGig.Web.Pages.Bookings;

/// <summary>The venue says how the day goes: clock times, from which follows on which day each is.</summary>
[Authorize(Roles = Roles.ArtDirector)]
public sealed class EditDayModel(BookingReader reader, DayDesk desk, IStringLocalizer<Text> text) : PageModel
{
    [BindProperty] public DayInput Input { get; set; } = new();

    public BookingView View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!await FindAsync(id, ct)) return NotFound();
        Input = DayInput.Of(View.Day, View.Zone);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!await FindAsync(id, ct)) return NotFound();
        if (!ModelState.IsValid) return Page();
        var (times, refusal) = Input.Read().For(View.Booking.Time, View.Zone);
        if ((refusal ?? await desk.PlanAsync(id, times, Input.Notes ?? "", Input.Version, ct)) is { } no)
        {
            ModelState.Refuse(no, text);
            return Page();
        }
        TempData["Done"] = text["The run of show is saved, and the artist has been told."].Value;
        return Redirect($"/bookings/{id}/day");
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken ct)
    {
        if (await reader.FindAsync(User.Id, id, ct) is not { IsDirector: true } view) return false;
        View = view;
        return true;
    }

    public sealed class DayInput
    {
        [DataType(DataType.Time), Display(Name = "show.load_in")] public TimeOnly? LoadIn { get; set; }
        [DataType(DataType.Time), Display(Name = "show.soundcheck")] public TimeOnly? Soundcheck { get; set; }
        [DataType(DataType.Time), Display(Name = "show.doors")] public TimeOnly? Doors { get; set; }
        [DataType(DataType.Time), Display(Name = "show.set")] public TimeOnly? Set { get; set; }
        [DataType(DataType.Time), Display(Name = "show.curfew")] public TimeOnly? Curfew { get; set; }
        [StringLength(2000), Display(Name = "Good to know")] public string? Notes { get; set; }
        public uint Version { get; set; }

        public static DayInput Of(RunOfShow? day, TimeZoneInfo zone)
        {
            var clock = ShowClock.Of(day?.Times ?? default, zone);
            return new()
            {
                LoadIn = clock.LoadIn, Soundcheck = clock.Soundcheck, Doors = clock.Doors, Set = clock.Set, Curfew = clock.Curfew,
                Notes = day?.Notes, Version = day?.Version ?? 0,
            };
        }

        public ShowClock Read() => new(LoadIn, Soundcheck, Doors, Set, Curfew);
    }
}
