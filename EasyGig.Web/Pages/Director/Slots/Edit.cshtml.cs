using EasyGig.Domain;
using EasyGig.Domain.Slots;
using EasyGig.Domain.Venues;
using EasyGig.Web.Calendars;
using EasyGig.Web.Data;
using EasyGig.Web.Genres;
using EasyGig.Web.Hosting.Metrics;
using EasyGig.Web.Identity;
using EasyGig.Web.Localization;
using EasyGig.Web.Slots;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace EasyGig.Web.Pages.Director.Slots;

/// <summary>A director changes when a slot is or what it offers; its applicants are told.</summary>
public sealed class EditModel(EasyGigDb db, GenreCatalogue genres, SlotDesk desk, IStringLocalizer<Text> text, TimeProvider clock) : SlotFormModel(db, genres)
{
    private Venue _venue = null!;

    /// <summary>How many artists will read that the terms changed.</summary>
    public int Applicants { get; private set; }

    /// <param name="date">Another day to begin with than the slot's.</param>
    /// <param name="from">Another start.</param>
    /// <param name="to">Another end.</param>
    public async Task<IActionResult> OnGetAsync(Guid id, string? date, string? from, string? to, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is not { } slot) return NotFound();
        (Input, Deal) = (SlotInput.Of(slot, _venue.Zone, Catalogue.SlugsOf(slot.Terms.Genres)), DealInput.Of(slot.Terms.Deal));
        Input.Begin(date, from, to);
        if (slot.RefusesChange(clock.GetUtcNow()) is { } refusal) ModelState.Refuse(Named(refusal), text);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is not { } slot) return NotFound();
        if (!ModelState.IsValid) return Page();
        if (_venue.Stages.SingleOrDefault(s => s.Id == Input.StageId) is not { } stage) return NotFound();
        var (terms, refusal) = Input.ReadTerms(_venue, Catalogue.Read(Input.Genres), Deal);
        (var time, refusal) = refusal is null ? Input.ReadWindow().In(_venue.Zone) : (default, refusal);
        if (refusal is null) refusal = await desk.ChangeAsync(slot, Input.Version, stage, time, terms!, confirmed: true, ct);
        if (refusal is null)
        {
            TempData["Done"] = text["The slot is saved."].Value;
            return RedirectToPage("Details", new { id });
        }
        ModelState.Refuse(await Named(refusal).NamedAsync(Db, stage.Id, time, id, ct), text);
        return Page();
    }

    /// <summary>Moves it to where it was dragged on the calendar. Where artists would be asked, and the form says so, that leads to the form.</summary>
    /// <param name="start">What the venue's clocks show, as <c>yyyy-MM-ddTHH:mm</c>; so is <paramref name="end"/>.</param>
    public async Task<IActionResult> OnPostMoveAsync(Guid id, string? start, string? end, uint version, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is not { } slot) return NotFound();
        if (CalendarEvent.Read(start, end) is not { } window) return new JsonResult(new Moved(false)) { StatusCode = StatusCodes.Status400BadRequest };
        var stage = _venue.Stages.Single(s => s.Id == slot.StageId);
        var (time, refusal) = window.In(_venue.Zone);
        refusal ??= await desk.ChangeAsync(slot, version, stage, time, slot.Terms, confirmed: false, ct);
        if (refusal is null) return new JsonResult(new Moved(true, text["The slot is saved."]));
        if (refusal == SlotRefusals.Unconfirmed) return new JsonResult(new Moved(false, To: SlotInput.Address(id, window)));
        Counts.Refused(refusal);
        return new JsonResult(new Moved(false, text.Say(await Named(refusal).NamedAsync(Db, stage.Id, time, id, ct))));
    }

    /// <summary>With the venue's own clock in it.</summary>
    private Refusal Named(Refusal refusal) => refusal is { Args: [DateTimeOffset until] } ? refusal.About(TimeFormat.Moment(until, _venue.Zone)) : refusal;

    private async Task<Slot?> FindAsync(Guid id, CancellationToken ct)
    {
        if (await Db.SlotsOf(User.Id).AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, ct) is not { } slot) return null;
        _venue = await Db.Venues.AsNoTracking().Include(v => v.Stages).AsSingleQuery().SingleAsync(v => v.Id == slot.VenueId, ct);
        Applicants = slot.RefusesChange(clock.GetUtcNow()) is not null ? 0 : await Db.Applications.CountAsync(a => a.SlotId == id && EF.Property<bool>(a, BookingConfiguration.IsLive), ct);
        await LoadStagesAsync(slot.VenueId, ct);
        return slot;
    }

    /// <summary>What became of a drag: what there is to say, or where to go on.</summary>
    private sealed record Moved(bool Done, string? Said = null, string? To = null);
}
