using EasyGig.Domain;
using EasyGig.Domain.Applications;
using EasyGig.Domain.Artists;
using EasyGig.Domain.Groups;
using EasyGig.Domain.Organisations;
using EasyGig.Domain.Rosters;
using EasyGig.Domain.Slots;
using EasyGig.Domain.Venues;
using EasyGig.Web.Groups;
using EasyGig.Web.Identity;
using EasyGig.Web.Rosters;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EasyGig.Tests.Groups;

/// <summary>One pair of a group, with its people.</summary>
internal sealed record Placement(Person Artist, Artist Band, Person Director, Venue Venue, Slot Slot);

/// <summary>Artists of one roster on slots of as many venues, one evening after the other, put forward in one group.</summary>
internal sealed record Placed(EasyGigApp App, Person Promoter, Organisation Organisation, IReadOnlyList<Placement> Pairs, Guid Group)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public string Page => $"/promoter/groups/{Group}";

    /// <param name="reviewed">Whether a house promoter reviews the bookings of the first venue.</param>
    /// <param name="submit">Whether the group is sent; else only its roster and its slots are there.</param>
    public static async Task<Placed> OfAsync(EasyGigApp app, int count = 2, Organisation? reviewed = null, bool submit = true, int inDays = 30)
    {
        var (promoter, organisation) = await app.OrganisationAsync("Placing Crew");
        List<Placement> pairs = [];
        for (var number = 0; number < count; number++)
        {
            var (director, venue) = await app.VenueAsync($"Venue {number + 1}", number == 0 ? reviewed : null);
            var (person, artist) = await app.ArtistAsync($"Band {number + 1}");
            pairs.Add(new(person, artist, director, venue, await app.SlotAsync(venue, inDays + number)));
            await app.OnRosterAsync(organisation, artist);
        }
        var placed = new Placed(app, promoter, organisation, pairs, default);
        return submit ? placed with { Group = await placed.SubmitAsync() } : placed;
    }

    public async Task<Guid> SubmitAsync()
    {
        await using var scope = App.Services.CreateAsyncScope();
        var lines = Pairs.Select(pair => new GroupLine(pair.Slot.Id, pair.Band.Id, "They would fill the room.", 400, 1)).ToList();
        var (made, refusal, _) = await scope.ServiceProvider.GetRequiredService<GroupSubmission>().SubmitAsync(Organisation.Id, lines, Ct);
        Assert.Null(refusal);
        return made!.Value;
    }

    /// <summary>A venue's yes, by nobody who signed in.</summary>
    public async Task<Refusal?> AgreeAsync(int pair)
    {
        await using var scope = App.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<GroupDesk>().AgreeAsync(await ApplicationAsync(pair), 1, declineRivals: false, Ct)).Refusal;
    }

    public Task<Guid> ApplicationAsync(int pair) => App.WithDbAsync(db => db.GroupPairs.Where(p => p.GroupId == Group && p.Number == pair + 1).Select(p => p.ApplicationId).SingleAsync(Ct));

    public async Task<string> DirectorsPageAsync(int pair) => $"/director/applications/{await ApplicationAsync(pair)}";

    public async Task<string> ArtistsPageAsync(int pair) => $"/artist/applications/{await ApplicationAsync(pair)}";

    public Task<Group> StoredAsync() => App.WithDbAsync(db => db.Groups.AsNoTracking().SingleAsync(g => g.Id == Group, Ct));

    /// <summary>The states of its present applications, in order.</summary>
    public Task<List<ApplicationState>> StatesAsync() => App.WithDbAsync(db =>
        db.GroupPairs.Where(p => p.GroupId == Group).OrderBy(p => p.Number).Join(db.Applications, p => p.ApplicationId, a => a.Id, (_, a) => a.State).ToListAsync(Ct));

    public Task<List<SlotState>> SlotsAsync() => App.WithDbAsync(db =>
        db.GroupPairs.Where(p => p.GroupId == Group).OrderBy(p => p.Number).Join(db.Slots, p => p.SlotId, s => s.Id, (_, s) => s.State).ToListAsync(Ct));

    public Task<int> BookingsAsync() => App.WithDbAsync(db => db.Bookings.CountAsync(b => db.Applications.Any(a => a.Id == b.ApplicationId && a.GroupId == Group), Ct));

    /// <summary>Who was mailed of a fact, among the people of this group.</summary>
    public Task<List<string>> ToldAsync(string kind)
    {
        Person[] people = [Promoter, .. Pairs.SelectMany(pair => (Person[])[pair.Artist, pair.Director])];
        var ids = people.Select(person => (Guid?)person.Id).ToList();
        return App.WithDbAsync(db => db.Mails.Where(m => m.Kind == kind && ids.Contains(m.PersonId)).Select(m => m.Address).Order().ToListAsync(Ct));
    }
}

internal static class Rostered
{
    extension(EasyGigApp app)
    {
        /// <summary>Puts an artist on a roster, with its yes; by nobody who signed in.</summary>
        public async Task<RosterEntry> OnRosterAsync(Organisation organisation, Artist artist)
        {
            await using var scope = app.Services.CreateAsyncScope();
            var desk = scope.ServiceProvider.GetRequiredService<RosterDesk>();
            Assert.Null(await desk.AskAsync(organisation.Id, artist.Slug, "We know your rooms.", Ct));
            var entry = await app.WithDbAsync(db => db.RosterEntries.AsNoTracking().SingleAsync(e => e.OrganisationId == organisation.Id && e.ArtistId == artist.Id, Ct));
            Assert.Null(await desk.AnswerAsync(entry.Id, (asked, now) => asked.Consent(now), Ct));
            return entry;
        }
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;
}
