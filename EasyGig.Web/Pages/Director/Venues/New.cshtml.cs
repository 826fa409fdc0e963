using EasyGig.Domain;
using EasyGig.Domain.Venues;
using EasyGig.Web.Data;
using EasyGig.Web.Identity;
using EasyGig.Web.Localization;
using EasyGig.Web.Places;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace EasyGig.Web.Pages.Director.Venues;

/// <summary>A director signs up for a venue.</summary>
public sealed class NewModel(EasyGigDb db, PlaceFinder places, IStringLocalizer<Text> text) : VenueFormModel(db, places)
{
    private Venue? _venue;

    public Task OnGetAsync(CancellationToken ct) => LoadChoicesAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await LoadChoicesAsync(ct);
        if (!ModelState.IsValid) return Page();
        var (profile, refusal) = await ReadAsync(ct);
        if (profile is not null)
        {
            var slug = Slug.Of(profile.Name) is { Length: > 0 } words ? words : "venue";
            refusal = await AddAsync(slug, profile, ct);
            if (refusal == VenueRefusals.SlugTaken) refusal = await AddAsync($"{slug}-{Guid.NewGuid().ToString("N")[..4]}", profile, ct);
        }
        if (refusal is null) return Done();
        ModelState.Refuse(refusal, text);
        return Page();
    }

    private async Task<Refusal?> AddAsync(string slug, VenueProfile profile, CancellationToken ct)
    {
        Db.ChangeTracker.Clear(); // what was refused before is not tried again
        _venue = new Venue(User.Id, slug, profile);
        _venue.LetReview(Input.HousePromoterId);
        _venue.LetAnswer(Input.AnswerHours!.Value);
        Db.Add(_venue);
        return await Db.TrySaveAsync(ct);
    }

    private RedirectToPageResult Done()
    {
        TempData["Done"] = text["{0} is there. Now add its first stage.", _venue!.Profile.Name].Value;
        return RedirectToPage("NewStage", new { id = _venue.Id });
    }
}
