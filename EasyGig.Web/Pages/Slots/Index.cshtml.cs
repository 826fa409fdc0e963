using EasyGig.Domain;
using EasyGig.Domain.Slots;
using EasyGig.Web.Components;
using EasyGig.Web.Data;
using EasyGig.Web.Genres;
using EasyGig.Web.Identity;
using EasyGig.Web.Live;
using EasyGig.Web.Paging;
using EasyGig.Web.Places;
using EasyGig.Web.Slots;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Web.Pages.Slots;

/// <summary>The search among open slots. The address is the search.</summary>
[OutputCache(PolicyName = PublicCache.Policy)]
public sealed class IndexModel(SlotFinder finder, SlotFilters filters, GenreCatalogue genres, PlaceSuggestions places, EasyGigDb db, TimeProvider clock) : PageModel
{
    private const string UsualCurrency = "EUR";
    private const int NearestShown = 3;

    public SlotSearch Search { get; private set; } = new();
    public string? Cursor { get; private set; }
    public ListPage<SlotSummary> Found { get; private set; } = null!;

    /// <summary>On the first page only; one more than <see cref="SlotFinder.MostCounted"/> means more than that.</summary>
    public int? Count { get; private set; }

    /// <summary>The reader's artist, whose fit is shown.</summary>
    public Seeker? Seeker { get; private set; }

    /// <summary>Whether slots at the artist's busy times are shown, too.</summary>
    [BindProperty(SupportsGet = true)] public bool Busy { get; set; }
    public bool HasBusyTimes { get; private set; }
    public IReadOnlyList<SlotFilter> Filters { get; private set; } = [];

    /// <summary>The search as it is kept: its order finds nothing else.</summary>
    public string Kept => SlotAddress.Of(Search with { Sort = SlotSort.Date });

    /// <summary>What the reader called it who keeps it already.</summary>
    public string? KeptAs { get; private set; }

    /// <summary>The orders that can be kept for this reader.</summary>
    public IEnumerable<SlotSort> Sorts => Enum.GetValues<SlotSort>().Where(sort => sort switch
    {
        SlotSort.Fit => Seeker is not null,
        SlotSort.Distance => Seeker is not null || Search.Where.City is not null,
        _ => true,
    });

    /// <summary>Cities that may be meant when nobody knows the one that was typed.</summary>
    public IReadOnlyList<string> Cities { get; private set; } = [];

    /// <summary>Which filters to give up when nothing was found, with what that would bring.</summary>
    public IReadOnlyList<(SlotFilter Filter, int Count)> Instead { get; private set; } = [];

    /// <summary>What comes closest when nothing was found.</summary>
    public IReadOnlyList<SlotSummary> Nearest { get; private set; } = [];

    public async Task OnGetAsync(string? cursor, CancellationToken ct)
    {
        (Search, Cursor) = (SlotAddress.Read(Request.Query, genres), cursor);
        if (User.IsInRole(Roles.Artist)) Seeker = await db.SeekerOfAsync(User.Id, clock.GetUtcNow(), ct);
        if (Seeker is { IsBusy: true }) (HasBusyTimes, Seeker) = (true, Seeker with { IsBusy = !Busy });
        if (Search is { Sort: SlotSort.Fee, Currency: null }) Search = Search with { Currency = Seeker?.Profile.Fee.Currency ?? UsualCurrency };
        (Found, Count) = await finder.FindAsync(Search, cursor, Seeker, ct);
        Filters = await filters.OfAsync(Search, ct);
        if (Seeker is not null) KeptAs = await db.SearchesOf(User.Id).Where(search => search.Query == Kept).Select(search => search.Name).SingleOrDefaultAsync(ct);
        if (Count == 0) await ReadInsteadAsync(ct);
    }

    private async Task ReadInsteadAsync(CancellationToken ct)
    {
        List<(SlotFilter, int)> instead = [];
        foreach (var filter in Filters)
            if (await finder.CountAsync(filter.Without, Seeker, ct) is > 0 and var count) instead.Add((filter, count));
        Instead = instead;
        var wider = Search.Where.City is not { } city
            ? Search with { Where = Whereabouts.Anywhere, From = null, To = null, Weekdays = [] }
            : Search with { Where = new(City: city, Km: Whereabouts.MaxKm), Sort = SlotSort.Distance };
        Nearest = [.. (await finder.FindAsync(wider, null, Seeker, ct)).Page.Rows.Take(NearestShown)];
        if (Search.Where.City is { } typed && Nearest.Count == 0) Cities = await places.OfAsync(typed, ct);
    }
}
