using EasyGig.Domain;
using EasyGig.Domain.Files;
using EasyGig.Web.Data;
using EasyGig.Web.Files;
using EasyGig.Web.Localization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace EasyGig.Web.Pages.Files;

/// <summary>The photos and tracks of one owner: sent, named, put in order, taken away.</summary>
[Uploads]
public abstract class FilesFormModel(EasyGigDb db, FileDesk desk, IStringLocalizer<Text> text) : PageModel
{
    [BindProperty] public FilesInput Input { get; set; } = new();
    [BindProperty] public FileName Renamed { get; set; } = new();

    public IReadOnlyList<ShownFile> Files { get; private set; } = [];

    protected EasyGigDb Db => db;

    /// <summary>Finds whose files they are, among what belongs to the reader.</summary>
    protected abstract Task<FileOwner?> FindOwnerAsync(Guid id, CancellationToken ct);

    /// <param name="tooMuch">Whether so much was sent that nothing of it was read.</param>
    public async Task<IActionResult> OnGetAsync(Guid id, bool tooMuch, CancellationToken ct)
    {
        if (await FindOwnerAsync(id, ct) is not { } owner) return NotFound();
        if (tooMuch) ModelState.AddModelError("Input.Photos", text.Say(FileRefusals.TooMuch));
        return await ShowAsync(owner, ct);
    }

    public Task<IActionResult> OnPostPhotosAsync(Guid id, CancellationToken ct) => AddAsync(id, FileKind.Photo, Input.Photos, Input.PhotoTitle, ct);

    public Task<IActionResult> OnPostTracksAsync(Guid id, CancellationToken ct) => AddAsync(id, FileKind.Track, Input.Tracks, Input.TrackTitle, ct);

    public async Task<IActionResult> OnPostRenameAsync(Guid id, CancellationToken ct)
    {
        if (await FindOwnerAsync(id, ct) is not { } owner) return NotFound();
        if (!ModelState.IsValid) return await ShowAsync(owner, ct);
        return await desk.RenameAsync(owner, Renamed.File, Renamed.Title ?? "", ct) ? Done("The description is saved.") : NotFound();
    }

    public async Task<IActionResult> OnPostMoveAsync(Guid id, bool up, CancellationToken ct)
    {
        if (await FindOwnerAsync(id, ct) is not { } owner) return NotFound();
        return await AnswerAsync(owner, await desk.MoveAsync(owner, Renamed.File, up, ct), "The order is saved.", ct);
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid id, CancellationToken ct)
    {
        if (await FindOwnerAsync(id, ct) is not { } owner) return NotFound();
        return await AnswerAsync(owner, await desk.RemoveAsync(owner, Renamed.File, ct), "The file is gone.", ct);
    }

    private async Task<IActionResult> AddAsync(Guid id, FileKind kind, IReadOnlyList<IFormFile> sent, string? title, CancellationToken ct)
    {
        if (await FindOwnerAsync(id, ct) is not { } owner) return NotFound();
        if (!ModelState.IsValid) return await ShowAsync(owner, ct);
        var (files, refusal) = await Sent.ReadAsync(sent, kind, title, ct);
        return await AnswerAsync(owner, refusal ?? await desk.AddAsync(owner, files, ct), "It is on your page now.", ct);
    }

    private async Task<IActionResult> AnswerAsync(FileOwner owner, Refusal? refusal, string done, CancellationToken ct)
    {
        if (refusal is null) return Done(done);
        ModelState.AddModelError(refusal.Field is "Photos" or "Tracks" ? $"Input.{refusal.Field}" : "", text.Say(refusal));
        return await ShowAsync(owner, ct);
    }

    private RedirectResult Done(string sentence)
    {
        TempData["Done"] = text[sentence].Value;
        return Redirect(Request.Path);
    }

    private async Task<IActionResult> ShowAsync(FileOwner owner, CancellationToken ct)
    {
        Files = await db.FilesOf(owner).Shown().ToListAsync(ct);
        return Page();
    }
}
