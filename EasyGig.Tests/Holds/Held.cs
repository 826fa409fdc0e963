using EasyGig.Domain;
using EasyGig.Domain.Artists;
using EasyGig.Domain.Holds;
using EasyGig.Domain.Venues;
using EasyGig.Web.Holds;
using EasyGig.Web.Identity;
using EasyGig.Web.Localization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EasyGig.Tests.Holds;

/// <summary>A date of a stage, 30 days ahead, that some artists hold, in the order in which they are named; each decides within ten days.</summary>
internal sealed record Held(EasyGigApp App, Person Director, Venue Venue, DateOnly Date, IReadOnlyList<Holder> Holders)
{
    public static readonly string[] Names = ["Alpha Noise", "Beta Brass", "Gamma Choir", "Delta Strings"];

    public static CancellationToken Ct => TestContext.Current.CancellationToken;

    public Guid Stage => Venue.Stages[0].Id;

    public string Page => HoldFormat.Address(Stage, Date);

    public static async Task<Held> OfAsync(EasyGigApp app, int holders, Func<VenueProfile, VenueProfile>? profile = null, DateOnly? date = null, DateTimeOffset? decideBy = null)
    {
        var (director, venue) = await app.VenueAsync(profile: profile);
        Held held = new(app, director, venue, date ?? DateOnly.FromDateTime(TestClock.Start.Date).AddDays(30), []);
        List<Holder> all = [];
        for (var number = 0; number < holders; number++) all.Add(await held.PlaceAsync(Names[number], decideBy ?? app.Clock.Now.AddDays(10)));
        return held with { Holders = all };
    }

    public async Task<Holder> PlaceAsync(string name, DateTimeOffset decideBy)
    {
        var (person, artist) = await App.ArtistAsync(name, await App.PersonAsync(Roles.Artist, $"Manager of {name}"));
        Assert.Null(await AtDeskAsync(desk => desk.PlaceAsync(Stage, Date, artist.Slug, decideBy, "", Ct)));
        return new(person, artist, await App.WithDbAsync(db => db.Holds.Where(h => h.ArtistId == artist.Id && h.StageId == Stage && h.Date == Date).Select(h => h.Id).SingleAsync(Ct)));
    }

    /// <summary>By nobody who signed in.</summary>
    public async Task<Refusal?> AtDeskAsync(Func<HoldDesk, Task<Refusal?>> act)
    {
        await using var scope = App.Services.CreateAsyncScope();
        return await act(scope.ServiceProvider.GetRequiredService<HoldDesk>());
    }

    public Task<Hold> StoredAsync(int holder) => App.WithDbAsync(db => db.Holds.AsNoTracking().SingleAsync(h => h.Id == Holders[holder].Hold, Ct));

    public Task<Challenge> ChallengeAsync() => App.WithDbAsync(db => db.Challenges.AsNoTracking().Where(c => c.StageId == Stage && c.Date == Date).OrderByDescending(c => c.StartedAt).FirstAsync(Ct));

    /// <summary>The live holds by rank, as <c>1 Beta Brass challenged</c>.</summary>
    public async Task<string[]> LiveAsync()
    {
        var live = await App.WithDbAsync(db => db.LiveHolds.Where(h => h.StageId == Stage && h.Date == Date).OrderBy(h => h.Rank)
            .Join(db.Artists, h => h.ArtistId, a => a.Id, (h, a) => new { h.Rank, a.Profile.Name, h.State }).ToListAsync(Ct));
        return [.. live.Select(hold => $"{hold.Rank} {hold.Name} {Word.Of(hold.State)}")];
    }

    /// <summary>The kinds of mail that somebody got, oldest first; those of one moment by their names.</summary>
    public Task<List<string>> ToldAsync(Person person) => App.WithDbAsync(db => db.Mails.Where(m => m.Address == person.Email).OrderBy(m => m.CreatedAt).ThenBy(m => m.Kind).Select(m => m.Kind).ToListAsync(Ct));
}

/// <summary>Who holds a date.</summary>
internal sealed record Holder(Person Person, Artist Artist, Guid Hold);
