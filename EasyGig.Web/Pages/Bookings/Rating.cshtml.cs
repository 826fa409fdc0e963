using EasyGig.Web.Bookings;
using EasyGig.Web.Identity;
using EasyGig.Web.Localization;
using EasyGig.Web.Ratings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace EasyGig.Web.Pages.Bookings;

/// <summary>After the show: what one side thinks of the other.</summary>
public sealed class RatingModel(BookingReader reader, RatingDesk desk, IStringLocalizer<Text> text) : PageModel
{
    [BindProperty] public RatingInput Input { get; set; } = new();

    public RatingForm Form { get; private set; } = null!;

    public Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => ShowAsync(id, ct);

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (await reader.FindAsync(User.Id, id, ct) is not { } view || !view.IsOf(Input.Side)) return NotFound();
        if (!ModelState.IsValid) return await ShowAsync(id, ct);
        if (await desk.RateAsync(view.Booking, Input.Side, User.Id, Input.Stars!.Value, Input.Text ?? "", ct) is { } refusal)
        {
            ModelState.Refuse(refusal, text);
            return await ShowAsync(id, ct);
        }
        TempData["Done"] = text["Thank you. Your rating is on the public page of {0}.", new RatingForm(view).Rated(Input.Side)].Value;
        return RedirectToPage("Details", new { id });
    }

    private async Task<IActionResult> ShowAsync(Guid id, CancellationToken ct)
    {
        if (await reader.FindAsync(User.Id, id, ct) is not { } view) return NotFound();
        Form = new(view) { Input = Input };
        return Page();
    }
}
