using System.ComponentModel.DataAnnotations;
using EasyGig.Domain;
using EasyGig.Domain.Applications;
using EasyGig.Domain.Ratings;
using EasyGig.Domain.Slots;
using EasyGig.Web.Applications;
using EasyGig.Web.Components;
using EasyGig.Web.Data;
using EasyGig.Web.Facts;
using EasyGig.Web.Genres;
using EasyGig.Web.Groups;
using EasyGig.Web.Holds;
using EasyGig.Web.Identity;
using EasyGig.Web.Localization;
using EasyGig.Web.Ratings;
using EasyGig.Web.Riders;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace EasyGig.Web.Pages.Director.Applications;

/// <summary>One application: who it is, what they ask, what happened so far, and what the director may answer.</summary>
public sealed class DetailsModel(EasyGigDb db, ApplicationDesk desk, GroupDesk groups, Negotiations negotiations, History history, FitRanking ranking, GenreCatalogue genres, HoldReader holds, IStringLocalizer<Text> text, TimeProvider clock) : PageModel
{
    [BindProperty] public DeclineInput Input { get; set; } = new();

    public DateTimeOffset Now { get; } = clock.GetUtcNow();
    public ApplicationView Application { get; private set; } = null!;

    /// <summary>What was offered so far.</summary>
    public Negotiation Talk { get; private set; } = null!;
    public Applicant Artist { get; private set; } = null!;
    public IReadOnlyList<string> GenreNames => genres.NamesOf(Artist.Profile.Genres);
    public Gear Gear { get; private set; } = null!;
    public Fit Fit { get; private set; } = null!;
    public Reputation Reputation { get; private set; }
    public IReadOnlyList<TimelineLine> History { get; private set; } = [];
    public Guid? Booking { get; private set; }

    /// <summary>The group that it is, or was, part of.</summary>
    public GroupNote? Group { get; private set; }
    public bool MayAgree => !Application.Outdated && Application.Slot.StateAt(Now) is SlotState.Open && ApplicationSteps.Live.Contains(Application.State);

    /// <summary>Who holds the date.</summary>
    public StackView Stack { get; private set; } = null!;

    /// <summary>Whether the applicant could hold it, too.</summary>
    public bool MayHold => Stack.MayPlace(Now) && Booking is null && Application.Slot.AskedUntil is null && Stack.Holds.All(hold => hold.ArtistId != Application.ArtistId);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is not { } found) return NotFound();
        (Application, Talk) = (found, (await negotiations.FindAsync(db.ApplicationsTo(User.Id), Side.Venue, id, ct))!);
        Artist = await (
            from artist in db.Artists.AsNoTracking()
            join city in db.Cities on artist.Profile.Home.CityId equals city.Id
            where artist.Id == found.ArtistId
            select new Applicant(artist.Slug, artist.Profile, city.Name, artist.Members.Where(m => m.PersonId == null).Select(m => new Member(m.Name, m.Plays)).ToList())).SingleAsync(ct);
        Gear = await db.GearOfAsync(found.ArtistId, found.Slot.VenueId, ct);
        Fit = await ranking.OfAsync(found.Slot.Id, id, ct);
        Reputation = (await db.ReputationsOfAsync([found.ArtistId], ct)).GetValueOrDefault(found.ArtistId);
        Stack = (await holds.FindAsync(User.Id, found.Slot.StageId, found.Slot.Time.Start, found.Slot.Zone, ct))!;
        History = await history.OfAsync(id, User.Id, ct);
        Group = await db.GroupNoteAsync(id, ct);
        Booking = await db.Bookings.Where(b => b.ApplicationId == id).OrderByDescending(b => b.AcceptedAt).Select(b => (Guid?)b.Id).FirstOrDefaultAsync(ct);
        return Page();
    }

    public Task<IActionResult> OnPostShortlistAsync(Guid id, CancellationToken ct) =>
        AnswerAsync(id, application => application.Shortlist(), "{0} is on the shortlist and has been told.", ct);

    public Task<IActionResult> OnPostDeclineAsync(Guid id, CancellationToken ct) =>
        AnswerAsync(id, application => application.Decline(Input.Reason), "{0} is declined and has been told.", ct);

    /// <param name="answers">The offer that stood on the page.</param>
    public Task<IActionResult> OnPostRefuseAsync(Guid id, int answers, CancellationToken ct) =>
        AnswerAsync(id, application => application.RefuseOffer(Side.Venue, answers), "You refused the offer. {0} has been told and stays on the shortlist.", ct);

    /// <inheritdoc cref="OnPostRefuseAsync"/>
    public Task<IActionResult> OnPostTakeBackAsync(Guid id, int answers, CancellationToken ct) =>
        AnswerAsync(id, application => application.WithdrawOffer(Side.Venue, answers), "Your offer is taken back. {0} has been told and stays on the shortlist.", ct);

    public async Task<IActionResult> OnPostUnagreeAsync(Guid id, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is not { GroupId: not null } found) return NotFound();
        return await SayAsync(id, await groups.TakeBackAsync(id, ct), text["Your yes is taken back, and {0} waits for your answer again.", found.Artist], ct);
    }

    private async Task<IActionResult> AnswerAsync(Guid id, Func<Application, Refusal?> verb, string done, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is not { } found) return NotFound();
        if (!ModelState.IsValid) return await OnGetAsync(id, ct);
        return await SayAsync(id, await desk.AnswerAsync(id, (application, _) => verb(application), ct), text[done, found.Artist], ct);
    }

    private async Task<IActionResult> SayAsync(Guid id, Refusal? refusal, string done, CancellationToken ct)
    {
        if (refusal is null)
        {
            TempData["Done"] = done;
            return RedirectToPage(new { id });
        }
        ModelState.Refuse(refusal, text);
        return await OnGetAsync(id, ct);
    }

    private Task<ApplicationView?> FindAsync(Guid id, CancellationToken ct) => db.ApplicationViewsTo(User.Id, Now).SingleOrDefaultAsync(a => a.Id == id, ct);

    public sealed class DeclineInput
    {
        [StringLength(1000), Display(Name = "Reason (optional)")] public string? Reason { get; set; }
    }
}
