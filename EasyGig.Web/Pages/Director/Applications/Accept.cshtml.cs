using System.ComponentModel.DataAnnotations;
using EasyGig.Domain;
using EasyGig.Domain.Applications;
using EasyGig.Domain.Bookings;
using EasyGig.Web.Bookings;
using EasyGig.Web.Data;
using EasyGig.Web.Holds;
using EasyGig.Web.Identity;
using EasyGig.Web.Localization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace EasyGig.Web.Pages.Director.Applications;

/// <summary>The second click of a yes: what will happen, to whom, and when they read it.</summary>
public sealed class AcceptModel(EasyGigDb db, BookingDesk desk, HoldReader holds, IStringLocalizer<Text> text, TimeProvider clock) : PageModel
{
    [BindProperty] public AcceptInput Input { get; set; } = new();

    public DateTimeOffset Now { get; } = clock.GetUtcNow();
    public ApplicationView Application { get; private set; } = null!;

    /// <summary>The house promoter who reviews it first; null where the director's word is the last.</summary>
    public string? Reviewer { get; private set; }

    /// <summary>Who holds the date.</summary>
    public StackView Stack { get; private set; } = null!;

    /// <summary>Whether somebody else holds it first, so that this artist cannot be booked.</summary>
    public bool IsHeld => Stack.Holds is [var first, ..] && first.ArtistId != Application.ArtistId;

    public DateTimeOffset ReviewDue => Now + Domain.Bookings.Booking.ReviewTime;

    /// <summary>The other artists who still want the slot, in the order in which they applied.</summary>
    public IReadOnlyList<Rival> Rivals { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (await db.ApplicationViewsTo(User.Id, Now).SingleOrDefaultAsync(a => a.Id == id, ct) is not { } found) return NotFound();
        if (found.GroupId is not null) return Redirect($"/director/applications/{id}/agree");
        Application = found;
        ModelState.Remove("Input.TermsVersion"); // the page shows the terms as they are now, and a yes answers these
        ModelState.Remove("Input.Answers");
        (Input.TermsVersion, Input.Answers) = (found.Slot.TermsVersion, found.Answers);
        Reviewer = await ReviewerAsync(found.Slot.VenueId, ct);
        Stack = (await holds.FindAsync(User.Id, found.Slot.StageId, found.Slot.Time.Start, found.Slot.Zone, ct))!;
        Rivals = await (
            from application in db.Applications
            join artist in db.Artists on application.ArtistId equals artist.Id
            where application.SlotId == found.Slot.Id && application.Id != id && EF.Property<bool>(application, BookingConfiguration.IsLive)
            orderby application.SubmittedAt, application.Id
            select new Rival(artist.Profile.Name, application.State)).ToListAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (await db.ApplicationViewsTo(User.Id, Now).SingleOrDefaultAsync(a => a.Id == id, ct) is not { } found) return NotFound();
        if (!ModelState.IsValid) return await OnGetAsync(id, ct);
        var (booking, refusal) = await desk.AcceptAsync(Side.Venue, id, Input.TermsVersion, Input.Answers, Input.DeclineRivals, ct);
        if (booking is not null)
        {
            TempData["Done"] = (await ReviewerAsync(found.Slot.VenueId, ct) is { } reviewer
                ? text["Accepted. {0} reviews it by {1}.", reviewer, TimeFormat.Moment(ReviewDue, found.Slot.Zone)]
                : text["{0} is booked.", found.Artist]).Value;
            return Redirect($"/bookings/{booking}");
        }
        ModelState.Refuse(refusal!, text);
        return await OnGetAsync(id, ct);
    }

    private Task<string?> ReviewerAsync(Guid venueId, CancellationToken ct) => (
        from venue in db.Venues
        join organisation in db.Organisations on venue.HousePromoterId equals organisation.Id
        where venue.Id == venueId
        select organisation.Profile.Name).SingleOrDefaultAsync(ct);

    /// <param name="State">Where the rival's application stands now.</param>
    public sealed record Rival(string Artist, ApplicationState State);

    public sealed class AcceptInput
    {
        public int TermsVersion { get; set; }

        /// <summary>The offer that stood on the page; zero when none did.</summary>
        public int Answers { get; set; }
        [Display(Name = "Decline the others once it is confirmed")] public bool DeclineRivals { get; set; }
    }
}
