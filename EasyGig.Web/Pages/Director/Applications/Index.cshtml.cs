using System.Linq.Expressions;
using EasyGig.Domain.Applications;
using EasyGig.Web.Data;
using EasyGig.Web.Identity;
using EasyGig.Web.Paging;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Web.Pages.Director.Applications;

/// <summary>What was sent to a director's venues: first all that waits for an answer, whoever waits longest on top; then the rest by state.</summary>
public sealed class IndexModel(EasyGigDb db, TimeProvider clock) : PageModel
{
    public DateTimeOffset Now { get; } = clock.GetUtcNow();
    public ListPage<ApplicationLine> Found { get; private set; } = null!;

    /// <summary>The slot that the list is narrowed down to.</summary>
    public SlotTitle? Slot { get; private set; }

    public async Task OnGetAsync(string? slot, string? cursor, CancellationToken ct)
    {
        if (Guid.TryParse(slot, out var id)) Slot = await db.SlotTitlesOf(User.Id).SingleOrDefaultAsync(s => s.Id == id, ct);
        var lines = db.ApplicationViewsTo(User.Id, Now);
        if (Slot is not null) lines = lines.Where(a => a.Slot.Id == Slot.Id);
        Found = await lines.Select(Ranked).PageAsync(l => ValueTuple.Create(l.Rank, l.Application.SubmittedAt, l.Application.Id), cursor, ct);
    }

    /// <summary>The address of a page of this list.</summary>
    public string Address(string cursor) =>
        QueryHelpers.AddQueryString("/director/applications", new Dictionary<string, string?> { ["slot"] = Slot?.Id.ToString(), ["cursor"] = cursor });

    private static readonly Expression<Func<ApplicationView, ApplicationLine>> Ranked = a => new ApplicationLine
    {
        Application = a,
        Rank = a.Waits ? 0
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
