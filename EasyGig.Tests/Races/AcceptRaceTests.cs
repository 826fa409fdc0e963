using System.Net;
using EasyGig.Domain.Applications;
using EasyGig.Domain.Artists;
using EasyGig.Domain.Bookings;
using EasyGig.Domain.Slots;
using EasyGig.Domain.Venues;
using EasyGig.Web.Identity;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Tests.Races;

/// <summary>Two nodes, one database, many people who want the same.</summary>
public sealed class AcceptRaceTests(EasyGigApp app) : IClassFixture<EasyGigApp>
{
    private const int Applicants = 40, Sessions = 8;

    [Fact]
    public async Task R14_forty_people_confirm_one_slot_and_end_with_one_booking_and_thirty_nine_clear_refusals()
    {
        var (_, venue) = await app.VenueAsync();
        var browsers = await BrowsersAsync(await app.DirectorsAsync(venue, Sessions));
        var artists = new List<Artist>();
        for (var number = 0; number < Applicants; number++) artists.Add((await app.ArtistAsync($"Artist {number}")).Artist);

        for (var round = 0; round < Race.Rounds(5); round++)
        {
            var slot = await app.SlotAsync(venue, inDays: 10 + round);
            var open = new List<(Visitor Browser, PageView Page, Artist Artist)>();
            foreach (var artist in artists)
            {
                var browser = browsers[open.Count % Sessions];
                open.Add((browser, await OpenAsync(browser, await app.ApplicationAsync(slot, artist)), artist));
            }

            var answers = await Race.AtOnceAsync(open.Select(o => (Func<Task<PageView>>)(() => AcceptAsync(o.Browser, o.Page, o.Artist))));

            Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.Status));
            Assert.Single(answers, answer => answer.Path.StartsWith("/bookings/", StringComparison.Ordinal));
            Assert.Equal(Applicants - 1, answers.Count(answer => Refusal(answer) == "Another artist is booked on this slot already."));
            await AssertOneBookingAsync(slot);
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task R14_an_artist_accepted_by_two_venues_at_once_plays_at_one(bool reviewed)
    {
        var organisation = reviewed ? (await app.OrganisationAsync()).Organisation : null;
        var (here, there) = (await app.VenueAsync("Here", organisation), await app.VenueAsync("There", organisation));
        var browsers = await BrowsersAsync([here.Director, there.Director]);

        for (var round = 0; round < 40; round++)
        {
            var artist = (await app.ArtistAsync()).Artist;
            var applications = new[] { await AppliedAsync(here.Venue, artist, round, 20), await AppliedAsync(there.Venue, artist, round, 21.5) };
            var pages = new[] { await OpenAsync(browsers[0], applications[0]), await OpenAsync(browsers[1], applications[1]) };

            var answers = await Race.AtOnceAsync(Enumerable.Range(0, 2).Select(side => (Func<Task<PageView>>)(() => AcceptAsync(browsers[side], pages[side], artist))));

            Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.Status));
            var won = Assert.Single(answers, answer => answer.Path.StartsWith("/bookings/", StringComparison.Ordinal));
            Assert.NotEqual("", Refusal(answers.Single(answer => answer != won)));
            var stored = await app.WithDbAsync(db => db.Bookings.Where(b => b.ArtistId == artist.Id).ToListAsync());
            Assert.Equal(reviewed ? BookingState.PendingReview : BookingState.Confirmed, Assert.Single(stored).State);
            var states = await app.WithDbAsync(db => db.Slots.Where(s => applications.Select(a => a.SlotId).Contains(s.Id)).Select(s => s.State).ToListAsync());
            Assert.Equal([SlotState.Open, SlotState.Booked], states.Order());
        }
    }

    private async Task<Application> AppliedAsync(Venue venue, Artist artist, int round, double fromHour) =>
        await app.ApplicationAsync(await app.SlotAsync(venue, inDays: 10 + round, fromHour: fromHour, hours: 2), artist);

    private async Task AssertOneBookingAsync(Slot slot)
    {
        var booking = await app.WithDbAsync(db => db.Bookings.SingleAsync(b => b.SlotId == slot.Id));
        Assert.Equal(BookingState.Confirmed, booking.State);
        Assert.Equal(SlotState.Booked, await app.WithDbAsync(db => db.Slots.Where(s => s.Id == slot.Id).Select(s => s.State).SingleAsync()));
        var states = await app.WithDbAsync(db => db.Applications.Where(a => a.SlotId == slot.Id).GroupBy(a => a.State).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count));
        Assert.Equal((1, Applicants - 1), (states[ApplicationState.Accepted], states[ApplicationState.Waitlisted]));
        var mails = await app.WithDbAsync(db => db.Mails.Where(m => m.SlotId == slot.Id).GroupBy(m => m.Kind).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count));
        Assert.Equal((1 + 1 + Sessions, Applicants - 1), (mails["confirmed"], mails["missed_out"])); // the artist and every director; each rival once
    }

    /// <summary>Every other one on the second node.</summary>
    private async Task<IReadOnlyList<Visitor>> BrowsersAsync(IReadOnlyList<Person> directors)
    {
        var second = app.AddNode();
        var browsers = new List<Visitor>();
        foreach (var director in directors) browsers.Add(await app.SignInAsync(director, browsers.Count % 2 == 0 ? null : second));
        return browsers;
    }

    private static Task<PageView> OpenAsync(Visitor browser, Application application) => browser.OpenAsync($"/director/applications/{application.Id}/accept");

    private static Task<PageView> AcceptAsync(Visitor browser, PageView page, Artist artist) => browser.SubmitAsync(page, $"Accept {artist.Profile.Name}");

    private static string Refusal(PageView page) => page.Document.QuerySelector(".validation-summary")?.TextContent.Trim() ?? "";
}
