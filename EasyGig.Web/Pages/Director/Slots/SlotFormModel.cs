using EasyGig.Web.Data;
using EasyGig.Web.Genres;
using EasyGig.Web.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Web.Pages.Director.Slots;

/// <summary>The form of a slot: what it holds and what it offers to choose from.</summary>
public abstract class SlotFormModel(EasyGigDb db, GenreCatalogue genres) : PageModel, IDealForm
{
    [BindProperty] public SlotInput Input { get; set; } = new();
    [BindProperty] public DealInput Deal { get; set; } = new();

    /// <summary>The stages to choose from, under their venues.</summary>
    public IReadOnlyList<SelectListItem> Stages { get; private set; } = [];

    public IReadOnlyList<SelectListItem> GenreChoices => genres.Choices(genres.Read(Input.Genres));

    protected EasyGigDb Db => db;

    protected GenreCatalogue Catalogue => genres;

    /// <param name="venue">Given, only its stages are offered: a slot stays in its venue.</param>
    protected async Task LoadStagesAsync(Guid? venue, CancellationToken ct)
    {
        var stages = await (
            from of in db.VenuesOf(User.Id)
            join stage in db.Stages on of.Id equals stage.VenueId
            where venue == null || of.Id == venue
            orderby of.Profile.Name, of.Id, stage.Profile.Name
            select new { stage.Id, stage.Profile.Name, VenueId = of.Id, Venue = of.Profile.Name, of.Profile.Currency, of.Profile.TimeZone }).ToListAsync(ct);
        var groups = stages.DistinctBy(s => s.VenueId).ToDictionary(s => s.VenueId, s => new SelectListGroup { Name = $"{s.Venue} ({s.Currency}, {s.TimeZone})" });
        Stages = [.. stages.Select(s => new SelectListItem(s.Name, s.Id.ToString()) { Group = groups[s.VenueId] })];
    }
}
