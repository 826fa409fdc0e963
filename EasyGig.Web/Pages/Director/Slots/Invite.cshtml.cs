using System.ComponentModel.DataAnnotations;
using EasyGig.Domain;
using EasyGig.Domain.Applications;
using EasyGig.Domain.Artists;
using EasyGig.Domain.Invitations;
using EasyGig.Domain.Slots;
using EasyGig.Web.Artists;
using EasyGig.Web.Data;
using EasyGig.Web.Genres;
using EasyGig.Web.Identity;
using EasyGig.Web.Invitations;
using EasyGig.Web.Localization;
using EasyGig.Web.Places;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace EasyGig.Web.Pages.Director.Slots;

/// <summary>A director asks an artist to apply to a slot: the nearest who play its genres, or whoever is looked for by name.</summary>
public sealed class InviteModel(EasyGigDb db, ArtistFinder finder, GenreCatalogue genres, InvitationDesk desk, IStringLocalizer<Text> text, TimeProvider clock) : PageModel
{
    [BindProperty] public InviteInput Input { get; set; } = new();

    [BindProperty(SupportsGet = true), StringLength(100)] public string? Q { get; set; }

    public SlotTitle Slot { get; private set; } = null!;
    public bool May => Slot.StateAt(clock.GetUtcNow()) is SlotState.Open && Slot.Time.Start - clock.GetUtcNow() >= Application.Notice;
    public IReadOnlyList<ProfileRow> Found { get; private set; } = [];

    /// <summary>The slugs of those who were asked before.</summary>
    public IReadOnlySet<string> Asked { get; private set; } = new HashSet<string>();

    /// <summary>The slugs of those who applied, however that ended.</summary>
    public IReadOnlySet<string> Applied { get; private set; } = new HashSet<string>();

    /// <param name="artist">The slug of the one who is chosen already.</param>
    public async Task<IActionResult> OnGetAsync(Guid id, string? artist, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct)) return NotFound();
        Input.Artist = artist;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct)) return NotFound();
        if (!ModelState.IsValid) return Page();
        if (await desk.SendAsync(id, Input.Artist!, Input.Note ?? "", ct) is { } refusal)
        {
            ModelState.Refuse(refusal, text);
            return Page();
        }
        TempData["Done"] = text["{0} is invited and has been told.", await db.Artists.Where(a => a.Slug == Input.Artist).Select(a => a.Profile.Name).SingleAsync(ct)].Value;
        return RedirectToPage("Details", new { id });
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken ct)
    {
        if (await db.SlotTitlesOf(User.Id).SingleOrDefaultAsync(s => s.Id == id, ct) is not { } slot) return false;
        Slot = slot;
        var city = await db.Venues.Where(v => v.Id == slot.VenueId).Join(db.Cities, v => v.Profile.Place.CityId, c => c.Id, (v, c) => c.Name).SingleAsync(ct);
        var where = new Whereabouts(City: city, Km: Whereabouts.MaxKm);
        var search = new ArtistSearch { Text = Q, Genres = Q is null ? genres.SlugsOf(slot.Terms.Genres) : [], Where = where, Sort = ProfileSort.Distance };
        Found = (await finder.PageAsync(search, null, ct)).Rows;
        Asked = (await db.InvitedTo(id).Select(invited => invited.Slug).ToListAsync(ct)).ToHashSet();
        Applied = (await db.Applications.Where(a => a.SlotId == id).Join(db.Artists, a => a.ArtistId, artist => artist.Id, (_, artist) => artist.Slug).ToListAsync(ct)).ToHashSet();
        return true;
    }

    public sealed class InviteInput
    {
        [Required(ErrorMessage = "Choose whom you invite."), Display(Name = "Artist")] public string? Artist { get; set; }
        [StringLength(1000), Display(Name = "A word to it (optional)")] public string? Note { get; set; }
    }
}

/// <summary>An artist that was asked to apply, and what it said.</summary>
public sealed record Invited(string Slug, string Name, InvitationState State);

internal static class InvitedArtists
{
    public static IQueryable<Invited> InvitedTo(this EasyGigDb db, Guid slot) =>
        from invitation in db.Invitations
        join artist in db.Artists on invitation.ArtistId equals artist.Id
        where invitation.SlotId == slot
        orderby invitation.SentAt, artist.Slug
        select new Invited(artist.Slug, artist.Profile.Name, invitation.State);
}
