using EasyGig.Domain;
using EasyGig.Domain.Holds;
using EasyGig.Domain.Venues;
using EasyGig.Web.Components;
using EasyGig.Web.Data;
using EasyGig.Web.Holds;
using EasyGig.Web.Identity;
using EasyGig.Web.Localization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace EasyGig.Web.Pages.Artist.Holds;

/// <summary>The dates that the reader's artists hold: commit, challenge, release. Who else holds them is nobody's business.</summary>
public sealed class IndexModel(EasyGigDb db, HoldDesk desk, HoldLog log, IStringLocalizer<Text> text, TimeProvider clock) : PageModel
{
    private const int Most = 100;

    private ILookup<Guid, TimelineLine> _history = Enumerable.Empty<TimelineLine>().ToLookup(_ => Guid.Empty);

    public DateTimeOffset Now { get; } = clock.GetUtcNow();
    public IReadOnlyList<ArtistHold> Live { get; private set; } = [];

    /// <summary>Those that are over, of dates to come.</summary>
    public IReadOnlyList<ArtistHold> Over { get; private set; } = [];

    public IEnumerable<TimelineLine> HistoryOf(ArtistHold hold) => _history[hold.Id];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var yesterday = VenueDay.Of(Now, TimeZoneInfo.Utc).Date.AddDays(-1);
        var holds = await db.ArtistHoldsOf(User.Id).Where(hold => hold.Date >= yesterday).OrderByDescending(hold => hold.State == HoldState.Challenged).ThenByDescending(hold => hold.State == HoldState.Active).ThenBy(hold => hold.Date).Take(Most).ToListAsync(ct);
        (Live, Over) = ([.. holds.Where(hold => hold.IsLive)], [.. holds.Where(hold => !hold.IsLive)]);
        _history = await log.OfHoldsAsync([.. holds.Select(hold => hold.Id)], ct);
    }

    public Task<IActionResult> OnPostCommitAsync(Guid id, CancellationToken ct) => ActAsync(id, () => desk.CommitAsync(id, ct), "You are ready, and the venue has been told. Nobody moves past you.", ct);

    public Task<IActionResult> OnPostChallengeAsync(Guid id, CancellationToken ct) => ActAsync(id, () => desk.ChallengeAsync(id, Side.Artist, ct), "You are ready. Those above you are asked now; you are told how it ends.", ct);

    public Task<IActionResult> OnPostReleaseAsync(Guid id, CancellationToken ct) => ActAsync(id, () => desk.ReleaseAsync(id, Side.Artist, ct), "You released the date. The venue has been told.", ct);

    private async Task<IActionResult> ActAsync(Guid id, Func<Task<Refusal?>> act, string done, CancellationToken ct)
    {
        if (!await db.HoldsOf(User.Id).AnyAsync(hold => hold.Id == id, ct)) return NotFound();
        if (await act() is { } refusal)
        {
            ModelState.Refuse(refusal, text);
            await OnGetAsync(ct);
            return Page();
        }
        TempData["Done"] = text[done].Value;
        return RedirectToPage();
    }
}
