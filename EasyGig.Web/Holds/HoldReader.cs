using EasyGig.Domain.Holds;
using EasyGig.Domain.Venues;
using EasyGig.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Web.Holds;

/// <summary>Reads who holds which dates, for the directors of the venues.</summary>
public sealed class HoldReader(EasyGigDb db)
{
    private const int Most = 1000;

    /// <summary>What is held from one day to another at this person's venues, by date, venue and stage.</summary>
    /// <param name="stage">Null for all.</param>
    public async Task<IReadOnlyList<StackView>> StacksAsync(Guid director, DateOnly from, DateOnly until, Guid? stage, CancellationToken ct)
    {
        var live = db.HoldsAt(director).Where(h => h.Date >= from && h.Date <= until && (stage == null || h.StageId == stage) && (h.State == HoldState.Active || h.State == HoldState.Challenged));
        var holds = (await LinesOf(live).Take(Most).ToListAsync(ct)).GroupBy(line => (line.StageId, line.Date)).ToList();
        if (holds.Count == 0) return [];
        var running = await Challenges(director, from, until).ToListAsync(ct);
        var places = await Places(director).ToDictionaryAsync(place => place.StageId, ct);
        return [.. holds.Select(stack => View(places[stack.Key.StageId], stack.Key.Date, stack, running)).OrderBy(s => s.Date).ThenBy(s => s.At.Venue).ThenBy(s => s.At.Stage)];
    }

    /// <summary>One date of a stage, whoever holds it; null when the stage is not this person's.</summary>
    public async Task<StackView?> FindAsync(Guid director, Guid stage, DateOnly date, CancellationToken ct) =>
        await Places(director).SingleOrDefaultAsync(place => place.StageId == stage, ct) is not { } at ? null
        : (await StacksAsync(director, date, date, stage, ct)).SingleOrDefault() ?? new(at, date, [], null);

    /// <summary>The date of something that takes place on a stage of this person's venues.</summary>
    public Task<StackView?> FindAsync(Guid director, Guid stage, DateTimeOffset start, TimeZoneInfo zone, CancellationToken ct) => FindAsync(director, stage, VenueDay.Of(start, zone).Date, ct);

    private IQueryable<StackPlace> Places(Guid director) =>
        from venue in db.VenuesOf(director)
        join stage in db.Stages on venue.Id equals stage.VenueId
        select new StackPlace { StageId = stage.Id, Stage = stage.Profile.Name, Venue = venue.Profile.Name, TimeZone = venue.Profile.TimeZone, AnswerHours = venue.AnswerHours };

    private IQueryable<HoldLine> LinesOf(IQueryable<Hold> holds) =>
        from hold in holds
        join artist in db.Artists on hold.ArtistId equals artist.Id
        orderby hold.Date, hold.StageId, hold.Rank
        select new HoldLine
        {
            Id = hold.Id, StageId = hold.StageId, Date = hold.Date, ArtistId = artist.Id, Artist = artist.Profile.Name, Slug = artist.Slug,
            Rank = hold.Rank, State = hold.State, DecideBy = hold.DecideBy, CommittedAt = hold.CommittedAt, Note = hold.Note,
            Review = db.HoldsUnderReview.Where(r => r.Hold.Id == hold.Id).Select(r => (Guid?)r.Booking.Id).FirstOrDefault(),
        };

    private IQueryable<ChallengeLine> Challenges(Guid director, DateOnly first, DateOnly last) =>
        from challenge in db.Challenges
        where challenge.State == ChallengeState.Running && challenge.Date >= first && challenge.Date <= last && db.HoldsAt(director).Any(hold => hold.Id == challenge.HoldId)
        select new ChallengeLine(challenge.StageId, challenge.Date, challenge.HoldId, challenge.AskedHoldId, challenge.By, challenge.StartedAt, challenge.DueAt);

    private static StackView View(StackPlace at, DateOnly date, IEnumerable<HoldLine> holds, List<ChallengeLine> running) =>
        new(at, date, [.. holds], running.Find(challenge => challenge.StageId == at.StageId && challenge.Date == date));
}
