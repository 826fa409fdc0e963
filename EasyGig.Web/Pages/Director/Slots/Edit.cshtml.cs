using EasyGig.Domain;
using EasyGig.Domain.Slots;
using EasyGig.Domain.Venues;
using EasyGig.Web.Data;
using EasyGig.Web.Genres;
using EasyGig.Web.Identity;
using EasyGig.Web.Localization;
using EasyGig.Web.Slots;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace EasyGig.Web.Pages.Director.Slots;

/// <summary>A director changes when a slot is or what it offers; its applicants are told.</summary>
public sealed class EditModel(EasyGigDb db, GenreCatalogue genres, IStringLocalizer<Text> text, TimeProvider clock) : SlotFormModel(db, genres)
{
    private Venue _venue = null!;

    /// <summary>How many artists will read that the terms changed.</summary>
    public int Applicants { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is not { } slot) return NotFound();
        (Input, Deal) = (SlotInput.Of(slot, _venue.Zone, Catalogue.SlugsOf(slot.Terms.Genres)), DealInput.Of(slot.Terms.Deal));
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
        if (refusal is null) refusal = await ChangeAsync(slot, stage, time, terms!, ct);
        if (refusal is null)
        {
            TempData["Done"] = text["The slot is saved."].Value;
            return RedirectToPage("Details", new { id });
        }
        ModelState.Refuse(await Named(refusal).NamedAsync(Db, stage.Id, time, id, ct), text);
        return Page();
    }

    /// <summary>With the venue's own clock in it.</summary>
    private Refusal Named(Refusal refusal) => refusal is { Args: [DateTimeOffset until] } ? refusal.About(TimeFormat.Moment(until, _venue.Zone)) : refusal;

    private Task<Refusal?> ChangeAsync(Slot found, Stage stage, Period time, SlotTerms terms, CancellationToken ct) =>
        Db.InTurnAsync([Turn.Stage(found.StageId), Turn.Stage(stage.Id)], async () =>
        {
            var slot = await Db.SlotsOf(User.Id).SingleAsync(s => s.Id == found.Id, ct);
            Db.Entry(slot).Property(s => s.Version).OriginalValue = Input.Version;
            // a copy for each attempt: when a save is refused, what is stored is read back into the one that the slot took
            return slot.Change(stage, time, terms with { }, await Db.LiveOf(found.Id).ToListAsync(ct), clock.GetUtcNow()) ?? await Db.TrySaveAsync(ct);
        }, ct);

    private async Task<Slot?> FindAsync(Guid id, CancellationToken ct)
    {
        if (await Db.SlotsOf(User.Id).AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, ct) is not { } slot) return null;
        _venue = await Db.Venues.AsNoTracking().Include(v => v.Stages).AsSingleQuery().SingleAsync(v => v.Id == slot.VenueId, ct);
        Applicants = slot.RefusesChange(clock.GetUtcNow()) is not null ? 0 : await Db.Applications.CountAsync(a => a.SlotId == id && EF.Property<bool>(a, BookingConfiguration.IsLive), ct);
        await LoadStagesAsync(slot.VenueId, ct);
        return slot;
    }
}
