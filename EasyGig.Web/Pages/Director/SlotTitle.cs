using EasyGig.Domain;
using EasyGig.Domain.Slots;
using EasyGig.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Web.Pages.Director;

/// <summary>Which slot something is about: where, when, for how much, and how it stands.</summary>
public sealed record SlotTitle
{
    public required Guid Id { get; init; }
    public required Guid VenueId { get; init; }
    public required Guid StageId { get; init; }
    public required string Venue { get; init; }
    public required string Stage { get; init; }
    public required string TimeZone { get; init; }
    public required Period Time { get; init; }
    public required SlotState State { get; init; }
    public required SlotTerms Terms { get; init; }
    public required int TermsVersion { get; init; }

    public required uint Version { get; init; }

    /// <inheritdoc cref="Slot.AskedUntil"/>
    public required DateTimeOffset? AskedUntil { get; init; }

    public TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(TimeZone);

    public SlotState StateAt(DateTimeOffset now) => SlotSteps.At(State, Time.Start, now);
}

internal static class SlotTitles
{
    extension(EasyGigDb db)
    {
        /// <summary>The slots of the venues that this person directs, as lists and headings name them.</summary>
        public IQueryable<SlotTitle> SlotTitlesOf(Guid director) =>
            from slot in db.SlotsOf(director)
            join stage in db.Stages on slot.StageId equals stage.Id
            join venue in db.Venues on slot.VenueId equals venue.Id
            select new SlotTitle
            {
                Id = slot.Id, VenueId = slot.VenueId, StageId = slot.StageId, Venue = venue.Profile.Name, Stage = stage.Profile.Name,
                TimeZone = venue.Profile.TimeZone, Time = slot.Time, State = slot.State,
                Terms = slot.Terms, TermsVersion = slot.TermsVersion, AskedUntil = slot.AskedUntil, Version = slot.Version,
            };

        /// <summary>The stages of this person's venues by name, for a filter; the venue is named where there are several.</summary>
        public async Task<IReadOnlyList<(Guid Id, string Name)>> StageNamesOfAsync(Guid director, CancellationToken ct)
        {
            var stages = await (
                from venue in db.VenuesOf(director)
                join stage in db.Stages on venue.Id equals stage.VenueId
                orderby venue.Profile.Name, stage.Profile.Name
                select new { stage.Id, Stage = stage.Profile.Name, VenueId = venue.Id, Venue = venue.Profile.Name }).ToListAsync(ct);
            var several = stages.DistinctBy(s => s.VenueId).Count() > 1;
            return [.. stages.Select(s => (s.Id, several ? $"{s.Venue} – {s.Stage}" : s.Stage))];
        }
    }
}
