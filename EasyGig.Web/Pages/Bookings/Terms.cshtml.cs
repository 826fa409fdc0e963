using EasyGig.Domain;
using EasyGig.Domain.Bookings;
using EasyGig.Domain.Deals;
using EasyGig.Web.Bookings;
using EasyGig.Web.Components;
using EasyGig.Web.Identity;
using EasyGig.Web.Localization;
using EasyGig.Web.Pages.Director.Slots;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace EasyGig.Web.Pages.Bookings;

/// <summary>What was agreed on a booking, version by version; either side puts other terms forward, and the other answers.</summary>
public sealed class TermsModel(BookingReader reader, TermsDesk desk, TimeProvider clock, IStringLocalizer<Text> text) : PageModel, IDealForm
{
    [BindProperty] public TermsInput Input { get; set; } = new();
    [BindProperty] public DealInput Deal { get; set; } = new();

    public BookingView View { get; private set; } = null!;

    /// <summary>Newest first.</summary>
    public IReadOnlyList<BookingVersion> Versions { get; private set; } = [];

    /// <summary>Whether what is stored still has the fingerprint that it was agreed under; null when nobody asked.</summary>
    public bool? Agrees { get; private set; }

    public BookingVersion? Agreed => Versions.FirstOrDefault(version => version.State is TermsState.Agreed);

    /// <summary>The one that can still be answered.</summary>
    public BookingVersion? Proposal => IsOpen ? Versions.FirstOrDefault(version => version.State is TermsState.Proposed) : null;

    public bool MayPropose => View.ActsFor is not null && IsOpen;

    private bool IsOpen => View.Booking.RefusesTerms(clock.GetUtcNow()) is null;

    /// <summary>The newest version's number; 0 before there is any.</summary>
    public int Newest => Versions is [var newest, ..] ? newest.Number : 0;

    public async Task<IActionResult> OnGetAsync(Guid id, bool check, CancellationToken ct)
    {
        if (!await FindAsync(id, ct)) return NotFound();
        if (check) Agrees = Agreed?.Fingerprint == TermsFingerprint.Of(View.Booking, View.Booking.Terms);
        return Fresh();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!await FindAsync(id, ct) || View.ActsFor is not { } side) return NotFound();
        if (Input.Fee is null && Deal.Kind is not DealKind.Door) ModelState.AddModelError("Input.Fee", text["field.required", text["Fee"]]);
        if (!ModelState.IsValid) return Page();
        var (terms, refusal) = BookingTerms.Read(Deal.Read(), View.Booking.Fee.Currency, Input.Fee ?? 0, Input.Clause ?? "");
        refusal ??= await desk.ProposeAsync(View.Booking, side, Input.Seen, terms!, Input.Note, ct);
        if (refusal is null) return Done("Your terms are put forward. The other side has been mailed.");
        ModelState.Refuse(refusal, text);
        return await FindAsync(id, ct) ? Page() : NotFound();
    }

    public Task<IActionResult> OnPostAgreeAsync(Guid id, int number, CancellationToken ct) =>
        AnswerAsync(id, number, proposer => proposer.Other(), by => desk.AgreeAsync(View.Booking, number, by, ct), "These terms hold now. Everybody has been mailed.", ct);

    public Task<IActionResult> OnPostRefuseAsync(Guid id, int number, CancellationToken ct) =>
        AnswerAsync(id, number, proposer => proposer.Other(), by => desk.RefuseAsync(View.Booking, number, by, ct), "What was agreed goes on. The other side has been mailed.", ct);

    public Task<IActionResult> OnPostWithdrawAsync(Guid id, int number, CancellationToken ct) =>
        AnswerAsync(id, number, proposer => proposer, by => desk.WithdrawAsync(View.Booking, number, by, ct), "Your terms are taken back. What was agreed goes on.", ct);

    /// <summary>What a version says differently from the one that held when it was put forward; nothing for the first.</summary>
    public IReadOnlyList<TermsChange> ChangesOf(BookingVersion version) =>
        Versions.FirstOrDefault(other => other.Number < version.Number && other.State is TermsState.Agreed) is { } before ? TermsChange.Between(Say(before.Terms), Say(version.Terms)) : [];

    /// <summary>Terms line by line, in words.</summary>
    public IEnumerable<(string Name, string Value)> Say(BookingTerms terms)
    {
        yield return (text["Fee"], DealFormat.Say(terms.Deal, terms.Fee, text));
        yield return (text["Tickets"], terms.Deal.Door(terms.Fee.Currency) is { } door ? DealFormat.Say(door, terms.Fee.Currency, text) : "");
        yield return (text["What else is agreed"], terms.Clause);
    }

    /// <param name="whose">Which side answers so, of what that side proposed.</param>
    private async Task<IActionResult> AnswerAsync(
        Guid id, int number, Func<Side, Side> whose, Func<Side, Task<Refusal?>> answer, string done, CancellationToken ct)
    {
        if (!await FindAsync(id, ct) || Versions.FirstOrDefault(v => v.Number == number)?.ProposedBy is not { } proposer || !View.IsOf(whose(proposer))) return NotFound();
        ModelState.Clear(); // the form of other terms is not asked for here
        if (await answer(whose(proposer)) is not { } refusal) return Done(done);
        ModelState.Refuse(refusal, text);
        return await FindAsync(id, ct) ? Fresh() : NotFound();
    }

    private RedirectToPageResult Done(string sentence)
    {
        TempData["Done"] = text[sentence].Value;
        return RedirectToPage(new { id = View.Booking.Id, check = (bool?)null });
    }

    private PageResult Fresh()
    {
        var terms = Proposal?.Terms ?? View.Booking.Terms;
        (Input, Deal) = (TermsInput.Of(terms), DealInput.Of(terms.Deal));
        return Page();
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken ct)
    {
        if (await reader.FindAsync(User.Id, id, ct) is not { } view) return false;
        (View, Versions) = (view, await reader.VersionsAsync(id, ct));
        return true;
    }
}
