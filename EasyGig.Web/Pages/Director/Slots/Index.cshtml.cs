using EasyGig.Domain;
using EasyGig.Domain.Slots;
using EasyGig.Web.Data;
using EasyGig.Web.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Web.Pages.Director.Slots;

/// <summary>The slots of a director's venues: those to come, soonest first, or those that are over, latest first.</summary>
public sealed class IndexModel(EasyGigDb db, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true)] public SlotFilter Filter { get; set; } = new();

    public DateTimeOffset Now { get; } = clock.GetUtcNow();
    public IReadOnlyList<(Guid Id, string Name)> Stages { get; private set; } = [];
    public IReadOnlyList<SlotLine> Slots { get; private set; } = [];

    /// <summary>Where the next page begins; null on the last.</summary>
    public ListCursor? Next { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        Stages = await db.StageNamesOfAsync(User.Id, ct);
        var found = await Lines(Ordered(Filtered(db.SlotTitlesOf(User.Id))).Take(ListCursor.PageSize + 1)).ToListAsync(ct);
        Slots = [.. found.Take(ListCursor.PageSize)];
        if (found.Count > ListCursor.PageSize) Next = new(0, Slots[^1].Slot.Time.Start, Slots[^1].Slot.Id);
    }

    private IQueryable<SlotTitle> Filtered(IQueryable<SlotTitle> slots)
    {
        if (Filter.StageId is { } stage) slots = slots.Where(s => s.StageId == stage);
        return Filter.Wanted switch
        {
            null => slots,
            SlotState.Open => slots.Where(s => s.State == SlotState.Open && s.Time.Start > Now),
            SlotState.Lapsed => slots.Where(s => s.State == SlotState.Lapsed || s.State == SlotState.Open && s.Time.Start <= Now),
            { } state => slots.Where(s => s.State == state),
        };
    }

    private IQueryable<SlotTitle> Ordered(IQueryable<SlotTitle> slots)
    {
        slots = Filter.Past ? slots.Where(s => s.Time.End <= Now) : slots.Where(s => s.Time.End > Now);
        if (ListCursor.Read(Filter.Cursor) is { At: var at, Id: var id })
            slots = Filter.Past
                ? slots.Where(s => EF.Functions.LessThan(ValueTuple.Create(s.Time.Start, s.Id), ValueTuple.Create(at, id)))
                : slots.Where(s => EF.Functions.GreaterThan(ValueTuple.Create(s.Time.Start, s.Id), ValueTuple.Create(at, id)));
        return Filter.Past ? slots.OrderByDescending(s => s.Time.Start).ThenByDescending(s => s.Id) : slots.OrderBy(s => s.Time.Start).ThenBy(s => s.Id);
    }

    private IQueryable<SlotLine> Lines(IQueryable<SlotTitle> slots) =>
        from slot in slots
        from booking in db.Bookings.Where(b => b.SlotId == slot.Id && EF.Property<bool>(b, BookingConfiguration.IsActive)).DefaultIfEmpty()
        from artist in db.Artists.Where(a => a.Id == booking.ArtistId).DefaultIfEmpty()
        select new SlotLine(slot, db.Applications.Count(a => a.SlotId == slot.Id && EF.Property<bool>(a, BookingConfiguration.IsLive)), artist.Profile.Name);
}

/// <param name="Applicants">How many live applications it has.</param>
/// <param name="Booked">The artist who is booked on it.</param>
public sealed record SlotLine(SlotTitle Slot, int Applicants, string? Booked);

/// <summary>What narrows the list down, as the address carries it; nonsense counts as nothing.</summary>
public sealed class SlotFilter
{
    [FromQuery(Name = "state")] public string? State { get; set; }
    [FromQuery(Name = "stage")] public string? Stage { get; set; }
    [FromQuery(Name = "when")] public string? When { get; set; }
    [FromQuery(Name = "cursor")] public string? Cursor { get; set; }

    public SlotState? Wanted => Word.Read<SlotState>(State);
    public Guid? StageId => Guid.TryParse(Stage, out var id) ? id : null;
    public bool Past => When == "past";
    public bool Any => Wanted is not null || StageId is not null;

    /// <summary>The address of the list with this filter, from a cursor on.</summary>
    public string Address(ListCursor? cursor, bool past) =>
        "/director/slots" + QueryString.Create(new Dictionary<string, string?>
        {
            ["state"] = State, ["stage"] = Stage, ["when"] = past ? "past" : null, ["cursor"] = cursor?.ToString(),
        }.Where(pair => !string.IsNullOrEmpty(pair.Value)));
}
