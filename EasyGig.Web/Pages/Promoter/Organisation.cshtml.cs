using EasyGig.Domain;
using EasyGig.Domain.Organisations;
using EasyGig.Web.Data;
using EasyGig.Web.Identity;
using EasyGig.Web.Localization;
using EasyGig.Web.Places;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace EasyGig.Web.Pages.Promoter;

/// <summary>The organisation that a promoter works for: set up once, changed here.</summary>
public sealed class OrganisationModel(EasyGigDb db, PlaceFinder places, IStringLocalizer<Text> text) : PageModel
{
    [BindProperty] public OrganisationInput Input { get; set; } = new();

    /// <summary>Null until it is set up.</summary>
    public Organisation? Organisation { get; private set; }

    /// <summary>The venues whose bookings it reviews.</summary>
    public IReadOnlyList<(string Name, string Slug, string City)> Venues { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        await FindAsync(ct);
        if (Organisation is not null) Input = OrganisationInput.Of(Organisation, await places.LabelAsync(Organisation.Profile.Home.CityId, ct));
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await FindAsync(ct);
        if (!ModelState.IsValid) return Page();
        var (city, refusal) = await places.FindOneAsync(Input.City!, ct);
        if (city is not null) refusal = await SaveAsync(Input.In(city), ct);
        if (refusal is null)
        {
            TempData["Done"] = text["The organisation is saved."].Value;
            return RedirectToPage();
        }
        ModelState.Refuse(refusal, text);
        return Page();
    }

    private async Task<Refusal?> SaveAsync(OrganisationProfile profile, CancellationToken ct)
    {
        if (Organisation is not null)
        {
            db.Entry(Organisation).Property(o => o.Version).OriginalValue = Input.Version;
            Organisation.Describe(profile);
            return await db.TrySaveAsync(ct);
        }
        var slug = Slug.Of(profile.Name) is { Length: > 0 } words ? words : "organisation";
        var refusal = await AddAsync(slug, profile, ct);
        return refusal == OrganisationRefusals.SlugTaken ? await AddAsync($"{slug}-{Guid.NewGuid().ToString("N")[..4]}", profile, ct) : refusal;
    }

    private Task<Refusal?> AddAsync(string slug, OrganisationProfile profile, CancellationToken ct)
    {
        db.Add(new Organisation(User.Id, slug, profile));
        return db.TrySaveAsync(ct);
    }

    private async Task FindAsync(CancellationToken ct)
    {
        Organisation = await db.OrganisationsOf(User.Id).OrderBy(o => o.Id).FirstOrDefaultAsync(ct);
        if (Organisation is not { } mine) return;
        var venues = await (
            from venue in db.Venues
            join city in db.Cities on venue.Profile.Place.CityId equals city.Id
            where venue.HousePromoterId == mine.Id
            orderby venue.Profile.Name, venue.Id
            select new { venue.Profile.Name, venue.Slug, City = city.Name }).Take(200).ToListAsync(ct);
        Venues = [.. venues.Select(venue => (venue.Name, venue.Slug, venue.City))];
    }
}
