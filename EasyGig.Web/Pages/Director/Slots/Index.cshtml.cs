using EasyGig.Domain;
using EasyGig.Domain.Slots;
using EasyGig.Web.Data;
using EasyGig.Web.Exports;
using EasyGig.Web.Identity;
using EasyGig.Web.Localization;
using EasyGig.Web.Paging;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace EasyGig.Web.Pages.Director.Slots;

/// <summary>The slots of a director's venues: those to come, soonest first, or those that are over, latest first.</summary>
public sealed class IndexModel(EasyGigDb db, IStringLocalizer<Text> text, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true)] public SlotFilter Filter { get; set; } = new();

    public DateTimeOffset Now { get; } = clock.GetUtcNow();
    public IReadOnlyList<(Guid Id, string Name)> Stages { get; private set; } = [];
    public ListPage<SlotLine> Found { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken ct)
    {
        Stages = await db.StageNamesOfAsync(User.Id, ct);
        Found = await Lines(Filtered(db.SlotTitlesOf(User.Id))).PageAsync(line => ValueTuple.Create(line.Slot.Time.Start, line.Slot.Id), Filter.Cursor, ct, descending: Filter.Past);
    }

    /// <summary>All pages of the list that the filter leaves.</summary>
    public CsvAnswer<SlotLine> OnGetCsv() => new("slots", Lines(Filtered(db.SlotTitlesOf(User.Id))).OrderBy(line => line.Slot.Time.Start).ThenBy(line => line.Slot.Id).AsAsyncEnumerable(),
    [
        .. CsvColumns.When<SlotLine>(text, line => (line.Slot.Time, line.Slot.Zone)),
        new(text["Venue"], line => line.Slot.Venue),
        new(text["Stage"], line => line.Slot.Stage),
        new(text["Artist"], line => line.Booked),
        new(text["Applications"], line => line.Applicants),
        new(text["Lowest fee"], line => CsvColumns.Amount(line.Slot.Terms.Lowest)),
        new(text["Highest fee"], line => CsvColumns.Amount(line.Slot.Terms.Highest)),
        new(text["Currency"], line => line.Slot.Terms.Currency),
        CsvColumns.State<SlotLine>(text, line => line.Slot.StateAt(Now)),
    ]);

    private IQueryable<SlotTitle> Filtered(IQueryable<SlotTitle> slots)
    {
        if (!Filter.IsOver) slots = slots.Where(s => Filter.Past ? s.Time.End <= Now : s.Time.End > Now);
        if (Filter.StageId is { } stage) slots = slots.Where(s => s.StageId == stage);
        return Filter.Wanted switch
        {
            null => slots,
            SlotState.Open => slots.Where(s => s.State == SlotState.Open && s.Time.Start > Now),
            SlotState.Lapsed => slots.Where(s => s.State == SlotState.Lapsed || s.State == SlotState.Open && s.Time.Start <= Now),
            { } state => slots.Where(s => s.State == state),
        };
    }

    private IQueryable<SlotLine> Lines(IQueryable<SlotTitle> slots) =>
        from slot in slots
        from booking in db.Bookings.Where(b => b.SlotId == slot.Id && EF.Property<bool>(b, BookingConfiguration.IsActive)).DefaultIfEmpty()
        from artist in db.Artists.Where(a => a.Id == booking.ArtistId).DefaultIfEmpty()
        select new SlotLine
        {
            Slot = slot, Booked = artist.Profile.Name,
            Applicants = db.Applications.Count(a => a.SlotId == slot.Id && EF.Property<bool>(a, BookingConfiguration.IsLive)),
        };
}

/// <summary>A slot in its director's list.</summary>
public sealed record SlotLine
{
    public required SlotTitle Slot { get; init; }

    /// <summary>How many live applications it has.</summary>
    public required int Applicants { get; init; }

    /// <summary>The artist who is booked on it.</summary>
    public required string? Booked { get; init; }
}

/// <summary>What narrows the list down, as the address carries it; nonsense counts as nothing.</summary>
public sealed class SlotFilter
{
    [FromQuery(Name = "state")] public string? State { get; set; }
    [FromQuery(Name = "stage")] public string? Stage { get; set; }
    [FromQuery(Name = "when")] public string? When { get; set; }
    [FromQuery(Name = "cursor")] public string? Cursor { get; set; }

    public SlotState? Wanted => Word.Read<SlotState>(State);
    public Guid? StageId => Guid.TryParse(Stage, out var id) ? id : null;

    /// <summary>Whether the state itself says that the slot has begun.</summary>
    public bool IsOver => Wanted is SlotState.Lapsed or SlotState.Played;
    public bool Past => When == "past" || IsOver;
    public bool Any => Wanted is not null || StageId is not null;

    /// <summary>The address of a page of the list with this filter.</summary>
    public string Address(string cursor) => QueryHelpers.AddQueryString(Address(), "cursor", cursor);

    /// <summary>The address of the list as a file.</summary>
    public string Csv => QueryHelpers.AddQueryString(Address(), "handler", "Csv");

    private string Address() => QueryHelpers.AddQueryString("/director/slots", new Dictionary<string, string?>
    {
        ["state"] = Wanted is { } state ? Word.Of(state) : null, ["stage"] = StageId?.ToString(), ["when"] = Past ? "past" : null,
    });
}
