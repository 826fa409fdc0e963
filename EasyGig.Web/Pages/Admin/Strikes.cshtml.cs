using System.ComponentModel.DataAnnotations;
using EasyGig.Domain;
using EasyGig.Domain.Strikes;
using EasyGig.Web.Data;
using EasyGig.Web.Identity;
using EasyGig.Web.Localization;
using EasyGig.Web.Paging;
using EasyGig.Web.Strikes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace EasyGig.Web.Pages.Admin;

/// <summary>All strikes, newest first; an admin lifts one with a reason.</summary>
public sealed class StrikesModel(EasyGigDb db, StrikeDesk desk, TimeProvider clock, IStringLocalizer<Text> text) : PageModel
{
    /// <summary>The word of a state; any other word asks for all.</summary>
    [BindProperty(SupportsGet = true)] public string? State { get; set; }

    /// <summary>The word of a side; any other word asks for both.</summary>
    [BindProperty(SupportsGet = true)] public string? Side { get; set; }
    [BindProperty(SupportsGet = true)] public string? Cursor { get; set; }

    [BindProperty] public LiftInput Input { get; set; } = new();

    /// <summary>The strike whose form was sent and came back.</summary>
    public Guid? Tried { get; private set; }

    public StrikeState? Wanted => Word.Read<StrikeState>(State);
    public Side? Of => Word.Read<Side>(Side);

    public ListPage<StrikeRow> Found { get; private set; } = null!;

    public Task OnGetAsync(CancellationToken ct) => ReadAsync(ct);

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (await db.StrikeRowsOf(db.Strikes).Where(s => s.Id == id).Select(s => s.Name).SingleOrDefaultAsync(ct) is not { } name) return NotFound();
        var refusal = ModelState.IsValid ? await desk.LiftAsync(id, Input.Reason!, User.Id, ct) : null;
        if (ModelState.IsValid && refusal is null)
        {
            TempData["Done"] = text["The strike is lifted. {0} is told why.", name].Value;
            return Redirect(Address(Wanted, Of, Cursor));
        }
        if (refusal is not null) ModelState.Refuse(refusal, text);
        Tried = id;
        await ReadAsync(ct);
        return Page();
    }

    public static string Address(StrikeState? state = null, Side? side = null, string? cursor = null) => QueryHelpers.AddQueryString("/admin/strikes", new Dictionary<string, string?>
    {
        ["state"] = state is { } wanted ? Word.Of(wanted) : null, ["side"] = side is { } of ? Word.Of(of) : null, ["cursor"] = cursor,
    });

    private async Task ReadAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var strikes = db.Strikes.AsNoTracking();
        strikes = Wanted switch
        {
            StrikeState.Standing => strikes.Where(s => s.LiftedAt == null && s.LapsesAt > now),
            StrikeState.Lapsed => strikes.Where(s => s.LiftedAt == null && s.LapsesAt <= now),
            StrikeState.Lifted => strikes.Where(s => s.LiftedAt != null),
            null => strikes,
        };
        strikes = Of switch { Domain.Side.Artist => strikes.Where(s => s.ArtistId != null), Domain.Side.Venue => strikes.Where(s => s.VenueId != null), null => strikes };
        Found = await db.StrikeRowsOf(strikes).PageAsync(row => ValueTuple.Create(row.GivenAt, row.Id), Cursor, ct, descending: true);
    }

    public sealed class LiftInput
    {
        [Required, StringLength(1000), Display(Name = "Reason")] public string? Reason { get; set; }
    }
}
