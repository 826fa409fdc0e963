using System.ComponentModel.DataAnnotations;
using EasyGig.Domain;
using EasyGig.Domain.Applications;
using EasyGig.Domain.Slots;
using EasyGig.Web.Applications;
using EasyGig.Web.Data;
using EasyGig.Web.Identity;
using EasyGig.Web.Live;
using EasyGig.Web.Localization;
using EasyGig.Web.Slots;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace EasyGig.Web.Pages.Slots;

/// <summary>One slot, as everybody may read it; an artist applies on the same screen.</summary>
[OutputCache(PolicyName = PublicCache.Policy)]
public sealed class DetailsModel(EasyGigDb db, ApplicationDesk desk, TimeProvider clock, IStringLocalizer<Text> text) : PageModel
{
    [BindProperty] public ApplyInput Input { get; set; } = new();

    public SlotView View { get; private set; } = null!;
    public IReadOnlyList<Applying> Artists { get; private set; } = [];
    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    public Slot Slot => View.Slot;
    public bool IsOpen => Slot.StateAt(Now) is SlotState.Open;
    public bool IsTooLate => Slot.Time.Start - Now < Application.Notice;

    /// <summary>What the reader would ask for, by which the earnings are reckoned.</summary>
    public Money Guarantee => Input.Fee is { } fee && Money.IsWhole(fee, Slot.Terms.Currency) ? new(fee, Slot.Terms.Currency) : Slot.Terms.Highest;
    public IEnumerable<Applying> Applied => Artists.Where(a => a.ApplicationId is not null);
    public IEnumerable<Applying> MayApply => Artists.Where(a => a.ApplicationId is null);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct)) return NotFound();
        var first = MayApply.FirstOrDefault();
        var fee = first?.Fee.Currency == Slot.Terms.Currency ? Math.Clamp(first.Fee.Amount, Slot.Terms.MinFee, Slot.Terms.MaxFee) : Slot.Terms.MaxFee;
        Input = new() { ArtistId = first?.Id, Fee = decimal.Round(fee, Money.MinorDigits(Slot.Terms.Currency)), TermsVersion = Slot.TermsVersion };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (User.Identity is not { IsAuthenticated: true }) return Challenge();
        if (!await LoadAsync(id, ct) || Artists.All(artist => artist.Id != Input.ArtistId)) return NotFound();
        if (!ModelState.IsValid) return Page();

        var (application, refusal) = await desk.SubmitAsync(id, Input.ArtistId!.Value, Input.Message, Input.Fee!.Value, Input.TermsVersion, ct);
        if (refusal is null)
        {
            TempData["Done"] = text["Your application is on its way to {0}. They are told now.", View.Venue].Value;
            return Redirect($"/artist/applications/{application}");
        }
        await LoadAsync(id, ct);
        ModelState.Remove("Input.TermsVersion"); // the page shows the terms as they are now; sending again answers these
        Input.TermsVersion = Slot.TermsVersion;
        ModelState.Refuse(refusal, text);
        return Page();
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken ct)
    {
        var slots = db.Slots.Where(s => s.Id == id && s.State != SlotState.Draft);
        if (await db.SlotViewsOf(slots).AsNoTracking().SingleOrDefaultAsync(ct) is not { } view) return false;
        View = view;
        if (User.IsInRole(Roles.Artist)) Artists = await ArtistsAsync(id, ct);
        return true;
    }

    private Task<List<Applying>> ArtistsAsync(Guid slotId, CancellationToken ct)
    {
        var applied = db.RowsOf(db.Applications.Where(a => a.SlotId == slotId && EF.Property<bool>(a, BookingConfiguration.IsLive)));
        return (
            from artist in db.ArtistsOf(User.Id)
            from application in applied.Where(a => a.ArtistId == artist.Id).DefaultIfEmpty()
            orderby artist.Profile.Name
            select new Applying(artist.Id, artist.Profile.Name, artist.Profile.Fee, (Guid?)application.Id, (ApplicationState?)application.State,
                db.BusyTimes.Any(busy => busy.ArtistId == artist.Id && busy.Time.Start < View.Slot.Time.End && busy.Time.End > View.Slot.Time.Start))).ToListAsync(ct);
    }

    /// <summary>One of the reader's artists, and the live application that it has sent.</summary>
    /// <param name="Busy">Whether its own calendar says that it cannot play then.</param>
    public sealed record Applying(Guid Id, string Name, Money Fee, Guid? ApplicationId, ApplicationState? State, bool Busy);

    public sealed class ApplyInput
    {
        [Required, Display(Name = "Artist")] public Guid? ArtistId { get; set; }
        [Required, StringLength(2000), Display(Name = "Message")] public string Message { get; set; } = "";
        [Required, Amount, Display(Name = "Fee")]
        public decimal? Fee { get; set; }
        public int TermsVersion { get; set; }
    }
}
