using EasyGig.Domain;
using EasyGig.Web.Artists;
using EasyGig.Web.Data;
using EasyGig.Web.Genres;
using EasyGig.Web.Identity;
using EasyGig.Web.Localization;
using EasyGig.Web.Places;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace EasyGig.Web.Pages.Artist;

/// <summary>What an artist says about itself: written here once, read by every venue. A person may keep several.</summary>
public sealed class ProfileModel(EasyGigDb db, ArtistDesk desk, GenreCatalogue genres, PlaceFinder places, IStringLocalizer<Text> text) : PageModel
{
    [BindProperty] public ProfileInput Input { get; set; } = new();

    /// <summary>The artist that is changed; null for a new one.</summary>
    public Domain.Artists.Artist? Artist { get; private set; }
    public IReadOnlyList<Mine> Artists { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Genres => genres.Choices(genres.Read(Input.Genres));
    public IReadOnlyList<string> Currencies { get; private set; } = [];

    /// <param name="artist">One of the person's; the first when there is none.</param>
    /// <param name="add">Whether to begin another.</param>
    public async Task<IActionResult> OnGetAsync(Guid? artist, bool add, CancellationToken ct)
    {
        await LoadAsync(ct);
        if (add || (artist ?? (Artists is [var first, ..] ? first.Id : null)) is not { } id) return Page();
        if (!await FindAsync(id, ct)) return NotFound();
        Input = ProfileInput.Of(Artist!, await places.LabelAsync(Artist!.Profile.Home.CityId, ct), genres.SlugsOf(Artist.Profile.Genres));
        return Page();
    }

    /// <param name="artist">The artist to change; null adds one.</param>
    public async Task<IActionResult> OnPostAsync(Guid? artist, CancellationToken ct)
    {
        await LoadAsync(ct);
        if (artist is { } id && !await FindAsync(id, ct)) return NotFound();
        if (!ModelState.IsValid) return Page();
        var (saved, refusal) = await SaveAsync(ct);
        if (refusal is null)
        {
            TempData["Done"] = text[Artist is null ? "Your profile is ready. Now find a night to play." : "Your profile is saved."].Value;
            return Redirect($"/artist/profile?artist={saved}");
        }
        ModelState.Refuse(refusal, text);
        return Page();
    }

    private async Task<(Guid? Artist, Refusal? Refusal)> SaveAsync(CancellationToken ct)
    {
        var (city, unknown) = await places.FindOneAsync(Input.City!, ct);
        if (city is null) return (null, unknown);
        var (profile, lineUp, wrong) = Input.Read(city, genres.Read(Input.Genres), Currencies);
        if (profile is null) return (null, wrong);
        return Artist is null ? await desk.CreateAsync(User.Id, profile, lineUp, ct) : (Artist.Id, await desk.ChangeAsync(Artist, Input.Version, profile, lineUp, ct));
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken ct) =>
        (Artist = await db.ArtistsOf(User.Id).SingleOrDefaultAsync(a => a.Id == id, ct)) is not null;

    private async Task LoadAsync(CancellationToken ct)
    {
        Artists = await db.ArtistsOf(User.Id).OrderBy(a => a.Profile.Name).Select(a => new Mine(a.Id, a.Profile.Name, a.Slug)).ToListAsync(ct);
        Currencies = await db.Countries.Where(c => c.Currency != null).Select(c => c.Currency!).Distinct().OrderBy(c => c).ToListAsync(ct);
    }

    public sealed record Mine(Guid Id, string Name, string Slug);
}
