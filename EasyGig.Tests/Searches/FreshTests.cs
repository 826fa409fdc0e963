using EasyGig.Domain.Searches;
using EasyGig.Domain.Slots;
using EasyGig.Tests.Clockwork;
using EasyGig.Tests.WaitingLists;
using EasyGig.Web.Searches;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EasyGig.Tests.Searches;

/// <summary>R38: what is news for a saved search, and what waits until it is.</summary>
public sealed class FreshTests : IClassFixture<EasyGigApp>
{
    private static readonly DateTimeOffset Morning = new(2027, 2, 4, 7, 0, 0, TimeSpan.Zero); // 08:00 in Bologna

    private readonly EasyGigApp _app;

    public FreshTests(EasyGigApp app) => (_app, app.Clock.Now) = (app, TestClock.Start);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task R38_a_slot_whose_waiting_list_is_stopped_is_news()
    {
        var house = await (await Waited.OfAsync(_app, 1)).CancelAsync();
        var (person, _) = await _app.SearcherAsync(20);
        await _app.WindAsync(TestClock.Start.AddMinutes(1));
        Assert.Empty(await _app.AlertsAsync(person));
        Assert.Null(await house.StopAsync());
        await _app.WindAsync(TestClock.Start.AddMinutes(2));
        Assert.Equal([house.Booked.Slot.Id], Assert.Single(await _app.AlertsAsync(person)).Slots());
        await _app.AssertWoundAsync();
    }

    [Fact]
    public async Task R38_what_is_left_out_of_a_mail_is_told_when_it_opens_again()
    {
        var (_, venue) = await _app.VenueAsync();
        var (person, _) = await _app.SearcherAsync(30, SearchAlert.Daily);
        var slot = await PublishedAsync(await _app.SlotAsync(venue, 30, draft: true));
        var (artist, band) = await _app.ArtistAsync();
        var application = await _app.ApplicationAsync(slot, band);
        await _app.ApplicationAsync(slot, (await _app.ArtistAsync("Rival")).Artist);
        var booking = await _app.AcceptAsync(application);
        _app.Clock.Now += TimeSpan.FromMinutes(1);
        var browser = await _app.SignInAsync(artist);
        await browser.SubmitAsync(await browser.OpenAsync($"/bookings/{booking}/cancel"), "Cancel the booking", ("Input.Reason", "Ill."));

        await _app.WindAsync(Morning); // the rival is asked
        await _app.WindAsync(Morning.AddDays(1));
        Assert.Empty(await _app.AlertsAsync(person));
        await _app.WindAsync(TestClock.Start.AddHours(49)); // and kept silent
        await _app.WindAsync(Morning.AddDays(2));
        Assert.Equal([slot.Id], Assert.Single(await _app.AlertsAsync(person)).Slots());
        await _app.AssertWoundAsync();
    }

    [Fact]
    public async Task R38_what_was_published_before_a_search_was_saved_is_no_news_for_it()
    {
        var (_, venue) = await _app.VenueAsync();
        var before = await _app.SearcherAsync(40);
        var draft = await _app.SlotAsync(venue, 40, draft: true);
        await _app.PublishAsync(draft);
        _app.Clock.Now += TimeSpan.FromSeconds(1);
        var after = await _app.SearcherAsync(40);
        await _app.WindAsync(TestClock.Start.AddSeconds(10));
        Assert.Equal((1, 0), ((await _app.AlertsAsync(before.Person)).Count, (await _app.AlertsAsync(after.Person)).Count));
    }

    [Fact]
    public async Task R38_a_search_that_should_have_told_already_tells_with_the_next_find()
    {
        var (_, venue) = await _app.VenueAsync();
        var (person, search) = await _app.SearcherAsync(50, SearchAlert.Daily);
        await using (var stuck = _app.Owner.CreateCommand($"UPDATE searches SET due_at = '2027-02-02' WHERE id = '{search}'; UPDATE deadlines SET ran_at = due_at WHERE subject = '{search}'"))
            await stuck.ExecuteNonQueryAsync(Ct);
        await _app.PublishAsync(await _app.SlotAsync(venue, 50, draft: true));
        await _app.WindAsync(TestClock.Start.AddSeconds(10));
        Assert.Single(await _app.AlertsAsync(person));
        Assert.Null((await _app.StoredAsync(search)).DueAt);
    }

    [Fact]
    public async Task R38_mornings_are_those_of_where_the_artist_lives_by_now()
    {
        var (_, venue) = await _app.VenueAsync();
        var (person, artist) = await _app.ArtistAsync();
        await _app.SearcherAsync(60, SearchAlert.Daily, person);
        await _app.WithDbAsync(async db =>
        {
            var (stored, city) = (await db.Artists.SingleAsync(a => a.Id == artist.Id, Ct), await db.Cities.Where(c => c.TimeZone == "Europe/London").OrderByDescending(c => c.Population).FirstAsync(Ct));
            stored.Describe(stored.Profile with { Home = new(city.Id, city.RegionCode, city.CountryCode) });
            return await db.TrySaveAsync(Ct);
        });
        await _app.PublishAsync(await _app.SlotAsync(venue, 60, draft: true));
        await _app.WindAsync(TestClock.Start.AddMinutes(1));
        await _app.WindAsync(Morning);
        Assert.Empty(await _app.AlertsAsync(person));
        await _app.WindAsync(Morning.AddHours(1));
        Assert.Single(await _app.AlertsAsync(person));
        Assert.Contains("every day at 08:00, Europe/London (UTC+0)", (await (await _app.SignInAsync(person)).OpenAsync("/artist/searches")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task R8_what_waits_to_be_told_follows_the_choice()
    {
        var (person, search) = await _app.SearcherAsync(70, SearchAlert.Daily);
        await PublishedAsync(await _app.SlotAsync((await _app.VenueAsync()).Venue, 70, draft: true));
        _app.Clock.Now = TestClock.Start.AddHours(1);
        foreach (var (alert, due) in ((SearchAlert, DateTimeOffset)[])[(SearchAlert.Daily, Morning), (SearchAlert.AtOnce, TestClock.Start.AddHours(1))])
        {
            await using var scope = _app.Services.CreateAsyncScope();
            Assert.Null(await scope.ServiceProvider.GetRequiredService<SearchDesk>().ChangeAsync(person.Id, search, "Loud", alert, Ct));
            Assert.Equal(("Loud", due), ((await _app.StoredAsync(search)).Name, (await _app.StoredAsync(search)).DueAt));
        }
    }

    /// <summary>A slot that every search has looked at.</summary>
    private async Task<Slot> PublishedAsync(Slot draft)
    {
        await _app.PublishAsync(draft);
        await _app.WindAsync(TestClock.Start.AddSeconds(10));
        return await _app.WithDbAsync(db => db.Slots.AsNoTracking().SingleAsync(s => s.Id == draft.Id, Ct));
    }
}
