using EasyGig.Domain.Applications;
using EasyGig.Domain.Facts;
using EasyGig.Domain.Offers;
using EasyGig.Domain.Slots;
using EasyGig.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Web.Facts;

/// <summary>What is needed to tell of some facts, read at once: a handful of queries however many rivals a slot had.</summary>
internal sealed class Background
{
    private readonly Dictionary<Guid, Story> _stories;
    private readonly ILookup<Guid?, Applicant> _bySlot;
    private readonly Dictionary<Guid, Applicant> _byApplication;
    private readonly Dictionary<Guid, Applicant> _named;
    private readonly ILookup<Guid, Reader> _readers;

    private Background(IReadOnlyList<Story> stories, IReadOnlyList<Applicant> applicants, IReadOnlyList<Reader> readers)
    {
        (_stories, _readers) = (stories.ToDictionary(s => s.About), readers.ToLookup(r => r.Of));
        _bySlot = applicants.Where(a => a.ApplicationId is not null).ToLookup(a => a.SlotId);
        _byApplication = applicants.Where(a => a.ApplicationId is not null).ToDictionary(a => a.ApplicationId!.Value);
        _named = applicants.Where(a => a.ApplicationId is null).DistinctBy(a => a.ArtistId).ToDictionary(a => a.ArtistId);
    }

    /// <returns>Null of a fact that is about no slot and no date.</returns>
    public Story? StoryOf(Fact fact) => fact.About is { } about ? _stories[about] : null;

    public Applicant? ApplicantOf(Fact fact) =>
        fact.ApplicationId is { } id ? _byApplication.GetValueOrDefault(id) : fact.ArtistId is { } named ? _named.GetValueOrDefault(named) : null;

    /// <summary>Everybody who is told of a fact, for which side, and about which application.</summary>
    public IEnumerable<(Reader Reader, Audience Audience, Applicant? Applicant)> ReadersOf(Fact fact)
    {
        foreach (var audience in WhoIsTold.Of(fact))
            foreach (var (of, applicant) in Sides(fact, audience))
                foreach (var reader in _readers[of])
                    yield return (reader, audience, applicant);
    }

    private IEnumerable<(Guid Of, Applicant? Applicant)> Sides(Fact fact, Audience audience) => audience switch
    {
        Audience.Director => StoryOf(fact) is { } story ? [(story.VenueId, ApplicantOf(fact))] : [],
        Audience.Promoter => ApplicantOf(fact) is { ReviewerId: { } reviewer } booked ? [(reviewer, booked)] : [],
        Audience.Organiser => ApplicantOf(fact) is { Organiser: { } organiser } placed ? [(organiser.Id, placed)] : [],
        Audience.Artist when IsAboutSlotAlone(fact) => _bySlot[fact.SlotId].Where(a => fact.Kind is not FactKind.SlotChanged || a.Organiser is null).Select(a => (a.ArtistId, (Applicant?)a)), // a changed slot ends a group, and that is told
        Audience.Artist => ApplicantOf(fact) is { } one ? [(one.ArtistId, one)] : [],
    };

    public static async Task<Background> LoadAsync(EasyGigDb db, IReadOnlyList<Fact> facts, CancellationToken ct)
    {
        var slots = facts.Select(f => f.SlotId).OfType<Guid>().Distinct().ToArray();
        var holds = facts.Select(f => f.HoldId).OfType<Guid>().Distinct().ToArray();
        var whole = facts.Where(IsAboutSlotAlone).Select(f => f.SlotId).OfType<Guid>().Distinct().ToArray();
        var applications = facts.Select(f => f.ApplicationId).OfType<Guid>().Distinct().ToArray();

        List<Story> stories = [.. slots.Length > 0 ? await SlotsAsync(db, slots, ct) : [], .. holds.Length > 0 ? await HoldsAsync(db, holds, ct) : []];

        var applied = await (
            from application in db.Applications
            join artist in db.Artists on application.ArtistId equals artist.Id
            join slot in db.Slots on application.SlotId equals slot.Id
            from booking in db.Bookings.Where(b => b.ApplicationId == application.Id).OrderByDescending(b => b.AcceptedAt).Take(1).DefaultIfEmpty()
            from reviewer in db.Organisations.Where(o => o.Id == booking.ReviewerId).DefaultIfEmpty()
            from day in db.RunOfShows.Where(r => r.Id == booking.Id).DefaultIfEmpty()
            from together in db.Groups.Where(g => g.Id == application.GroupId).DefaultIfEmpty()
            from organiser in db.Organisations.Where(o => o.Id == together.OrganisationId).DefaultIfEmpty()
            where applications.Contains(application.Id)
                || whole.Contains(application.SlotId) && EF.Property<bool>(application, BookingConfiguration.IsLive)
            select new
            {
                application, artist.Profile.Name, slot.Terms, booking, day, Reviewer = reviewer.Profile.Name,
                OrganiserId = (Guid?)together.OrganisationId, Organiser = organiser.Profile.Name, DueAt = (DateTimeOffset?)together.DueAt,
            }).AsNoTracking().ToListAsync(ct);
        List<Applicant> applicants =
        [
            .. applied.Select(a => new Applicant(a.application.Id, a.application.SlotId, a.application.ArtistId, a.Name,
                a.booking is { } booked ? new(booked.Fee, booked.Deal) : Spoken(a.application, a.Terms, facts), a.booking, a.day, a.Reviewer,
                a.OrganiserId is { } organiser ? new(organiser, a.Organiser, a.application.GroupId, a.DueAt) : null)),
            .. await NamedAsync(db, facts, ct),
        ];

        var readers = await ReadersAsync(db, [.. stories.Select(s => s.VenueId)], [.. applicants.Select(a => a.ArtistId)],
            [.. applicants.SelectMany(a => (Guid?[])[a.ReviewerId, a.Organiser?.Id]).OfType<Guid>()], ct);
        return new(stories, applicants, readers);
    }

