using System.ComponentModel.DataAnnotations;
using System.Globalization;
using EasyGig.Domain.Slots;
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
public sealed class NewModel(EasyGigDb db, GenreCatalogue genres, SlotDesk desk, IStringLocalizer<Text> text) : SlotFormModel(db, genres)
{
    [BindProperty] public SeriesInput Series { get; set; } = new();

    /// <param name="stage">The stage to begin with; left out, the first.</param>
    /// <param name="date">The day to begin with, as yyyy-MM-dd.</param>
    /// <param name="from">When to begin with, as HH:mm; so is <paramref name="to"/>.</param>
    public async Task OnGetAsync(string? stage, string? date, string? from, string? to, CancellationToken ct)
    {
        await LoadStagesAsync(null, ct);
        var chosen = Stages.FirstOrDefault(choice => choice.Value.Equals(stage, StringComparison.OrdinalIgnoreCase)) ?? (Stages is [var first, ..] ? first : null);
        Input = new() { StageId = chosen is null ? null : Guid.Parse(chosen.Value), From = new(21, 0), To = new(23, 30) };
        Input.Begin(date, from, to);
    }

    public Task<IActionResult> OnPostDraftAsync(CancellationToken ct) => MakeAsync(publish: false, ct);

    public Task<IActionResult> OnPostPublishAsync(CancellationToken ct) => MakeAsync(publish: true, ct);

    private async Task<IActionResult> MakeAsync(bool publish, CancellationToken ct)
    {
        await LoadStagesAsync(null, ct);
        if (!ModelState.IsValid) return Page();
        var venue = await Db.VenuesOf(User.Id).AsNoTracking().Include(v => v.Stages).AsSingleQuery().SingleOrDefaultAsync(v => v.Stages.Any(s => s.Id == Input.StageId), ct);
        if (venue is null) return NotFound();
        var (terms, refusal) = Input.ReadTerms(venue, Catalogue.Read(Input.Genres), Deal);
        var stage = venue.Stages.Single(s => s.Id == Input.StageId);
        var made = refusal is null ? await desk.MakeAsync(venue, stage, new(Input.ReadWindow(), Series.Parts, Series.Until), terms!, publish, ct) : new([], [], refusal);
        if (made.Refusal is null) return Done(made, publish);
        ModelState.Refuse(made.Refusal, text);
        return Page();
    }

    private RedirectToPageResult Done(SeriesMade made, bool publish)
    {
        string sentence = made.Slots.Count == 1
            ? text[publish ? "The slot is published. Artists can apply now." : "The draft is saved. Only you see it."]
            : text[publish ? "{0} slots are published. Artists can apply now." : "{0} drafts are saved. Only you see them.", made.Slots.Count];
        var leftOut = made.LeftOut.Select(slot => $"{slot.Night.Date.ToString("D", CultureInfo.CurrentCulture)}: {text.Say(slot.Why)}").ToList();
        TempData["Done"] = leftOut.Count == 0 ? sentence : $"{sentence} {text["Left out:"].Value}\n{string.Join('\n', leftOut)}";
        return made.Slots is [var one] ? RedirectToPage("Details", new { id = one }) : RedirectToPage("Index");
    }

    /// <summary>How often the night is offered.</summary>
    public sealed class SeriesInput
    {
        [Range(1, SlotSeries.MaxParts), Display(Name = "Split into")] public int Parts { get; set; } = 1;
        [DataType(DataType.Date), Display(Name = "Every week until")] public DateOnly? Until { get; set; }
    }
}
