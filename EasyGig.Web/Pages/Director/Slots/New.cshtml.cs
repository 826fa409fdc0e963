using System.Globalization;
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

/// <summary>A director offers a night: as a draft that only the venue sees, or open at once.</summary>
public sealed class NewModel(EasyGigDb db, GenreCatalogue genres, IStringLocalizer<Text> text, TimeProvider clock) : SlotFormModel(db, genres)
{
    /// <param name="stage">The stage to begin with; left out, the first.</param>
    /// <param name="date">The day to begin with, as yyyy-MM-dd.</param>
    public async Task OnGetAsync(string? stage, string? date, CancellationToken ct)
    {
        await LoadStagesAsync(null, ct);
        var chosen = Stages.FirstOrDefault(choice => choice.Value.Equals(stage, StringComparison.OrdinalIgnoreCase)) ?? (Stages is [var first, ..] ? first : null);
        Input = new() { StageId = chosen is null ? null : Guid.Parse(chosen.Value), From = new(21, 0), To = new(23, 30) };
        if (DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) Input.Date = day;
    }

    public Task<IActionResult> OnPostDraftAsync(CancellationToken ct) => MakeAsync(publish: false, ct);

    public Task<IActionResult> OnPostPublishAsync(CancellationToken ct) => MakeAsync(publish: true, ct);

    private async Task<IActionResult> MakeAsync(bool publish, CancellationToken ct)
    {
        await LoadStagesAsync(null, ct);
        if (!ModelState.IsValid) return Page();
        var stageId = Input.StageId!.Value;
        var venue = await Db.VenuesOf(User.Id).AsNoTracking().Include(v => v.Stages).AsSingleQuery().SingleOrDefaultAsync(v => v.Stages.Any(s => s.Id == stageId), ct);
        if (venue is null) return NotFound();
        var (time, terms, refusal) = Input.Read(venue, Catalogue.Read(Input.Genres), clock.GetUtcNow());
        Slot? slot = null;
        if (terms is not null) (slot, refusal) = await AddAsync(venue, venue.Stages.Single(s => s.Id == stageId), time, terms, publish, ct);
        if (slot is not null)
        {
            TempData["Done"] = text[publish ? "The slot is published. Artists can apply now." : "The draft is saved. Only you see it."].Value;
            return RedirectToPage("Details", new { id = slot.Id });
        }
        ModelState.Refuse(await refusal!.NamedAsync(Db, stageId, time, null, ct), text);
        return Page();
    }

    private async Task<(Slot? Slot, Refusal? Refusal)> AddAsync(Venue venue, Stage stage, Period time, SlotTerms terms, bool publish, CancellationToken ct)
    {
        Slot? slot = null;
        var refusal = await Db.InTurnAsync([Turn.Stage(stage.Id)], async () =>
        {
            slot = new Slot(venue, stage, time, terms);
            Db.Add(slot);
            return (publish ? slot.Publish(clock.GetUtcNow()) : null) ?? await Db.TrySaveAsync(ct);
        }, ct);
        return refusal is null ? (slot, null) : (null, refusal);
    }
}
