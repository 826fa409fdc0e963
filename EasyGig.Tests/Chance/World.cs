using EasyGig.Domain;
using EasyGig.Domain.Artists;
using EasyGig.Domain.Venues;
using EasyGig.Tests.Clockwork;
using EasyGig.Tests.Groups;
using EasyGig.Tests.Races;
using EasyGig.Web.Data;
using EasyGig.Web.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EasyGig.Tests.Chance;

/// <summary>Three venues, one of them with a house promoter and one with two stages, and six artists of one agency's roster; and what came of their deeds so far.</summary>
internal sealed partial class World
{
    private readonly EasyGigApp _app;
    private readonly WebApplicationFactory<Program> _other;
    private readonly List<Venue> _venues = [];
    private readonly List<Artist> _artists = [];
    private readonly List<Guid> _slots = [], _applications = [], _bookings = [];

    private Guid _agency, _admin;

    private World(EasyGigApp app) => (_app, _other) = (app, app.AddNode());

    /// <summary>How many deeds were not refused.</summary>
    public int Done { get; private set; }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private DateTimeOffset Now => _app.Clock.Now;

    public static async Task<World> OfAsync(EasyGigApp app)
    {
        var world = new World(app);
        var (_, house) = await app.OrganisationAsync();
        world._venues.Add((await app.VenueAsync()).Venue);
        world._venues.Add((await app.VenueAsync("Reviewed Hall", house)).Venue);
        world._venues.Add((await app.VenueAsync("Two Rooms")).Venue);
        world._venues[2].AddStage(new("Small room", 40, Room.Seated, 30));
        await app.WithDbAsync(async db =>
        {
            db.Add(world._venues[2].Stages[1]);
            return await db.SaveChangesAsync(Ct);
        });
        for (var number = 1; number <= 6; number++) world._artists.Add((await app.ArtistAsync($"Artist {number}")).Artist);
        (world._agency, world._admin) = ((await app.OrganisationAsync("Agency")).Organisation.Id, (await app.PersonAsync(Roles.Admin)).Id);
        foreach (var artist in world._artists) await app.OnRosterAsync(await app.WithDbAsync(db => db.Organisations.SingleAsync(o => o.Id == world._agency, Ct)), artist);
        return world;
    }

    /// <summary>Tries it on one of two nodes. What is refused leaves no trace.</summary>
    public async Task TryAsync(Deed deed)
    {
        await using var scope = (deed.How % 2 == 0 ? _app : _other).Services.CreateAsyncScope();
        var before = await DeedsAsync();
        var refusal = await ActAsync(deed, scope.ServiceProvider);
        if (refusal is null) Done++;
        else Assert.Equal((refusal.Rule, before), (refusal.Rule, await DeedsAsync()));
    }

    private Task<int> DeedsAsync() => _app.WithDbAsync(db => db.Audit.CountAsync(Ct));

    /// <summary>Time goes on; what is due by then comes, whoever of the nodes looks.</summary>
    private async Task<Refusal?> WaitAsync(Deed deed)
    {
        _app.Clock.Now += deed.Who % 3 == 0 ? TimeSpan.FromDays(deed.What % 6) : TimeSpan.FromMinutes(deed.What);
        await Race.AtOnceAsync<bool>([async () => { await _app.TickAsync(); return true; }, async () => { await _app.TickAsync(_other); return true; }]);
        await _app.AssertWoundAsync();
        return null;
    }

    private static readonly Refusal Nothing = new("nothing_there");

    private static T? Pick<T>(IReadOnlyList<T> among, int number) => among.Count == 0 ? default : among[number % among.Count];

    private static EasyGigDb Db(IServiceProvider services) => services.GetRequiredService<EasyGigDb>();
}
