using EasyGig.Domain;
using EasyGig.Domain.Slots;
using EasyGig.Web.Components;
using EasyGig.Web.Data;
using EasyGig.Web.Genres;
using EasyGig.Web.Paging;
using EasyGig.Web.Places;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Web.Slots;

/// <summary>Finds open slots that have not begun, the next first.</summary>
public sealed class SlotFinder(EasyGigDb db, GenreCatalogue genres, PlaceFinder places, TimeProvider clock)
{
    /// <summary>Beyond this a count says "more than".</summary>
    public const int MostCounted = 200;

    public async Task<ListPage<SlotSummary>> PageAsync(SlotSearch search, CancellationToken ct)
    {
        var (found, cursor) = (await MatchingAsync(search, ct), search.Cursor);
        var (at, id) = cursor?.Key ?? default;
        if (cursor is { Back: true }) found = found.Where(s => EF.Functions.LessThan(ValueTuple.Create(s.Time.Start, s.Id), ValueTuple.Create(at, id)));
        else if (cursor is not null) found = found.Where(s => EF.Functions.GreaterThan(ValueTuple.Create(s.Time.Start, s.Id), ValueTuple.Create(at, id)));
        var rows = await RowsAsync(found, cursor is { Back: true }, ListPage.Fetch, ct);
        return ListPage.Of(rows, cursor, slot => (slot.Period.Start, slot.Id));
    }

    /// <summary>How many there are, counted up to one more than <see cref="MostCounted"/>.</summary>
    public async Task<int> CountAsync(SlotSearch search, CancellationToken ct) =>
        await (await MatchingAsync(search, ct)).OrderBy(s => s.Time.Start).Take(MostCounted + 1).CountAsync(ct);

    /// <summary>The next few, anywhere.</summary>
    public Task<List<SlotSummary>> NextAsync(int number, CancellationToken ct) => RowsAsync(Open, back: false, number, ct);

    /// <summary>The next few of a venue.</summary>
    public Task<List<SlotSummary>> NextOfAsync(Guid venueId, int number, CancellationToken ct) =>
        RowsAsync(Open.Where(s => s.VenueId == venueId), back: false, number, ct);

    private IQueryable<Slot> Open
    {
        get
        {
            var now = clock.GetUtcNow();
            return db.Slots.Where(s => s.State == SlotState.Open && s.Time.Start > now);
        }
    }

    private async Task<IQueryable<Slot>> MatchingAsync(SlotSearch search, CancellationToken ct)
    {
        var found = Open;
        if (search.Genres.Count > 0)
        {
            var wanted = genres.Wanted(genres.Read(search.Genres));
            found = found.Where(s => EasyGigDb.GenresMeet(s.Terms.Genres, wanted));
        }
        if (search.Region is { } region) found = found.Where(s => s.Place.RegionCode == region);
        if (search.City is { } city)
        {
            int[] ids = [.. (await places.FindAsync(city, ct)).Select(place => place.Id)];
            found = ids is [var one] ? found.Where(s => s.Place.CityId == one) : found.Where(s => ids.Contains(s.Place.CityId));
        }
        if (search.MinFee is { } fee) found = found.Where(s => s.Terms.MaxFee >= fee);
        if (search.Category is { } category) found = found.Where(s => s.Terms.Category == null || s.Terms.Category == category);
        return Between(found, search.From, search.To);
    }

    /// <summary>Days are the venue's. The first bound of each, true in every zone, is the one that the index answers.</summary>
    private IQueryable<Slot> Between(IQueryable<Slot> found, DateOnly? first, DateOnly? last)
    {
        if (first?.ToDateTime(default, DateTimeKind.Utc) is { } from)
        {
            var (earliest, local) = (new DateTimeOffset(from.AddHours(-14)), DateTime.SpecifyKind(from, DateTimeKind.Unspecified));
            found = found.Where(s => s.Time.Start >= earliest && db.Venues.Any(v => v.Id == s.VenueId
                && TimeZoneInfo.ConvertTimeBySystemTimeZoneId(s.Time.Start.UtcDateTime, v.Profile.TimeZone) >= local));
        }
        if (last?.AddDays(1).ToDateTime(default, DateTimeKind.Utc) is { } to)
        {
            var (latest, local) = (new DateTimeOffset(to.AddHours(12)), DateTime.SpecifyKind(to, DateTimeKind.Unspecified));
            found = found.Where(s => s.Time.Start < latest && db.Venues.Any(v => v.Id == s.VenueId
                && TimeZoneInfo.ConvertTimeBySystemTimeZoneId(s.Time.Start.UtcDateTime, v.Profile.TimeZone) < local));
        }
        return found;
    }

    // The keys come from an index alone; only the rows that are shown are then looked up and joined.
    private async Task<List<SlotSummary>> RowsAsync(IQueryable<Slot> slots, bool back, int number, CancellationToken ct)
    {
        var keys = (back ? slots.OrderByDescending(s => s.Time.Start).ThenByDescending(s => s.Id) : slots.OrderBy(s => s.Time.Start).ThenBy(s => s.Id))
            .Select(s => new { s.Id, s.Time.Start }).Take(number);
        var rows =
            from key in keys
            join slot in db.Slots on key.Id equals slot.Id
            join venue in db.Venues on slot.VenueId equals venue.Id
            join stage in db.Stages on slot.StageId equals stage.Id
            join city in db.Cities on slot.Place.CityId equals city.Id
            select new { key, slot.Time, slot.Terms, Venue = venue.Profile.Name, venue.Profile.TimeZone, Stage = stage.Profile.Name, City = city.Name, city.Province };
        rows = back ? rows.OrderByDescending(r => r.key.Start).ThenByDescending(r => r.key.Id) : rows.OrderBy(r => r.key.Start).ThenBy(r => r.key.Id);
        return [.. (await rows.AsNoTracking().ToListAsync(ct)).Select(r => new SlotSummary(
            r.key.Id, r.Time, TimeZoneInfo.FindSystemTimeZoneById(r.TimeZone), r.Venue, r.Stage, r.Province.Length > 0 ? $"{r.City} ({r.Province})" : r.City,
            genres.NamesOf(r.Terms.Genres), new(r.Terms.MinFee, r.Terms.Currency), new(r.Terms.MaxFee, r.Terms.Currency), r.Terms.Negotiable))];
    }
}
