using EasyGig.Domain;
using EasyGig.Domain.Slots;
using EasyGig.Domain.Venues;
using EasyGig.Web.Data;
using EasyGig.Web.Identity;
using EasyGig.Web.Localization;
using EasyGig.Web.Places;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace EasyGig.Web.Pages.Director.Venues;

/// <summary>A venue and its stages, for its directors to keep up to date.</summary>
public sealed class EditModel(EasyGigDb db, PlaceFinder places, TimeProvider clock, IStringLocalizer<Text> text) : VenueFormModel(db, places)
{
    public Venue Venue { get; private set; } = null!;

    /// <summary>Whether the director has other venues, so that a list leads here.</summary>
    public bool Several { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!await FindAsync(id, ct)) return NotFound();
        Input = VenueInput.Of(Venue, await Places.LabelAsync(Venue.Profile.Place.CityId, ct));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!await FindAsync(id, ct)) return NotFound();
        if (!ModelState.IsValid) return Page();
        Db.Entry(Venue).Property(v => v.Version).OriginalValue = Input.Version;
        var (profile, refusal) = await ReadAsync(ct);
        if (profile is not null) refusal = await ChangeAsync(profile, ct);
        if (refusal is null) return Done();
        ModelState.Refuse(refusal, text);
        return Page();
    }

    /// <summary>Slots are stored as moments: in another zone they would be at another time on the clock that everybody reads, and what is held on another day.</summary>
    private async Task<Refusal?> ChangeAsync(VenueProfile profile, CancellationToken ct)
    {
        if (profile.TimeZone != Venue.Profile.TimeZone && await HasDatesAheadAsync(ct)) return VenueRefusals.TimeZoneInUse;
        Venue.Describe(profile);
        Venue.LetReview(Input.HousePromoterId);
        Venue.LetAnswer(Input.AnswerHours!.Value);
        return await Db.TrySaveAsync(ct);
    }

    private async Task<bool> HasDatesAheadAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return await Db.LiveHolds.AnyAsync(h => h.VenueId == Venue.Id, ct)
            || await Db.Slots.AnyAsync(s => s.VenueId == Venue.Id && s.Time.End > now && s.State != SlotState.Cancelled && s.State != SlotState.Lapsed, ct);
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken ct)
    {
        if (await Db.VenuesOf(User.Id).Include(v => v.Stages.OrderBy(s => s.Profile.Name)).AsSingleQuery().SingleOrDefaultAsync(v => v.Id == id, ct) is not { } venue) return false;
        Venue = venue;
        Several = await Db.VenuesOf(User.Id).CountAsync(ct) > 1;
        await LoadChoicesAsync(ct);
        return true;
    }

    private RedirectToPageResult Done()
    {
        TempData["Done"] = text["The venue is saved."].Value;
        return RedirectToPage();
    }
}
