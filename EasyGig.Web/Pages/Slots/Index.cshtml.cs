using System.Globalization;
using EasyGig.Domain;
using EasyGig.Web.Components;
using EasyGig.Web.Data;
using EasyGig.Web.Genres;
using EasyGig.Web.Localization;
using EasyGig.Web.Paging;
using EasyGig.Web.Slots;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace EasyGig.Web.Pages.Slots;

/// <summary>The search among open slots. The address is the search.</summary>
public sealed class IndexModel(SlotFinder finder, GenreCatalogue genres, EasyGigDb db, IStringLocalizer<Text> text) : PageModel
{
    public SlotSearch Search { get; private set; } = new();
    public ListPage<SlotSummary> Found { get; private set; } = null!;

    /// <summary>On the first page only; one more than <see cref="SlotFinder.MostCounted"/> means more than that.</summary>
    public int? Count { get; private set; }

    public IReadOnlyList<SelectListItem> Genres { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Regions { get; private set; } = [];
    public IReadOnlyList<SearchLink> Chips { get; private set; } = [];

    /// <summary>What to give up when nothing was found, with what that would bring.</summary>
    public IReadOnlyList<SearchLink> Instead { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        Search = SlotSearch.Read(Request.Query, genres);
        Found = await finder.PageAsync(Search, ct);
        Count = Search.Cursor is null ? await finder.CountAsync(Search, ct) : null;
        Genres = genres.Choices(genres.Read(Search.Genres));
        Regions = await RegionsAsync(ct);
        Chips = [.. ChipsOf(Search)];
        if (Count == 0) Instead = await InsteadAsync(ct);
    }

    /// <summary>Where venues are, under the names of their countries.</summary>
    private async Task<IReadOnlyList<SelectListItem>> RegionsAsync(CancellationToken ct)
    {
        var italian = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "it";
        var regions = await (
            from region in db.Regions
            join country in db.Countries on region.CountryCode equals country.Code
            where region.Code == Search.Region || db.Venues.Any(v => v.Profile.Place.RegionCode == region.Code)
            orderby country.Name, region.Name
            select new { region.Code, region.Name, Country = italian ? country.NameIt : country.Name }).ToListAsync(ct);
        var groups = regions.Select(r => r.Country).Distinct().ToDictionary(name => name, name => new SelectListGroup { Name = name });
        return [.. regions.Select(r => new SelectListItem(r.Name, r.Code, r.Code == Search.Region) { Group = groups[r.Country] })];
    }

    private IEnumerable<SearchLink> ChipsOf(SlotSearch search)
    {
        foreach (var slug in search.Genres)
            if (genres.NamesOf(genres.Read([slug])) is [var name])
                yield return new(name, (search with { Genres = [.. search.Genres.Where(g => g != slug)] }).Link());
        foreach (var (filter, without) in search.Wider().Where(wider => wider.Filter is not SlotFilter.Genre))
            yield return new(Name(filter), without.Link());
    }

    private async Task<IReadOnlyList<SearchLink>> InsteadAsync(CancellationToken ct)
    {
        List<SearchLink> instead = [];
        foreach (var (filter, without) in Search.Wider())
            if (await finder.CountAsync(without, ct) is > 0 and var count) instead.Add(new(Name(filter), without.Link(), count));
        return instead;
    }

    private string Name(SlotFilter filter) => filter switch
    {
        SlotFilter.Genre => string.Join(", ", genres.NamesOf(genres.Read(Search.Genres))),
        SlotFilter.Region => Regions.FirstOrDefault(r => r.Selected)?.Text ?? Search.Region!,
        SlotFilter.City => Search.City!,
        SlotFilter.From => text["from {0}", Search.From!.Value.ToString("D", CultureInfo.CurrentCulture)],
        SlotFilter.To => text["until {0}", Search.To!.Value.ToString("D", CultureInfo.CurrentCulture)],
        SlotFilter.MinFee => text["pays {0} or more", Search.MinFee!.Value.ToString("0.##", CultureInfo.CurrentCulture)],
        SlotFilter.Category => text[$"category.{Word.Of(Search.Category!.Value)}"],
    };
}

/// <summary>A filter by name, and the search without it.</summary>
/// <param name="Count">What that would find, where it was counted.</param>
public sealed record SearchLink(string Name, string Href, int Count = 0);
