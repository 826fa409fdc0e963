using System.ComponentModel.DataAnnotations;
using EasyGig.Domain;
using EasyGig.Domain.Artists;
using EasyGig.Domain.Rosters;
using EasyGig.Web.Artists;
using EasyGig.Web.Data;
using EasyGig.Web.Identity;
using EasyGig.Web.Localization;
using EasyGig.Web.Places;
using EasyGig.Web.Rosters;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace EasyGig.Web.Pages.Promoter;

/// <summary>The artists that a promoter's organisation may put forward: who is, who was asked, and whom to ask next.</summary>
public sealed class RosterModel(EasyGigDb db, ArtistFinder finder, RosterDesk desk, IStringLocalizer<Text> text, TimeProvider clock) : PageModel
{
    private const int Most = 200;

    [BindProperty] public AskInput Input { get; set; } = new();

    [BindProperty(SupportsGet = true), StringLength(100)] public string? Q { get; set; }

    public DateTimeOffset Now { get; } = clock.GetUtcNow();
    public Guid? OrganisationId { get; private set; }

    /// <summary>Who is on the roster, then who was asked, then who is not any more.</summary>
    public IReadOnlyList<RosterRow> Entries { get; private set; } = [];

    /// <summary>Whom the words were found for; empty before anybody looked.</summary>
    public IReadOnlyList<ProfileRow> Found { get; private set; } = [];

    public IReadOnlySet<string> Known => Entries.Where(entry => entry.State is RosterState.Asked or RosterState.On).Select(entry => entry.ArtistSlug).ToHashSet();

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        if (OrganisationId is not { } organisation) return NotFound();
        if (!ModelState.IsValid) return Page();
        return await AnswerAsync(await desk.AskAsync(organisation, Input.Artist!, Input.Note ?? "", ct), text["The artist is asked. You are told when there is an answer."], ct);
    }

    public async Task<IActionResult> OnPostEndAsync(Guid id, CancellationToken ct)
    {
        if (!await db.RosterOf(User.Id).AnyAsync(entry => entry.Id == id, ct)) return NotFound();
        ModelState.Clear(); // this form asks nobody
        return await AnswerAsync(await desk.AnswerAsync(id, (entry, now) => entry.End(now), ct), text["The artist is not on your roster any more, and has been told."], ct);
    }

    private async Task<IActionResult> AnswerAsync(Refusal? refusal, string done, CancellationToken ct)
    {
        if (refusal is null)
        {
            TempData["Done"] = done;
            return Redirect("/promoter/roster");
        }
        ModelState.Refuse(refusal, text);
        await LoadAsync(ct);
        return Page();
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        OrganisationId = await db.OrganisationsOf(User.Id).OrderBy(o => o.Id).Select(o => (Guid?)o.Id).FirstOrDefaultAsync(ct);
        var mine = db.RosterOf(User.Id).Where(entry => entry.OrganisationId == OrganisationId);
        var rows = await mine.OrderByDescending(entry => entry.AskedAt).Take(Most).ToRows(db).AsNoTracking().ToListAsync(ct);
        Entries = [.. rows.OrderBy(row => row.State switch { RosterState.On => 0, RosterState.Asked => 1, _ => 2 }).ThenBy(row => row.Artist, StringComparer.CurrentCulture).DistinctBy(row => row.ArtistId)];
        if (string.IsNullOrWhiteSpace(Q) || Q.Length > 100) return;
        Found = (await finder.PageAsync(new ArtistSearch { Text = Q }, cursor: null, ct)).Rows;
    }

    public sealed class AskInput
    {
        /// <summary>The slug of the artist's page.</summary>
        [Required, StringLength(80), Display(Name = "Artist")] public string? Artist { get; set; }
        [StringLength(1000), Display(Name = "A word to them (optional)")] public string? Note { get; set; }
    }
}
