using EasyGig.Domain.Applications;
using EasyGig.Domain.Bookings;
using EasyGig.Domain.Facts;
using EasyGig.Domain.Groups;
using EasyGig.Domain.Slots;
using EasyGig.Tests.Clockwork;
using EasyGig.Web.Bookings;
using EasyGig.Web.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EasyGig.Tests.Groups;

/// <summary>R23: what ends a group, and what does not.</summary>
public sealed class GroupEndTests : IClassFixture<EasyGigApp>
{
    private readonly EasyGigApp _app;

    public GroupEndTests(EasyGigApp app) => (_app, app.Clock.Now) = (app, TestClock.Start);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, InlineData(30, 5.0), InlineData(4, 4.0 + 8.0 / 24 - 1)]
    public async Task R23_a_group_expires_after_5_days_or_24_hours_before_its_first_evening(int inDays, double days)
    {
        var scene = await Placed.OfAsync(_app, inDays: inDays);
        Assert.Null(await scene.AgreeAsync(1));
        var due = TestClock.Start.AddDays(days);
        Assert.InRange((await scene.StoredAsync()).DueAt - due, TimeSpan.FromSeconds(-1), TimeSpan.FromSeconds(1));

        await _app.WindAsync((await scene.StoredAsync()).DueAt.AddSeconds(-1));
        Assert.Equal(GroupState.Submitted, (await scene.StoredAsync()).State);
        Assert.DoesNotContain(scene.Pairs[1].Director.Email!, await scene.ToldAsync("reminded"));
        await _app.WindAsync((await scene.StoredAsync()).DueAt);

        Assert.Equal(GroupState.Expired, (await scene.StoredAsync()).State);
        Assert.Equal([ApplicationState.Expired, ApplicationState.Expired], await scene.StatesAsync());
        Assert.Equal([scene.Promoter.Email!], await scene.ToldAsync("group_expired"));
        Assert.Equal(Told([.. scene.Pairs.SelectMany(pair => (Person[])[pair.Artist, pair.Director])]), await scene.ToldAsync("group_fell"));
        Assert.Equal(GroupRefusals.Over, await scene.AgreeAsync(0));
        await _app.AssertWoundAsync();
    }

    [Theory, InlineData("rival"), InlineData("elsewhere"), InlineData("cancelled"), InlineData("changed")]
    public async Task R23_what_is_booked_elsewhere_cancelled_or_changed_ends_the_group(string what)
    {
        var scene = await Placed.OfAsync(_app);
        Assert.Null(await scene.AgreeAsync(1));
        var (slot, director) = (scene.Pairs[0].Slot, await _app.SignInAsync(scene.Pairs[0].Director));
        if (what == "rival") await _app.AcceptAsync(await _app.ApplicationAsync(slot, (await _app.ArtistAsync("Rival")).Artist));
        if (what == "elsewhere") await _app.AcceptAsync(await _app.ApplicationAsync(await _app.SlotAsync((await _app.VenueAsync("Elsewhere")).Venue), scene.Pairs[0].Band));
        if (what == "cancelled") await director.SubmitAsync(await director.OpenAsync($"/director/slots/{slot.Id}/cancel"), "Cancel the slot", ("Input.Reason", "The roof leaks."));
        if (what == "changed") await director.SubmitAsync(await director.OpenAsync($"/director/slots/{slot.Id}/edit"), "Save", ("Input.MaxFee", 450));
        Assert.Equal(GroupRefusals.Over, await scene.AgreeAsync(0)); // already before the clockwork has seen it
        await _app.TickAsync();

        var stored = await scene.StoredAsync();
        Assert.Equal((GroupState.Refused, what switch { "rival" => GroupEnd.Declined, "elsewhere" => GroupEnd.Withdrew, "cancelled" => GroupEnd.SlotCancelled, _ => GroupEnd.SlotChanged }), (stored.State, stored.Ending));
        Assert.DoesNotContain(await scene.StatesAsync(), ApplicationSteps.Live.Contains);
        Assert.Equal(0, await scene.BookingsAsync());
        await _app.AssertWoundAsync();
    }

    [Fact]
    public async Task R23_a_rival_under_review_leaves_the_group_open_and_the_last_yes_waits()
    {
        var scene = await Placed.OfAsync(_app, reviewed: (await _app.OrganisationAsync("House")).Organisation);
        Assert.Null(await scene.AgreeAsync(0));
        var rival = await _app.AcceptAsync(await _app.ApplicationAsync(scene.Pairs[0].Slot, (await _app.ArtistAsync("Rival")).Artist));
        await _app.TickAsync();
        Assert.Equal([ApplicationState.Shortlisted, ApplicationState.Submitted], await scene.StatesAsync());
        var (last, path) = (await _app.SignInAsync(scene.Pairs[1].Director), await scene.DirectorsPageAsync(1));

        var refused = await last.SubmitAsync(await last.OpenAsync($"{path}/agree"), "Say yes to Band 2");
        Assert.Contains("Not every slot and artist of the group is free at this moment, so nobody was booked.", refused.Text, StringComparison.Ordinal);
        Assert.Equal((GroupState.Submitted, 0), ((await scene.StoredAsync()).State, await scene.BookingsAsync()));

        await using var scope = _app.Services.CreateAsyncScope();
        Assert.Null(await scope.ServiceProvider.GetRequiredService<BookingDesk>().RejectAsync(rival, Reviewer.Promoter, "Too loud.", Ct));
        Assert.Contains("Yours was the last yes", (await last.SubmitAsync(await last.OpenAsync($"{path}/agree"), "Say yes to Band 2")).Text, StringComparison.Ordinal);
        Assert.Equal(2, await scene.BookingsAsync());
    }

    [Fact]
    public async Task R23_an_artist_under_review_elsewhere_lets_the_last_yes_book_nobody()
    {
        var scene = await Placed.OfAsync(_app);
        var (_, venue) = await _app.VenueAsync("Elsewhere", (await _app.OrganisationAsync("House")).Organisation);
        await _app.AcceptAsync(await _app.ApplicationAsync(await _app.SlotAsync(venue), scene.Pairs[0].Band));
        Assert.Null(await scene.AgreeAsync(0));
        Assert.Equal(GroupRefusals.NotFree, await scene.AgreeAsync(1));
        Assert.Equal((GroupState.Submitted, 0, 1), ((await scene.StoredAsync()).State, await scene.BookingsAsync(), (await scene.StoredAsync()).Yeses));
        Assert.Equal([SlotState.Open, SlotState.Open], await scene.SlotsAsync());
        Assert.Equal(0, await _app.WithDbAsync(db => db.Audit.CountAsync(e => e.Fact == FactKind.Accepted && e.SlotId == scene.Pairs[1].Slot.Id, Ct)));
    }

    private static string[] Told(params Person[] people) => [.. people.Select(person => person.Email!).Order()];
}
