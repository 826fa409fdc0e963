using System.Linq.Expressions;
using EasyGig.Domain.Applications;
using EasyGig.Domain.Slots;
using EasyGig.Web.Data;
using EasyGig.Web.Identity;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Web.Pages.Director.Applications;

/// <summary>What was sent to a director's venues: first all that waits for an answer, whoever waits longest on top; then the rest by state.</summary>
public sealed class IndexModel(EasyGigDb db, TimeProvider clock) : PageModel
{
    public DateTimeOffset Now { get; } = clock.GetUtcNow();
    public IReadOnlyList<ApplicationLine> Applications { get; private set; } = [];

    /// <summary>The slot that the list is narrowed down to.</summary>
    public SlotTitle? Slot { get; private set; }

    /// <summary>Where this page began; null on the first.</summary>
    public ListCursor? From { get; private set; }

    /// <summary>Where the next page begins; null on the last.</summary>
    public ListCursor? Next { get; private set; }

    public async Task OnGetAsync(string? slot, string? cursor, CancellationToken ct)
    {
        if (Guid.TryParse(slot, out var id)) Slot = await db.SlotTitlesOf(User.Id).SingleOrDefaultAsync(s => s.Id == id, ct);
        From = ListCursor.Read(cursor);
        var lines = db.ApplicationViewsTo(User.Id);
        if (Slot is not null) lines = lines.Where(a => a.Slot.Id == Slot.Id);
        var found = await After(lines.Select(Ranked(Now))).OrderBy(l => l.Rank).ThenBy(l => l.Application.SubmittedAt).ThenBy(l => l.Application.Id)
            .Take(ListCursor.PageSize + 1).ToListAsync(ct);
        Applications = [.. found.Take(ListCursor.PageSize)];
        if (found.Count > ListCursor.PageSize && Applications[^1] is { Rank: var rank, Application: var last }) Next = new(rank, last.SubmittedAt, last.Id);
    }

    /// <summary>The address of this list from a cursor on.</summary>
    public string Address(ListCursor? cursor) => "/director/applications" + QueryString.Create(new Dictionary<string, string?>
    {
        ["slot"] = Slot?.Id.ToString(), ["cursor"] = cursor?.ToString(),
    }.Where(pair => pair.Value is not null));

    private IQueryable<ApplicationLine> After(IQueryable<ApplicationLine> lines) => From is not { Rank: var rank, At: var at, Id: var id } ? lines
        : lines.Where(l => EF.Functions.GreaterThan(ValueTuple.Create(l.Rank, l.Application.SubmittedAt, l.Application.Id), ValueTuple.Create(rank, at, id)));

    private static Expression<Func<ApplicationView, ApplicationLine>> Ranked(DateTimeOffset now) => a => new ApplicationLine
    {
        Application = a,
        Rank = (a.State == ApplicationState.Submitted || a.State == ApplicationState.Shortlisted) && a.Slot.State == SlotState.Open && a.Slot.Time.Start > now ? 0
            : a.State == ApplicationState.Offered ? 1
            : a.State == ApplicationState.Waitlisted ? 2
            : a.State == ApplicationState.Accepted ? 3
            : a.State == ApplicationState.Declined ? 4
            : a.State == ApplicationState.Withdrawn ? 5 : 6,
    };
}

/// <summary>An application and where it stands in the list.</summary>
public sealed record ApplicationLine
{
    public required ApplicationView Application { get; init; }

    /// <summary>0 is what waits for the director.</summary>
    public required int Rank { get; init; }
}
