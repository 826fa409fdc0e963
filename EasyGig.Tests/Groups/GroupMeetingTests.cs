using EasyGig.Domain.Applications;
using EasyGig.Domain.Bookings;
using EasyGig.Domain.Facts;
using EasyGig.Domain.Groups;
using EasyGig.Domain.Holds;
using EasyGig.Tests.Clockwork;
using EasyGig.Web.Bookings;
using EasyGig.Web.Holds;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EasyGig.Tests.Groups;

/// <summary>Where a group meets holds, a waiting list, strikes, and what becomes of its bookings.</summary>
public sealed class GroupMeetingTests : IClassFixture<EasyGigApp>
{
    private readonly EasyGigApp _app;

    public GroupMeetingTests(EasyGigApp app) => (_app, app.Clock.Now) = (app, TestClock.Start);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, InlineData(true), InlineData(false)]
    public async Task R23_two_pairs_of_one_stage_and_date_move_its_holds_once(bool reviewed)
    {
        var scene = await OneEveningAsync(reviewed);
        var (first, second) = (await HoldAsync(scene, scene.Pairs[0].Band.Slug), await HoldAsync(scene, (await _app.ArtistAsync("Beta Brass")).Artist.Slug));

        Assert.Null(await scene.AgreeAsync(0));
        Assert.Null(await scene.AgreeAsync(1));

        Assert.Equal((GroupState.Complete, 2), ((await scene.StoredAsync()).State, await scene.BookingsAsync()));
        Assert.Equal(reviewed ? (HoldState.Active, HoldState.Active) : (HoldState.Converted, HoldState.Released), ((await HoldAsync(first)).State, (await HoldAsync(second)).State));
        Assert.Equal(reviewed ? 0 : 1, await _app.WithDbAsync(db => db.Audit.CountAsync(e => e.HoldId == second && e.Fact == FactKind.HoldLost, Ct)));
    }

    [Fact]
    public async Task R23_a_yes_to_a_date_that_another_artist_holds_is_refused_and_says_whose_it_is()
    {
        var scene = await Placed.OfAsync(_app);
        await HoldAsync(scene, (await _app.ArtistAsync("Beta Brass")).Artist.Slug);
        var director = await _app.SignInAsync(scene.Pairs[0].Director);

        var said = await director.SubmitAsync(await director.OpenAsync($"{await scene.DirectorsPageAsync(0)}/agree"), "Say yes to Band 1");

        Assert.Contains("Beta Brass", said.Text, StringComparison.Ordinal);
        Assert.Equal(0, (await scene.StoredAsync()).Yeses);
    }

    [Fact]
    public async Task R13_a_yes_to_a_group_is_an_answer_and_costs_no_strike()
    {
        var scene = await Placed.OfAsync(_app);
        await _app.ApplicationAsync(scene.Pairs[0].Slot, (await _app.ArtistAsync("Rival")).Artist);
        await _app.ApplicationAsync(scene.Pairs[1].Slot, (await _app.ArtistAsync("Rival")).Artist);
        Assert.Null(await scene.AgreeAsync(0));

        await _app.WindAsync(TestClock.Start.AddDays(6));

        Guid[] venues = [scene.Pairs[0].Venue.Id, scene.Pairs[1].Venue.Id];
        Assert.Equal([venues[1]], await _app.WithDbAsync(db => db.Strikes.Where(s => venues.Contains(s.VenueId!.Value)).Select(s => s.VenueId!.Value).ToListAsync(Ct)));
    }

    [Fact]
    public async Task R23_what_becomes_of_its_bookings_is_between_their_sides()
    {
        var (_, house) = await _app.OrganisationAsync("House");
        var scene = await Placed.OfAsync(_app, reviewed: house);
        Assert.Null(await scene.AgreeAsync(0));
        Assert.Null(await scene.AgreeAsync(1));
        var application = await scene.ApplicationAsync(0);
        await using (var scope = _app.Services.CreateAsyncScope())
        {
            var booking = await _app.WithDbAsync(db => db.Bookings.Where(b => b.ApplicationId == application).Select(b => b.Id).SingleAsync(Ct));
            Assert.Null(await scope.ServiceProvider.GetRequiredService<BookingDesk>().RejectAsync(booking, Reviewer.Promoter, "What happened in March.", Ct));
        }

        var read = await (await _app.SignInAsync(scene.Promoter)).OpenAsync(scene.Page);

        Assert.Equal(ApplicationState.Declined, (await scene.StatesAsync())[0]);
        Assert.DoesNotContain("March", read.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("declined", read.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task R23_a_day_that_no_calendar_has_finds_slots_all_the_same()
    {
        var scene = await Placed.OfAsync(_app, submit: false);
        var promoter = await _app.SignInAsync(scene.Promoter);
        var page = await promoter.OpenAsync("/promoter/groups/new");
        foreach (var day in (string[])["0001-01-01", "9999-12-31"])
            Assert.Equal(System.Net.HttpStatusCode.OK, (await promoter.PostAsync(page, "/promoter/groups/new?handler=Look", ("Input.From", day), ("Input.Words", new string('x', 5000)))).Status);
    }

    /// <summary>One artist on both slots of an evening, in a group that waits for both of its yeses.</summary>
    private async Task<Placed> OneEveningAsync(bool reviewed)
    {
        var (promoter, organisation) = await _app.OrganisationAsync("Placing Crew");
        var (director, venue) = await _app.VenueAsync(housePromoter: reviewed ? (await _app.OrganisationAsync("House")).Organisation : null);
        var (person, artist) = await _app.ArtistAsync("Band 1");
        await _app.OnRosterAsync(organisation, artist);
        Placement[] pairs = [new(person, artist, director, venue, await _app.SlotAsync(venue, fromHour: 15, hours: 2)), new(person, artist, director, venue, await _app.SlotAsync(venue, fromHour: 20, hours: 2))];
        Placed placed = new(_app, promoter, organisation, pairs, default);
        return placed with { Group = await placed.SubmitAsync() };
    }

    /// <summary>A hold of the first slot's stage and date, below those that are.</summary>
    private async Task<Guid> HoldAsync(Placed scene, string artist)
    {
        var (slot, stage) = (scene.Pairs[0].Slot, scene.Pairs[0].Venue.Stages[0].Id);
        await using var scope = _app.Services.CreateAsyncScope();
        Assert.Null(await scope.ServiceProvider.GetRequiredService<HoldDesk>().PlaceAsync(stage, DateOnly.FromDateTime(slot.Time.Start.UtcDateTime), artist, _app.Clock.Now.AddDays(10), "", Ct));
        return await _app.WithDbAsync(db => db.Holds.Where(h => h.StageId == stage).OrderByDescending(h => h.Rank).Select(h => h.Id).FirstAsync(Ct));
    }

    private Task<Hold> HoldAsync(Guid id) => _app.WithDbAsync(db => db.Holds.AsNoTracking().SingleAsync(h => h.Id == id, Ct));
}
