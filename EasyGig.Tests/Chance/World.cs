using EasyGig.Domain;
using EasyGig.Domain.Applications;
using EasyGig.Domain.Artists;
using EasyGig.Domain.Bookings;
using EasyGig.Domain.Groups;
using EasyGig.Domain.Holds;
using EasyGig.Domain.Slots;
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

    /// <summary>One of the last of them; mostly one about which something can still be done.</summary>
    private static async Task<Guid> PickAsync(IReadOnlyList<Guid> all, int last, IQueryable<Guid> standing, Deed deed)
    {
        Guid[] recent = [.. all.TakeLast(last)];
        var open = deed.How % 5 == 0 ? [] : (await standing.Where(id => recent.Contains(id)).ToListAsync(Ct)).ToHashSet();
        return Pick(open.Count == 0 ? recent : [.. recent.Where(open.Contains)], deed.What);
    }

    private static readonly ApplicationState[] Hopes = [.. ApplicationSteps.Live.Except([ApplicationState.Accepted])];

    private Task<Guid> ASlotAsync(Deed deed, IServiceProvider services) =>
        PickAsync(_slots, 12, Db(services).Slots.Where(s => s.State == SlotState.Open && s.Time.Start > Now).Select(s => s.Id), deed);

    private Task<Guid> AnApplicationAsync(Deed deed, IServiceProvider services) =>
        PickAsync(_applications, 40, Db(services).Applications.Where(a => Hopes.Contains(a.State)).Select(a => a.Id), deed);

    private Task<Guid> ABookingAsync(Deed deed, IServiceProvider services) =>
        PickAsync(_bookings, 12, Db(services).Bookings.Where(b => b.State == BookingState.PendingReview || b.State == BookingState.Confirmed).Select(b => b.Id), deed);

    private Task<Guid> AHoldAsync(Deed deed, IServiceProvider services) =>
        PickAsync(_holds, 12, Db(services).Holds.Where(h => h.State == HoldState.Active || h.State == HoldState.Challenged).Select(h => h.Id), deed);

    private Task<Guid> AGroupAsync(Deed deed, IServiceProvider services) =>
        PickAsync(_groups, 6, Db(services).Groups.Where(g => g.State == GroupState.Submitted).Select(g => g.Id), deed);

    private static EasyGigDb Db(IServiceProvider services) => services.GetRequiredService<EasyGigDb>();
}
