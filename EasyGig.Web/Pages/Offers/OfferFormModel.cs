using EasyGig.Domain;
using EasyGig.Domain.Applications;
using EasyGig.Domain.Offers;
using EasyGig.Web.Applications;
using EasyGig.Web.Localization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace EasyGig.Web.Pages.Offers;

/// <summary>One side puts terms to the other: those that stand, changed where it wants them different.</summary>
public abstract class OfferFormModel(ApplicationDesk desk, Negotiations negotiations, TimeProvider clock, IStringLocalizer<Text> text) : PageModel, IDealForm
{
    [BindProperty] public OfferInput Input { get; set; } = new();
    [BindProperty] public DealInput Deal { get; set; } = new();

    public Negotiation Talk { get; private set; } = null!;

    /// <summary>The terms that were typed, when the reader asked what they come to.</summary>
    public Terms? Reckoned { get; private set; }

    public bool May => Talk.MayOfferAt(clock.GetUtcNow());

    /// <summary>Whose page it is.</summary>
    protected abstract Side By { get; }

    protected abstract IQueryable<Application> Mine { get; }

    /// <summary>The application's page, to which it leads back.</summary>
    public abstract string Back { get; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct)) return NotFound();
        (Input, Deal) = (new() { Fee = Talk.Terms.Fee.Amount.Short(), TermsVersion = Talk.Slot.TermsVersion, Answers = Talk.Answers }, DealInput.Of(Talk.Terms.Deal));
        return Page();
    }

    /// <summary>Shows what the typed terms come to; nothing is offered.</summary>
    public async Task<IActionResult> OnPostReckonAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct)) return NotFound();
        if (ModelState.IsValid) Reckoned = Read();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct)) return NotFound();
        if (!ModelState.IsValid || Read() is not { } terms) return Page();
        if (await desk.OfferAsync(id, By, terms, Input.Note ?? "", Input.TermsVersion, Input.Answers, ct) is not { } refusal)
        {
            TempData["Done"] = text["{0} has your offer.", Talk.Other].Value;
            return Redirect(Back);
        }
        await LoadAsync(id, ct);
        ModelState.Remove("Input.TermsVersion"); // the page shows what stands now; sending again answers that
        ModelState.Remove("Input.Answers");
        (Input.TermsVersion, Input.Answers) = (Talk.Slot.TermsVersion, Talk.Answers);
        ModelState.Refuse(refusal, text);
        return Page();
    }

    private Terms? Read()
    {
        var (terms, refusal) = Terms.Read(Input.Fee, Talk.Slot.Terms.Currency, Deal.Read());
        if (refusal is not null) ModelState.Refuse(refusal, text);
        return terms;
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken ct)
    {
        if (await negotiations.FindAsync(Mine, By, id, ct) is not { } talk) return false;
        Talk = talk;
        return true;
    }
}
