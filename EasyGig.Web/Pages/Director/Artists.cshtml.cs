using System.Globalization;
using EasyGig.Domain;
using EasyGig.Domain.Applications;
using EasyGig.Domain.Artists;
using EasyGig.Domain.Slots;
using EasyGig.Web.Artists;
using EasyGig.Web.Data;
using EasyGig.Web.Genres;
using EasyGig.Web.Identity;
using EasyGig.Web.Localization;
using EasyGig.Web.Pages.Director.Slots;
using EasyGig.Web.Paging;
using EasyGig.Web.Places;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace EasyGig.Web.Pages.Director;

/// <summary>The search the other way: a director looks for artists, for one of the slots or around a venue. The address is the search.</summary>
public sealed class ArtistsModel(EasyGigDb db, ArtistScout scout, ArtistFilters filters, GenreCatalogue genres, IStringLocalizer<Text> text, TimeProvider clock) : PageModel
{
    private const int MostSlots = 100;

    /// <summary>A night is over at six in the morning.</summary>
    private const int DayBegins = 6;

    public ScoutSearch Search { get; private set; } = new();
    public ListPage<Scouted>? Found { get; private set; }
    public IReadOnlyList<FilterChip> Chips { get; private set; } = [];

    /// <summary>Open slots that artists can still apply to, the next first.</summary>
    public IReadOnlyList<SlotTitle> Slots { get; private set; } = [];
    public IReadOnlyList<(Guid Id, string Name)> Venues { get; private set; } = [];

    /// <summary>The one that is to be filled.</summary>
    public SlotTitle? Slot { get; private set; }

    /// <summary>What those who were asked or have applied to it did, by their slug.</summary>
    public IReadOnlyDictionary<string, string> Known { get; private set; } = new Dictionary<string, string>();

    public async Task OnGetAsync(string? cursor, CancellationToken ct)
    {
        Search = ScoutAddress.Read(Request.Query, genres);
        var from = clock.GetUtcNow() + Application.Notice;
        Slots = await db.SlotTitlesOf(User.Id).Where(slot => slot.State == SlotState.Open && slot.Time.Start >= from).OrderBy(slot => slot.Time.Start).ThenBy(slot => slot.Id).Take(MostSlots).AsNoTracking().ToListAsync(ct);
        var venues = await db.VenuesOf(User.Id).OrderBy(venue => venue.Profile.Name).ThenBy(venue => venue.Id).AsNoTracking().ToListAsync(ct);
        Venues = [.. venues.Select(venue => (venue.Id, venue.Profile.Name))];
        if (venues.Count == 0) return;
        Slot = Slots.SingleOrDefault(slot => slot.Id == Search.Slot);
        var at = venues.FirstOrDefault(venue => venue.Id == (Slot?.VenueId ?? Search.Venue)) ?? venues[0];
        Search = Search with { Slot = Slot?.Id, Venue = at.Id, Free = Slot is null ? Search.Free : null };
        if (Search is { Sort: ScoutSort.Fee, Whom.Currency: null } or { Whom: { MaxFee: not null, Currency: null } }) Search = Search with { Whom = Search.Whom with { Currency = at.Profile.Currency } };
        var free = Slot?.Time ?? (Search.Free is { } day ? NightOf(day, at.Zone) : null);
        Found = await scout.PageAsync(Search, new(at.Id, new(at.Profile.Latitude, at.Profile.Longitude), at.Profile.Currency, free, Slot?.Terms), cursor, ct);
        Chips = [.. await ChipsAsync(at.Profile.Name, ct)];
        if (Slot is not null) Known = await KnownAsync(Slot.Id, ct);
    }

    private static Period? NightOf(DateOnly day, TimeZoneInfo zone)
    {
        var morning = day.ToDateTime(new(DayBegins, 0));
        if (zone.IsInvalidTime(morning)) return null; // there are days that a country has left out
        var begins = new DateTimeOffset(TimeZoneInfo.ConvertTimeToUtc(morning, zone), TimeSpan.Zero);
        return new(begins, begins.AddDays(1));
    }

    private async Task<Dictionary<string, string>> KnownAsync(Guid slot, CancellationToken ct)
    {
        var known = new Dictionary<string, string>();
        foreach (var invited in await db.InvitedTo(slot).ToListAsync(ct)) known[invited.Slug] = text["invited already"];
        foreach (var slug in await db.Applications.Where(a => a.SlotId == slot).Join(db.Artists, a => a.ArtistId, artist => artist.Id, (_, artist) => artist.Slug).Distinct().ToListAsync(ct)) known[slug] = text["has applied"];
        return known;
    }

    private async Task<IEnumerable<FilterChip>> ChipsAsync(string venue, CancellationToken ct)
    {
        List<(string Name, ScoutSearch Without)> chips = [];
        if (Slot is { } slot) chips.Add((TimeFormat.Span(slot.Time, slot.Zone), Search with { Slot = null }));
        chips.AddRange((await filters.OfAsync(Search.Whom, ct)).Select(filter => (filter.Name, Search with { Whom = filter.Without })));
        if (Search.Km is { } km && Search.Whom.Where.City is null) chips.Add((text["within {0} km of {1}", km, venue], Search with { Km = null }));
        if (Search.Free is { } day) chips.Add((text["free on {0}", day.ToString("D", CultureInfo.CurrentCulture)], Search with { Free = null }));
        if (Search.Stars is { } stars) chips.Add((text["{0} stars or more", stars], Search with { Stars = null }));
        return chips.Select(chip => new FilterChip(chip.Name, ScoutAddress.Of(chip.Without)));
    }
}
