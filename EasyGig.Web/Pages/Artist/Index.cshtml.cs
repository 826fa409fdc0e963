using EasyGig.Domain;
using EasyGig.Domain.Applications;
using EasyGig.Domain.Bookings;
using EasyGig.Domain.Holds;
using EasyGig.Domain.Rosters;
using EasyGig.Web.Applications;
using EasyGig.Web.Bookings;
using EasyGig.Web.Data;
using EasyGig.Web.Figures;
using EasyGig.Web.Holds;
using EasyGig.Web.Identity;
using EasyGig.Web.Pages.Artist.Invitations;
using EasyGig.Web.Rosters;
using EasyGig.Web.Slots;
using EasyGig.Web.Strikes;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Web.Pages.Artist;

/// <summary>Today: what waits for the artist, what is next, what is wrong.</summary>
public sealed class IndexModel(EasyGigDb db, StrikeReader strikes, NearGigs near, ArtistFigures figures, TimeProvider clock) : PageModel
{
    private const int Most = 50;

    private IReadOnlyList<ApplicationRow> _live = [];

    public bool HasArtist { get; private set; }

    /// <summary>What the venues ask about their bookings.</summary>
    public IReadOnlyList<Asked> Asked { get; private set; } = [];
    public IReadOnlyList<InvitationRow> Invitations { get; private set; } = [];
    /// <summary>Who asks to put one of the artists forward.</summary>
    public IReadOnlyList<RosterRow> Asking { get; private set; } = [];

    /// <summary>Dates that somebody challenges, or that run out within a day.</summary>
    public IReadOnlyList<ArtistHold> Holds { get; private set; } = [];
    public IReadOnlyList<Gig> Gigs { get; private set; } = [];

    /// <summary>Open slots on the night before or after one of their gigs, not far from it.</summary>
    public IReadOnlyList<NearGig> Near { get; private set; } = [];

    /// <summary>What became of their applications of the last twelve months; null when there were none.</summary>
    public Figure? Success { get; private set; }

    /// <summary>Those of their artists that strikes warn or freeze.</summary>
    public IReadOnlyList<StrikeBoard> Trouble { get; private set; } = [];
    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    public IReadOnlyList<ApplicationRow> Offers => [.. _live.Where(row => row.WaitsForArtist)];
    public IReadOnlyList<ApplicationRow> Changed => [.. _live.Where(row => row.TermsChanged && !row.WaitsForArtist)];
    public IReadOnlyList<ApplicationRow> Pending => [.. _live.Where(row => !row.TermsChanged && !row.WaitsForArtist)];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var own = await db.ArtistsOf(User.Id).AsNoTracking().ToListAsync(ct);
        HasArtist = own.Count > 0;
        Near = await near.OfAsync(own, ct);
        var zone = await db.ArtistZoneAsync(User.Id, ct) is { } id ? TimeZoneInfo.FindSystemTimeZoneById(id) : TimeZoneInfo.Utc;
        Success = await figures.SuccessAsync([.. own.Select(artist => artist.Id)], FigurePeriod.Read(null, Now, zone), ct) is { IsEmpty: false } success ? success : null;
        Trouble = await strikes.InTroubleAsync(User.Id, Side.Artist, ct);
        var live = db.ApplicationsOf(User.Id).Where(a => EF.Property<bool>(a, BookingConfiguration.IsLive) && a.State != ApplicationState.Accepted);
        _live = await db.RowsOf(live).Where(row => row.Time.Start > Now).OrderBy(row => row.Time.Start).Take(Most).AsNoTracking().ToListAsync(ct);
        Asked = await db.AskedOf(User.Id, Side.Artist, Now).Take(Most).ToListAsync(ct);
        Invitations = await db.WaitingInvitationsOf(User.Id, Now).Take(Most).ToListAsync(ct);
        Asking = await db.RosterFor(User.Id).Where(entry => entry.State == RosterState.Asked).OrderBy(entry => entry.AskedAt).Take(Most).ToRows(db).AsNoTracking().ToListAsync(ct);
        Holds = [.. (await db.ArtistHoldsOf(User.Id).Where(h => h.State == HoldState.Active || h.State == HoldState.Challenged).Take(Most).ToListAsync(ct)).Where(hold => hold.Waits(Now))];
        Gigs = await GigsAsync(ct);
    }

    private Task<List<Gig>> GigsAsync(CancellationToken ct) => (
        from booking in db.Bookings
        join artist in db.ArtistsOf(User.Id) on booking.ArtistId equals artist.Id
        join venue in db.Venues on booking.VenueId equals venue.Id
        join city in db.Cities on venue.Profile.Place.CityId equals city.Id
        from day in db.RunOfShows.Where(r => r.Id == booking.Id).DefaultIfEmpty()
        where (booking.State == BookingState.Confirmed || booking.State == BookingState.PendingReview) && booking.Time.End > Now
        orderby booking.Time.Start
        select new Gig(booking.Id, booking.State, booking.Time, booking.Fee, artist.Profile.Name, venue.Profile.Name, venue.Profile.TimeZone, city.Name, day.Times.LoadIn)).Take(Most).ToListAsync(ct);

    public sealed record Gig(Guid Id, BookingState State, Period Time, Money Fee, string Artist, string Venue, string TimeZone, string City, DateTimeOffset? LoadIn)
    {
        public TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(TimeZone);
    }
}
