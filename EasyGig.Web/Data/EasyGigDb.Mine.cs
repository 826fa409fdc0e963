using EasyGig.Domain.Applications;
using EasyGig.Domain.Artists;
using EasyGig.Domain.Bookings;
using EasyGig.Domain.BusyTimes;
using EasyGig.Domain.Feeds;
using EasyGig.Domain.Files;
using EasyGig.Domain.Groups;
using EasyGig.Domain.Holds;
using EasyGig.Domain.Invitations;
using EasyGig.Domain.Organisations;
using EasyGig.Domain.Rosters;
using EasyGig.Domain.Searches;
using EasyGig.Domain.Slots;
using EasyGig.Domain.Strikes;
using EasyGig.Domain.Venues;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Web.Data;

/// <summary>What belongs to a person: whatever is not in these queries does not exist for them.</summary>
public sealed partial class EasyGigDb
{
    public IQueryable<Artist> ArtistsOf(Guid person) => Artists.Where(artist => artist.Members.Any(member => member.PersonId == person));

    public IQueryable<Venue> VenuesOf(Guid director) => Venues.Where(venue => venue.Directors.Any(d => d.PersonId == director));

    public IQueryable<Organisation> OrganisationsOf(Guid promoter) => Organisations.Where(o => o.Members.Any(member => member.PersonId == promoter));

    /// <summary>The IANA name of the clock at the home of this person's first artist; null without one.</summary>
    public Task<string?> ArtistZoneAsync(Guid person, CancellationToken ct) =>
        ArtistsOf(person).OrderBy(a => a.Slug).Join(Cities, a => a.Profile.Home.CityId, city => city.Id, (_, city) => (string?)city.TimeZone).FirstOrDefaultAsync(ct);

    /// <summary>The IANA name of the clock at the home of this person's first organisation; null without one.</summary>
    public Task<string?> PromoterZoneAsync(Guid person, CancellationToken ct) =>
        OrganisationsOf(person).OrderBy(o => o.Id).Join(Cities, o => o.Profile.Home.CityId, city => city.Id, (_, city) => (string?)city.TimeZone).FirstOrDefaultAsync(ct);

    /// <summary>The slots of the venues that this person directs.</summary>
    public IQueryable<Slot> SlotsOf(Guid director) => Slots.Where(slot => VenuesOf(director).Any(venue => venue.Id == slot.VenueId));

    /// <summary>What was sent to a slot and may still lead to a booking, or has.</summary>
    public IQueryable<Application> LiveOf(Guid slot) => Applications.Where(a => a.SlotId == slot && EF.Property<bool>(a, BookingConfiguration.IsLive)).OrderBy(a => a.Id);

    /// <summary>What this person's artists applied with.</summary>
    public IQueryable<Application> ApplicationsOf(Guid person) => Applications.Where(a => ArtistsOf(person).Any(artist => artist.Id == a.ArtistId));

    /// <summary>What this person's artists were asked to apply to.</summary>
    public IQueryable<Invitation> InvitationsOf(Guid person) => Invitations.Where(i => ArtistsOf(person).Any(artist => artist.Id == i.ArtistId));

    /// <summary>What was sent to the venues that this person directs.</summary>
    public IQueryable<Application> ApplicationsTo(Guid director) => Applications.Where(a => SlotsOf(director).Any(slot => slot.Id == a.SlotId));

    /// <summary>The bookings that this person is a party to: of their artists, at their venues, or for their organisation to review.</summary>
    public IQueryable<Booking> BookingsOf(Guid person) => Bookings.Where(booking =>
        ArtistsOf(person).Any(artist => artist.Id == booking.ArtistId)
        || VenuesOf(person).Any(venue => venue.Id == booking.VenueId)
        || OrganisationsOf(person).Any(o => o.Id == booking.ReviewerId));

    /// <summary>The bookings that this person's organisations review.</summary>
    public IQueryable<Booking> ReviewsOf(Guid promoter) => Bookings.Where(booking => OrganisationsOf(promoter).Any(o => o.Id == booking.ReviewerId));

    /// <summary>The artists that this person's organisations may put forward, asked, or once did.</summary>
    public IQueryable<RosterEntry> RosterOf(Guid promoter) => RosterEntries.Where(entry => OrganisationsOf(promoter).Any(o => o.Id == entry.OrganisationId));

    /// <summary>The organisations that asked this person's artists, or may put them forward.</summary>
    public IQueryable<RosterEntry> RosterFor(Guid person) => RosterEntries.Where(entry => ArtistsOf(person).Any(artist => artist.Id == entry.ArtistId));

    /// <summary>What this person's organisations put forward together.</summary>
    public IQueryable<Group> GroupsOf(Guid promoter) => Groups.Where(g => OrganisationsOf(promoter).Any(o => o.Id == g.OrganisationId));

    /// <summary>The strikes of this person's artists and venues.</summary>
    public IQueryable<Strike> StrikesOf(Guid person) => Strikes.Where(strike =>
        ArtistsOf(person).Any(artist => artist.Id == strike.ArtistId) || VenuesOf(person).Any(venue => venue.Id == strike.VenueId));

    /// <summary>The holds that stand.</summary>
    public IQueryable<Hold> LiveHolds => Holds.Where(hold => hold.State == HoldState.Active || hold.State == HoldState.Challenged);

    /// <summary>The holds that stand while a booking of their artist on their date waits for review.</summary>
    public IQueryable<ReviewedHold> HoldsUnderReview =>
        from hold in LiveHolds
        join booking in Bookings on new { hold.StageId, hold.ArtistId } equals new { booking.StageId, booking.ArtistId }
        where booking.State == BookingState.PendingReview && DayOf(booking.VenueId, booking.Time.Start) == hold.Date
        select new ReviewedHold { Hold = hold, Booking = booking };

    /// <summary>The dates that this person's artists hold, or held.</summary>
    public IQueryable<Hold> HoldsOf(Guid person) => Holds.Where(hold => ArtistsOf(person).Any(artist => artist.Id == hold.ArtistId));

    /// <summary>The holds at the venues that this person directs.</summary>
    public IQueryable<Hold> HoldsAt(Guid director) => Holds.Where(hold => VenuesOf(director).Any(venue => venue.Id == hold.VenueId));

    /// <summary>The searches that this person keeps.</summary>
    public IQueryable<SavedSearch> SearchesOf(Guid person) => Searches.Where(search => search.PersonId == person);

    /// <summary>The links to calendars that this person gave out.</summary>
    public IQueryable<CalendarFeed> FeedsOf(Guid person) => Feeds.Where(feed => feed.PersonId == person);

    /// <summary>When this person's artists cannot play.</summary>
    public IQueryable<BusyTime> BusyTimesOf(Guid person) => BusyTimes.Where(busy => ArtistsOf(person).Any(artist => artist.Id == busy.ArtistId));

    /// <summary>What a venue or an artist shows.</summary>
    public IQueryable<StoredFile> FilesOf(FileOwner owner) => Files.Where(file => file.VenueId == owner.VenueId && file.ArtistId == owner.ArtistId);

    /// <inheritdoc cref="FilesOf(FileOwner)"/>
    public IQueryable<StoredFile> FilesOf(FileOwner owner, FileKind kind) => FilesOf(owner).Where(file => file.Kind == kind).OrderBy(file => file.Position);
}

/// <summary>A hold, and the booking of its artist and its date that waits for review.</summary>
public sealed record ReviewedHold
{
    public required Hold Hold { get; init; }
    public required Booking Booking { get; init; }
}
