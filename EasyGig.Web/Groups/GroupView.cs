using EasyGig.Domain;
using EasyGig.Domain.Applications;
using EasyGig.Domain.Groups;
using EasyGig.Domain.Slots;
using EasyGig.Web.Data;

namespace EasyGig.Web.Groups;

/// <summary>A group in the promoter's list.</summary>
public sealed record GroupRow
{
    public required Guid Id { get; init; }
    public required GroupState State { get; init; }
    public required DateTimeOffset SubmittedAt { get; init; }
    public required DateTimeOffset DueAt { get; init; }
    public required IReadOnlyList<string> Artists { get; init; }
    public required int Yeses { get; init; }

    /// <summary>Where and when, the first evening first.</summary>
    public required IReadOnlyList<GroupStop> Venues { get; init; }
}

/// <summary>One evening of a group.</summary>
public sealed record GroupStop(DateTimeOffset Start, string Venue, string TimeZone)
{
    public TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(TimeZone);
}

/// <summary>One pair of a group as the promoter reads it.</summary>
public sealed record PairView
{
    public required int Number { get; init; }
    public required Guid ApplicationId { get; init; }
    public required Guid ArtistId { get; init; }
    public required string Artist { get; init; }
    public required string ArtistSlug { get; init; }
    public required Guid SlotId { get; init; }
    public required Period Time { get; init; }
    public required SlotTerms Terms { get; init; }
    public required int TermsVersion { get; init; }
    public required string Venue { get; init; }
    public required string City { get; init; }
    public required string TimeZone { get; init; }
    public required string Message { get; init; }
    public required Money Fee { get; init; }
    public required ApplicationState State { get; init; }
    public required string? Reason { get; init; }
    public required DateTimeOffset? AgreedAt { get; init; }

    public TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(TimeZone);
}

internal static class GroupViews
{
    public static IQueryable<GroupRow> ToRows(this IQueryable<Group> groups, EasyGigDb db) =>
        from whole in groups
        select new GroupRow
        {
            Id = whole.Id, State = whole.State, SubmittedAt = whole.SubmittedAt, DueAt = whole.DueAt, Yeses = whole.Pairs.Count(pair => pair.AgreedAt != null),
            Artists = (from pair in db.GroupPairs join artist in db.Artists on pair.ArtistId equals artist.Id where pair.GroupId == whole.Id orderby pair.Number select artist.Profile.Name).ToList(),
            Venues = (
                from pair in db.GroupPairs
                join slot in db.Slots on pair.SlotId equals slot.Id
                join venue in db.Venues on slot.VenueId equals venue.Id
                where pair.GroupId == whole.Id
                orderby slot.Time.Start
                select new GroupStop(slot.Time.Start, venue.Profile.Name, venue.Profile.TimeZone)).ToList(),
        };

    public static IQueryable<PairView> PairsOf(this EasyGigDb db, Guid group) =>
        from pair in db.GroupPairs
        join application in db.Applications on pair.ApplicationId equals application.Id
        join artist in db.Artists on pair.ArtistId equals artist.Id
        join slot in db.Slots on pair.SlotId equals slot.Id
        join venue in db.Venues on slot.VenueId equals venue.Id
        join city in db.Cities on slot.Place.CityId equals city.Id
        where pair.GroupId == @group
        orderby pair.Number
        select new PairView
        {
            Number = pair.Number, ApplicationId = pair.ApplicationId, ArtistId = artist.Id, Artist = artist.Profile.Name, ArtistSlug = artist.Slug, SlotId = slot.Id, Time = slot.Time,
            Terms = slot.Terms, TermsVersion = slot.TermsVersion, Venue = venue.Profile.Name, City = city.Name, TimeZone = venue.Profile.TimeZone,
            Message = application.Message, Fee = application.Fee, // what becomes of the bookings is between their sides
            State = db.Groups.Any(g => g.Id == pair.GroupId && g.State == GroupState.Complete) ? ApplicationState.Accepted : application.State,
            Reason = db.Groups.Any(g => g.Id == pair.GroupId && g.State == GroupState.Complete) ? null : application.Reason, AgreedAt = pair.AgreedAt,
        };
}
