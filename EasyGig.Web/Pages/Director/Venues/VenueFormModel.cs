using EasyGig.Domain;
using EasyGig.Domain.Venues;
using EasyGig.Web.Data;
using EasyGig.Web.Places;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Web.Pages.Director.Venues;

/// <summary>The form of a venue: what it holds, what it offers to choose from, and how it is read.</summary>
public abstract class VenueFormModel(EasyGigDb db, PlaceFinder places) : PageModel
{
    [BindProperty] public VenueInput Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> TimeZones { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Currencies { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Promoters { get; private set; } = [];

    protected EasyGigDb Db => db;

    protected PlaceFinder Places => places;

    protected async Task LoadChoicesAsync(CancellationToken ct)
    {
        TimeZones = [.. (await db.Cities.Select(city => city.TimeZone).Distinct().OrderBy(zone => zone).ToListAsync(ct)).Select(zone => new SelectListItem(zone, zone))];
        Currencies = [.. (await db.Countries.Where(c => c.Currency != null).Select(c => c.Currency!).Distinct().OrderBy(code => code).ToListAsync(ct)).Select(code => new SelectListItem(code, code))];
        var promoters = await db.Organisations.OrderBy(o => o.Profile.Name).ThenBy(o => o.Id).Select(o => new { o.Id, o.Profile.Name }).ToListAsync(ct);
        Promoters = [.. promoters.Select(o => new SelectListItem(o.Name, o.Id.ToString()))];
    }

    /// <summary>The profile that the form describes, or why there is none.</summary>
    protected async Task<(VenueProfile? Profile, Refusal? Refusal)> ReadAsync(CancellationToken ct)
    {
        if (!Offers(TimeZones, Input.TimeZone)) return (null, VenueRefusals.TimeZoneUnknown);
        if (!Offers(Currencies, Input.Currency)) return (null, VenueRefusals.CurrencyUnknown);
        if (!Offers(Promoters, Input.HousePromoterId?.ToString())) return (null, VenueRefusals.PromoterUnknown);
        var (city, refusal) = await places.FindOneAsync(Input.City!, ct);
        if (city is null) return (null, refusal);
        return Input.Read(city, await db.Countries.Where(c => c.Code == city.CountryCode).Select(c => c.Currency).SingleAsync(ct));
    }

    private static bool Offers(IReadOnlyList<SelectListItem> choices, string? value) => value is null || choices.Any(choice => choice.Value == value);
}
