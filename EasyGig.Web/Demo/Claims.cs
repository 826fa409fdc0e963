using EasyGig.Domain;
using EasyGig.Domain.Holds;
using EasyGig.Web.Data;

namespace EasyGig.Web.Demo;

/// <summary>Dates that artists hold: one whose last challenges those above, and one whose first is ready to be booked.</summary>
internal sealed class Claims(EasyGigDb db, Company company, Chronicle chronicle, Calendar calendar)
{
    public async Task LayAsync(CancellationToken ct)
    {
        var challenged = Place("officina-saragozza", "Sala", 16, ["le-lampare", "bellini-quartet", "the-vinyl-sisters"]);
        var ready = Place("darsena-nove", "Sala grande", 23, ["santi-elettrici", "giulia-ferri"]);
        await db.SaveChangesAsync(ct); // the database looks at every step of a state
        Act(challenged, 2, 1.6, (stack, hold, at) => stack.Start(hold, Side.Artist, at));
        Act(ready, 0, 1.5, (stack, hold, at) => stack.Commit(hold, at));
        db.Add(challenged.Challenge!);
        await db.SaveChangesAsync(ct);
    }

    private HoldStack Place(string venue, string stage, int inDays, string[] artists)
    {
        var (house, date) = (company.Venues[venue], calendar.Day(inDays, DayOfWeek.Wednesday));
        var stack = new HoldStack(house, house.Stages.Single(s => s.Profile.Name == stage).Id, date, [], null);
        for (var rank = 0; rank < artists.Length; rank++)
        {
            var at = calendar.Ago(6 - rank);
            var (hold, refusal) = stack.Place(company.Artists[artists[rank]], calendar.Midnight.AddDays(8 + rank).AddHours(18), rank == 0 ? "Ci piacerebbe riavervi." : "", at);
            if (hold is null) throw new InvalidOperationException($"{venue}, {date}: {artists[rank]} cannot hold it, {refusal!.Rule}.");
            db.Add(hold);
            chronicle.Note(at, house.Directors[0].PersonId, told: true, hold.TakeFacts());
        }
        return stack;
    }

    private void Act(HoldStack stack, int holder, double ago, Func<HoldStack, Guid, DateTimeOffset, Refusal?> verb)
    {
        var (hold, at) = (stack.Holds[holder], calendar.Ago(ago));
        if (verb(stack, hold.Id, at) is { } refusal) throw new InvalidOperationException($"The hold of {stack.Day.Date} is refused, {refusal.Rule}.");
        var doer = company.Artists.Values.Single(artist => artist.Id == hold.ArtistId).Members[0].PersonId!.Value;
        chronicle.Note(at, doer, told: true, [.. stack.Holds.SelectMany(other => other.TakeFacts())]);
    }
}
