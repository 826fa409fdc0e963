using EasyGig.Domain;
using EasyGig.Domain.Groups;
using EasyGig.Domain.Rosters;
using EasyGig.Domain.Slots;
using EasyGig.Web.Components;
using EasyGig.Web.Data;
using EasyGig.Web.Groups;
using EasyGig.Web.Identity;
using EasyGig.Web.Localization;
using EasyGig.Web.Slots;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace EasyGig.Web.Pages.Promoter.Groups;

/// <summary>A promoter puts a group together: finds slots, says who plays on each, and sends all of it at once.</summary>
public sealed class NewModel(EasyGigDb db, SlotFinder finder, GroupSubmission submission, IStringLocalizer<Text> text) : PageModel
{
    [BindProperty] public GroupInput Input { get; set; } = new();

    public Guid? OrganisationId { get; private set; }

    /// <summary>Who may be put forward.</summary>
    public IReadOnlyList<(Guid Id, string Name)> Artists { get; private set; } = [];

    /// <summary>The slot of each line.</summary>
    public IReadOnlyDictionary<Guid, SlotView> Slots { get; private set; } = new Dictionary<Guid, SlotView>();

    /// <summary>What was found to add; null when nobody looked.</summary>
    public IReadOnlyList<SlotSummary>? Found { get; private set; }
    public bool IsFull => Input.Lines.Count >= Group.Most;

    /// <param name="slot">Those to begin with.</param>
    public Task OnGetAsync(Guid[] slot, CancellationToken ct)
    {
        Input.Lines = [.. slot.Distinct().Take(Group.Most).Select(id => new LineInput { SlotId = id })];
        return LoadAsync(ct);
    }

    public async Task<IActionResult> OnPostLookAsync(CancellationToken ct)
    {
        Forgive();
        ModelState.Remove("Input.Looked");
        Input.Looked = true;
        await TakeAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAddAsync(CancellationToken ct)
    {
        Forgive();
        await TakeAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid slot, CancellationToken ct)
    {
        ModelState.Clear(); // the lines behind it move up
        Input.Lines.RemoveAll(line => line.SlotId == slot);
        await TakeAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var ticked = Input.Add.Count > 0;
        await TakeAsync(ct);
        if (OrganisationId is not { } organisation) return NotFound();
        if (ticked) ModelState.AddModelError("", text["The evenings that you ticked stand in the group now: say who plays them, and send it."]);
        if (!ModelState.IsValid) return Page();
        var lines = Input.Lines.Select(line => new GroupLine(line.SlotId, line.ArtistId!.Value, line.Message!, line.Fee!.Value, line.TermsVersion)).ToList();
        var (made, refusal, wrong) = lines.Any(line => Artists.All(artist => artist.Id != line.ArtistId)) ? (null, GroupRefusals.NoConsent, new Dictionary<int, Refusal>())
            : await submission.SubmitAsync(organisation, lines, ct);
        if (made is { } id)
        {
            TempData["Done"] = text["Your group is on its way. Every venue and every artist is told now."].Value;
            return Redirect($"/promoter/groups/{id}");
        }
        ModelState.Refuse(refusal!, text, "");
        foreach (var (index, no) in wrong) ModelState.Refuse(no, text, $"Input.Lines[{index}].{FieldOf(no)}");
        ReadAnew();
        return Page();
    }

    /// <summary>Whatever was ticked becomes a line, whichever button was pressed; what there is no room for stays ticked.</summary>
    private async Task TakeAsync(CancellationToken ct)
    {
        var ticked = Input.Add.Except(Input.Lines.Select(line => line.SlotId)).ToList();
        var room = Math.Max(Group.Most - Input.Lines.Count, 0);
        Input.Lines.AddRange(ticked.Take(room).Select(id => new LineInput { SlotId = id }));
        Input.Add = [.. ticked.Skip(room)];
        if (Input.Add.Count > 0) ModelState.Refuse(GroupRefusals.Size.About(Group.Fewest, Group.Most), text, "");
        await LoadAsync(ct);
    }

    /// <summary>Lines that are not filled in yet are no mistake while somebody is looking around.</summary>
    private void Forgive()
    {
        foreach (var (_, entry) in ModelState.FindKeysWithPrefix("Input.Lines"))
        {
            entry.Errors.Clear();
            entry.ValidationState = ModelValidationState.Skipped;
        }
    }

    /// <summary>The page shows the terms as they are now; sending again answers these.</summary>
    private void ReadAnew()
    {
        foreach (var (index, line) in Input.Lines.Index())
        {
            ModelState.Remove($"Input.Lines[{index}].TermsVersion");
            line.TermsVersion = Slots[line.SlotId].Slot.TermsVersion;
        }
    }

    /// <summary>What is about no field of a line stands at its head.</summary>
    private static string FieldOf(Refusal refusal) => refusal.Field is nameof(LineInput.ArtistId) or nameof(LineInput.Fee) or nameof(LineInput.Message) ? refusal.Field : nameof(LineInput.SlotId);

    private async Task LoadAsync(CancellationToken ct)
    {
        OrganisationId = await db.OrganisationsOf(User.Id).OrderBy(o => o.Id).Select(o => (Guid?)o.Id).FirstOrDefaultAsync(ct);
        var roster = await (
            from entry in db.RosterOf(User.Id)
            join artist in db.Artists on entry.ArtistId equals artist.Id
            where entry.OrganisationId == OrganisationId && entry.State == RosterState.On
            orderby artist.Profile.Name
            select new { artist.Id, artist.Profile.Name }).ToListAsync(ct);
        Artists = [.. roster.Select(artist => (artist.Id, artist.Name))];
        var ids = Input.Lines.Select(line => line.SlotId).ToList();
        Slots = await db.SlotViewsOf(db.Slots.Where(s => ids.Contains(s.Id) && s.State != SlotState.Draft)).AsNoTracking().ToDictionaryAsync(view => view.Slot.Id, ct);
        Input.Lines = [.. Input.Lines.Where(line => Slots.ContainsKey(line.SlotId)).DistinctBy(line => line.SlotId).Take(Group.Most)];
        if (Input.Looked) Found = await FindAsync(ct);
        foreach (var line in Input.Lines.Where(line => line.TermsVersion == 0)) (line.TermsVersion, line.Fee) = (Slots[line.SlotId].Slot.TermsVersion, line.Fee ?? Slots[line.SlotId].Slot.Terms.MaxFee.Short());
    }

    private async Task<IReadOnlyList<SlotSummary>> FindAsync(CancellationToken ct)
    {
        var search = new SlotSearch { Text = Input.Words?.Cut(100), Where = new(City: Input.City?.Cut(100)), From = Input.From is { Year: >= 1900 and < 9000 } from ? from : null };
        return [.. (await finder.FindAsync(search, cursor: null, seeker: null, ct)).Page.Rows.Where(row => !row.Late && !Slots.ContainsKey(row.Id))];
    }
}