    private static bool IsAboutSlotAlone(Fact fact) => fact is { ApplicationId: null, ArtistId: null };

    private static Task<List<Story>> SlotsAsync(EasyGigDb db, Guid[] slots, CancellationToken ct) => (
        from slot in db.Slots
        join venue in db.Venues on slot.VenueId equals venue.Id
        join stage in db.Stages on slot.StageId equals stage.Id
        join city in db.Cities on venue.Profile.Place.CityId equals city.Id
        where slots.Contains(slot.Id)
        select new Story
        {
            About = slot.Id, VenueId = venue.Id, VenueName = venue.Profile.Name, Address = venue.Profile.Address, City = city.Name,
            StageId = stage.Id, StageName = stage.Profile.Name, TimeZone = venue.Profile.TimeZone, Time = slot.Time,
        }).ToListAsync(ct);

    private static Task<List<Story>> HoldsAsync(EasyGigDb db, Guid[] holds, CancellationToken ct) => (
        from hold in db.Holds
        join venue in db.Venues on hold.VenueId equals venue.Id
        join stage in db.Stages on hold.StageId equals stage.Id
        join city in db.Cities on venue.Profile.Place.CityId equals city.Id
        where holds.Contains(hold.Id)
        select new Story
        {
            About = hold.Id, VenueId = venue.Id, VenueName = venue.Profile.Name, Address = venue.Profile.Address, City = city.Name,
            StageId = stage.Id, StageName = stage.Profile.Name, TimeZone = venue.Profile.TimeZone, Date = hold.Date,
        }).ToListAsync(ct);

    /// <summary>The terms that stand; of a fact that ended an offer, those of that offer.</summary>
    private static Terms Spoken(Application application, SlotTerms terms, IReadOnlyList<Fact> facts)
    {
        var ended = facts.Any(f => f.ApplicationId == application.Id && f.Kind is FactKind.OfferRefused or FactKind.OfferWithdrawn or FactKind.CounterRefused or FactKind.CounterWithdrawn or FactKind.OfferExpired or FactKind.RevivalPassed or FactKind.RevivalLapsed or FactKind.RevivalDeferred);
        return application.Offers.Where(offer => ended || offer.State is OfferState.Standing or OfferState.Accepted).MaxBy(offer => offer.Number)?.Terms() ?? terms.For(application.Fee);
    }

    private static async Task<IEnumerable<Applicant>> NamedAsync(EasyGigDb db, IReadOnlyList<Fact> facts, CancellationToken ct)
    {
        var asked = facts.Where(f => f.ArtistId is not null).DistinctBy(f => f.ArtistId).ToDictionary(f => f.ArtistId!.Value, f => f.SlotId);
        var names = asked.Count == 0 ? [] : await db.Artists.Where(a => asked.Keys.Contains(a.Id)).Select(a => new { a.Id, a.Profile.Name }).ToListAsync(ct);
        var asking = facts.Where(f => f.OrganisationId is not null).ToDictionary(f => f.ArtistId!.Value, f => f.OrganisationId!.Value);
        var organisations = asking.Count == 0 ? [] : await db.Organisations.Where(o => asking.Values.Contains(o.Id)).Select(o => new Organiser(o.Id, o.Profile.Name, null, null)).ToDictionaryAsync(o => o.Id, ct);
        return names.Select(artist => new Applicant(null, asked[artist.Id], artist.Id, artist.Name, null, Organiser: asking.TryGetValue(artist.Id, out var organisation) ? organisations[organisation] : null));
    }

    private static async Task<List<Reader>> ReadersAsync(EasyGigDb db, Guid[] venues, Guid[] artists, Guid[] organisations, CancellationToken ct)
    {
        var members = db.Venues.Where(v => venues.Contains(v.Id)).SelectMany(v => v.Directors, (v, d) => new { Of = v.Id, PersonId = (Guid?)d.PersonId })
            .Concat(db.Artists.Where(a => artists.Contains(a.Id)).SelectMany(a => a.Members, (a, m) => new { Of = a.Id, m.PersonId }))
            .Concat(db.Organisations.Where(o => organisations.Contains(o.Id)).SelectMany(o => o.Members, (o, m) => new { Of = o.Id, PersonId = (Guid?)m.PersonId }));
        var readers = await (
            from member in members
            join person in db.Users on member.PersonId equals person.Id
            select new Reader(member.Of, person.Id, person.Name, person.Email!, person.Culture)).ToListAsync(ct);
        Guid[] people = [.. readers.Select(reader => reader.PersonId).Distinct()];
        var unwanted = (await db.MailPreferences.Where(p => people.Contains(p.PersonId)).Select(p => new { p.PersonId, p.Unwanted }).ToListAsync(ct)).ToLookup(p => p.PersonId, p => p.Unwanted);
        return [.. readers.Select(reader => unwanted.Contains(reader.PersonId) ? reader with { Unwanted = unwanted[reader.PersonId].ToHashSet() } : reader)];
    }
}
