using EasyGig.Domain;
using EasyGig.Domain.Applications;
using EasyGig.Domain.Groups;
using EasyGig.Domain.Rosters;
using EasyGig.Domain.Slots;
using EasyGig.Domain.Venues;
using EasyGig.Web.Data;

namespace EasyGig.Web.Demo;

/// <summary>A promoter's roster, and two artists of it whom she puts forward together; one venue has said yes, the other has the last word.</summary>
internal sealed class Tour(EasyGigDb db, Company company, Chronicle chronicle, Calendar calendar)
{
    private const string Promoter = "notturna";

    public static readonly IReadOnlyList<Stop> Stops =
    [
        new("cantine-al-portello", "Corte", 56, DayOfWeek.Wednesday, "nebbia-padana", 450, "Nebbia Padana giocano in casa, e la sera dopo i Quinto Piano sono a Milano: due serate, un furgone solo."),
        new("darsena-nove", "Sala grande", 57, DayOfWeek.Thursday, "quinto-piano", 500, "Quinto Piano close our little tour: sixty minutes, a crowd of their own from Florence, and we promote both nights together."),
    ];

    public async Task PutForwardAsync(CancellationToken ct)
    {
        await AskAsync("le-lampare", 0.5, consents: false, ct);
        foreach (var stop in Stops) await AskAsync(stop.Artist, 12, consents: true, ct);
        var (at, slots) = (calendar.Ago(1.6), Stops.Select(SlotOf).ToList());
        var group = Group.Submit(company.Organisations[Promoter].Id, slots, at).Group!;
        db.Add(group);
        await db.SaveChangesAsync(ct); // the database looks at every pair on its own
        List<Application> placed = [];
        foreach (var (stop, slot) in Stops.Zip(slots)) placed.Add(await PlaceAsync(group, stop, slot, at, ct));
        chronicle.Note(at, Sara, told: true, [.. group.TakeFacts(), .. placed.SelectMany(application => application.TakeFacts())]);

        var agreed = calendar.Ago(0.4);
        var on = placed.Zip(Stops, slots).ToDictionary(pair => pair.First.Id, pair => new Ground(pair.Third, pair.First, company.Venues[pair.Second.Venue], new([], []), true));
        Must(group.Agree(placed[0].Id, on, slots[0].TermsVersion, declineRivals: false, agreed).Refusal);
        chronicle.Note(agreed, company.Venues[Stops[0].Venue].Directors[0].PersonId, told: true, [.. group.TakeFacts(), .. placed[0].TakeFacts()]);
        await db.SaveChangesAsync(ct);
    }

    private Guid Sara => company.Organisations[Promoter].Members[0].PersonId;

    private async Task AskAsync(string artist, double ago, bool consents, CancellationToken ct)
    {
        var (who, asked) = (company.Artists[artist], calendar.Ago(ago));
        var entry = RosterEntry.Ask(company.Organisations[Promoter].Id, who.Id, null, "Vi seguiamo da un po': ci piacerebbe proporvi ai locali con cui lavoriamo.", asked).Entry!;
        db.Add(entry);
        chronicle.Note(asked, Sara, told: true, entry.TakeFacts());
        await db.SaveChangesAsync(ct);
        if (!consents) return;
        Must(entry.Consent(asked.AddHours(2)));
        chronicle.Note(asked.AddHours(2), who.Members[0].PersonId!.Value, told: true, entry.TakeFacts());
        await db.SaveChangesAsync(ct);
    }

    private async Task<Application> PlaceAsync(Group group, Stop stop, Slot slot, DateTimeOffset at, CancellationToken ct)
    {
        var (application, refusal) = group.Place(slot, company.Artists[stop.Artist], new(stop.Words, stop.Fee, slot.TermsVersion, Consents: true), [], at);
        Must(refusal);
        db.Add(application!);
        await db.SaveChangesAsync(ct);
        return application!;
    }

    private Slot SlotOf(Stop stop)
    {
        var stage = company.Venues[stop.Venue].Stages.Single(s => s.Profile.Name == stop.Stage).Id;
        return db.Slots.Local.Single(slot => slot.StageId == stage && VenueDay.Of(slot.Time.Start, Calendar.Zone).Date == stop.DateIn(calendar));
    }

    private static void Must(Refusal? refusal)
    {
        if (refusal is not null) throw new InvalidOperationException($"The tour of {Promoter} is refused, {refusal.Rule}.");
    }

    internal sealed record Stop(string Venue, string Stage, int In, DayOfWeek On, string Artist, decimal Fee, string Words)
    {
        public DateOnly DateIn(Calendar calendar) => calendar.Day(In, On);
    }
}
