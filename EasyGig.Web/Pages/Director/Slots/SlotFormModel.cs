using EasyGig.Domain.Venues;
using EasyGig.Web.Data;
using EasyGig.Web.Genres;
using EasyGig.Web.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Web.Pages.Director.Slots;

/// <summary>The form of a slot: what it holds and what it offers to choose from.</summary>
public abstract class SlotFormModel(EasyGigDb db, GenreCatalogue genres) : PageModel
{
    [BindProperty] public SlotInput Input { get; set; } = new();

    /// <summary>The stages to choose from, under their venues.</summary>
    public IReadOnlyList<SelectListItem> Stages { get; private set; } = [];

    public IReadOnlyList<SelectListItem> GenreChoices => genres.Choices(genres.Read(Input.Genres));

    protected EasyGigDb Db => db;

    protected GenreCatalogue Catalogue => genres;

    /// <param name="venue">Given, only its stages are offered: a slot stays in its venue.</param>
    protected async Task LoadStagesAsync(Guid? venue, CancellationToken ct)
    {
        var venues = await db.VenuesOf(User.Id).AsNoTracking().Include(v => v.Stages).AsSingleQuery().Where(v => venue == null || v.Id == venue).OrderBy(v => v.Profile.Name).ToListAsync(ct);
        Stages = [.. venues.SelectMany(Choices)];
    }

    private static IEnumerable<SelectListItem> Choices(Venue venue)
    {
        var group = new SelectListGroup { Name = $"{venue.Profile.Name} ({venue.Profile.Currency}, {venue.Profile.TimeZone})" };
        return venue.Stages.OrderBy(stage => stage.Profile.Name).Select(stage => new SelectListItem(stage.Profile.Name, stage.Id.ToString()) { Group = group });
    }
}
