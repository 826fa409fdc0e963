using System.ComponentModel.DataAnnotations;
using EasyGig.Domain;
using EasyGig.Domain.Searches;
using EasyGig.Web.Data;
using EasyGig.Web.Genres;
using EasyGig.Web.Identity;
using EasyGig.Web.Localization;
using EasyGig.Web.Searches;
using EasyGig.Web.Slots;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace EasyGig.Web.Pages.Artist;

/// <summary>A saved search in the list.</summary>
/// <param name="Filters">What it narrows down, as the reader calls it.</param>
/// <param name="Count">How many open slots it finds now, counted up to one more than <see cref="SlotFinder.MostCounted"/>.</param>
public sealed record SavedRow(SavedSearch Search, IReadOnlyList<string> Filters, int Count);

/// <summary>The searches that the reader keeps: look again, rename, be told of what is new, or not, delete.</summary>
public sealed class SearchesModel(EasyGigDb db, SearchDesk desk, SlotFinder finder, SlotFilters filters, GenreCatalogue genres, IStringLocalizer<Text> text, TimeProvider clock) : PageModel
{
    [BindProperty] public SearchInput Input { get; set; } = new();

    public IReadOnlyList<SavedRow> Saved { get; private set; } = [];

    /// <summary>By whose clocks the reader's mornings are.</summary>
    public string Zone { get; private set; } = "";

    /// <summary>The search whose change was refused.</summary>
    public Guid? Refused { get; private set; }

    /// <summary>Whether a new search was refused: its form stands here, then.</summary>
    public bool Saving { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        List<SavedRow> rows = [];
        var seeker = await db.SeekerOfAsync(User.Id, clock.GetUtcNow(), ct);
        foreach (var search in await db.SearchesOf(User.Id).AsNoTracking().OrderBy(s => s.Name).ThenBy(s => s.Id).ToListAsync(ct))
        {
            var asked = SlotAddress.Read(search.Query, genres);
            rows.Add(new(search, [.. (await filters.OfAsync(asked, ct)).Select(filter => filter.Name)], await finder.CountAsync(asked, seeker, ct)));
        }
        Saved = rows;
        Zone = TimeFormat.ZoneName(clock.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById((await db.ZonesAsync([User.Id], ct))[User.Id]));
    }

    public Task<IActionResult> OnPostSaveAsync(CancellationToken ct) =>
        ActAsync(null, () => desk.SaveAsync(User.Id, Input.Address ?? "", Input.Name, Input.Alert, ct), text["The search is saved."], ct);

    public Task<IActionResult> OnPostChangeAsync(Guid id, CancellationToken ct) =>
        ActAsync(id, () => desk.ChangeAsync(User.Id, id, Input.Name, Input.Alert, ct), text["The search is changed."], ct);

    public async Task<IActionResult> OnPostDeleteAsync(Guid id, CancellationToken ct)
    {
        ModelState.Clear(); // nothing is asked
        return await ActAsync(id, () => desk.DeleteAsync(User.Id, id, ct), text["The search is deleted."], ct);
    }

    private async Task<IActionResult> ActAsync(Guid? id, Func<Task<Refusal?>> act, string done, CancellationToken ct)
    {
        if (id is not null && !await db.SearchesOf(User.Id).AnyAsync(search => search.Id == id, ct)) return NotFound();
        if (ModelState.IsValid)
        {
            if (await act() is not { } refusal)
            {
                TempData["Done"] = done;
                return RedirectToPage();
            }
            ModelState.Refuse(refusal, text);
        }
        (Refused, Saving) = (id, id is null);
        await OnGetAsync(ct);
        return Page();
    }

    public sealed class SearchInput
    {
        [StringLength(6000)] public string? Address { get; set; }
        [Required, StringLength(SavedSearch.NameLength), Display(Name = "Name")] public string Name { get; set; } = "";
        public SearchAlert Alert { get; set; }
    }
}
