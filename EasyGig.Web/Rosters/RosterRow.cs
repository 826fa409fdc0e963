using EasyGig.Domain.Groups;
using EasyGig.Domain.Organisations;
using EasyGig.Domain.Rosters;
using EasyGig.Web.Data;

namespace EasyGig.Web.Rosters;

/// <summary>An artist on an organisation's roster, or asked to be.</summary>
public sealed record RosterRow
{
    public required Guid Id { get; init; }
    public required Guid ArtistId { get; init; }
    public required string Artist { get; init; }
    public required string ArtistSlug { get; init; }
    public required Guid OrganisationId { get; init; }
    public required OrganisationProfile Organisation { get; init; }
    public required string City { get; init; }
    public required string Note { get; init; }
    public required RosterState State { get; init; }
    public required DateTimeOffset AskedAt { get; init; }
    public required DateTimeOffset? AnsweredAt { get; init; }

    /// <summary>In how many groups of the organisation that are not answered yet it stands: they fall when this ends.</summary>
    public required int Groups { get; init; }
}

internal static class RosterRows
{
    public static IQueryable<RosterRow> ToRows(this IQueryable<RosterEntry> entries, EasyGigDb db) =>
        from entry in entries
        join artist in db.Artists on entry.ArtistId equals artist.Id
        join organisation in db.Organisations on entry.OrganisationId equals organisation.Id
        join city in db.Cities on organisation.Profile.Home.CityId equals city.Id
        select new RosterRow
        {
            Id = entry.Id, ArtistId = artist.Id, Artist = artist.Profile.Name, ArtistSlug = artist.Slug, OrganisationId = organisation.Id, Organisation = organisation.Profile,
            City = city.Name, Note = entry.Note, State = entry.State, AskedAt = entry.AskedAt, AnsweredAt = entry.AnsweredAt,
            Groups = db.Groups.Count(g => g.OrganisationId == entry.OrganisationId && g.State == GroupState.Submitted && g.Pairs.Any(pair => pair.ArtistId == entry.ArtistId)),
        };
}
