using EasyGig.Domain;
using EasyGig.Domain.Venues;
using EasyGig.Web.Live;
using EasyGig.Web.Localization;
using EasyGig.Web.Paging;
using EasyGig.Web.Places;
using EasyGig.Web.Venues;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Localization;

namespace EasyGig.Web.Pages.Venues;

/// <summary>The search among venues. The address is the search.</summary>
[OutputCache(PolicyName = PublicCache.Policy)]
public sealed class IndexModel(VenueFinder finder, PlaceFilters places, IStringLocalizer<Text> text) : PageModel
{
    public VenueSearch Search { get; private set; } = new();
    public ListPage<ProfileRow> Found { get; private set; } = null!;
    public IReadOnlyList<FilterChip> Chips { get; private set; } = [];

    public async Task OnGetAsync(string? cursor, CancellationToken ct)
    {
        Search = VenueAddress.Read(Request.Query);
        Found = await finder.PageAsync(Search, cursor, ct);
        Chips = [.. await ChipsAsync(ct)];
    }

    private async Task<IEnumerable<FilterChip>> ChipsAsync(CancellationToken ct)
    {
        List<(string Name, VenueSearch Without)> filters = [];
        if (Search.Text is { } words) filters.Add(($"“{words}”", Search with { Text = null }));
        filters.AddRange((await places.OfAsync(Search.Where, ct)).Select(place => (place.Name, Search with { Where = place.Without })));
        if (Search.MinCapacity is { } capacity) filters.Add((text["{0} people or more", capacity], Search with { MinCapacity = null }));
        if (Search.Room is { } room) filters.Add((text[$"room.{Word.Of(room)}"], Search with { Room = null }));
        return filters.Select(filter => new FilterChip(filter.Name, VenueAddress.Of(filter.Without)));
    }
}
