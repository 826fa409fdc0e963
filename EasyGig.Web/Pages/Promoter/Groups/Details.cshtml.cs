using System.ComponentModel.DataAnnotations;
using EasyGig.Domain;
using EasyGig.Domain.Groups;
using EasyGig.Domain.Rosters;
using EasyGig.Web.Data;
using EasyGig.Web.Groups;
using EasyGig.Web.Identity;
using EasyGig.Web.Localization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace EasyGig.Web.Pages.Promoter.Groups;

/// <summary>One group: who has said yes, until when the others may, and what the promoter can do about it.</summary>
public sealed class DetailsModel(EasyGigDb db, GroupDesk desk, GroupSubmission submission, IStringLocalizer<Text> text, TimeProvider clock) : PageModel
{
    [BindProperty] public SwapInput Input { get; set; } = new();

    public DateTimeOffset Now { get; } = clock.GetUtcNow();
    public Group Group { get; private set; } = null!;
    public IReadOnlyList<PairView> Pairs { get; private set; } = [];

    /// <summary>Who may be put in somebody's place.</summary>
    public IReadOnlyList<(Guid Id, string Name)> Artists { get; private set; } = [];

    /// <summary>The application whose swap was refused.</summary>
    public Guid? Refused { get; private set; }

    public bool Waits => Group.State is GroupState.Submitted;

    /// <summary>What it did not come about for, in words.</summary>
    public string? Why => Group.Ending is { } ending ? text[$"group.end.{Word.Of(ending)}", Broken?.Artist ?? "", Broken?.Venue ?? ""].Value : null;

    /// <summary>As it was typed, also where it is no number.</summary>
    public string? Typed(string field) => ModelState[field]?.AttemptedValue;

    private PairView? Broken => Pairs.SingleOrDefault(pair => pair.Number == Group.BrokenPair);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => await LoadAsync(id, ct) ? Page() : NotFound();

    /// <param name="application">Whose place is taken.</param>
    public async Task<IActionResult> OnPostSwapAsync(Guid id, Guid application, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct) || Pairs.SingleOrDefault(pair => pair.ApplicationId == application) is not { } pair) return NotFound();
        Refused = application;
        if (Artists.All(artist => artist.Id != Input.ArtistId)) ModelState.Refuse(GroupRefusals.NoConsent, text, "Input.ArtistId");
        if (!ModelState.IsValid) return Page();
        var line = new GroupLine(pair.SlotId, Input.ArtistId!.Value, Input.Message!, Input.Fee!.Value, Input.TermsVersion);
        if (await desk.SwapAsync(application, line, ct) is { } refusal)
        {
            await LoadAsync(id, ct);
            ModelState.Refuse(await submission.SayAsync(refusal, pair.SlotId, line.ArtistId, ct), text);
            return Page();
        }
        TempData["Done"] = text["{0} makes way for {1}. {2} is asked again.", pair.Artist, Artists.Single(artist => artist.Id == line.ArtistId).Name, pair.Venue].Value;
        return Redirect($"/promoter/groups/{id}");
    }

    public async Task<IActionResult> OnPostWithdrawAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct)) return NotFound();
        ModelState.Clear(); // this form swaps nobody
        if (await desk.WithdrawAsync(id, ct) is { } refusal)
        {
            await LoadAsync(id, ct);
            ModelState.Refuse(refusal, text);
            return Page();
        }
        TempData["Done"] = text["The group is taken back. Every venue and every artist is told."].Value;
        return Redirect($"/promoter/groups/{id}");
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken ct)
    {
        if (await db.GroupsOf(User.Id).AsNoTracking().SingleOrDefaultAsync(g => g.Id == id, ct) is not { } found) return false;
        Group = found;
        Pairs = await db.PairsOf(id).AsNoTracking().ToListAsync(ct);
        var roster = await (
            from entry in db.RosterEntries
            join artist in db.Artists on entry.ArtistId equals artist.Id
            where entry.OrganisationId == found.OrganisationId && entry.State == RosterState.On
            orderby artist.Profile.Name
            select new { artist.Id, artist.Profile.Name }).ToListAsync(ct);
        Artists = [.. roster.Select(artist => (artist.Id, artist.Name))];
        return true;
    }

    public sealed class SwapInput
    {
        [Required, Display(Name = "Artist")] public Guid? ArtistId { get; set; }
        [Required, Amount, Display(Name = "Fee")] public decimal? Fee { get; set; }
        [Required, StringLength(2000), Display(Name = "Message")] public string? Message { get; set; }
        public int TermsVersion { get; set; }
    }
}
