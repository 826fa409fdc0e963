using System.Net;
using EasyGig.Domain.Applications;
using EasyGig.Domain.Slots;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Tests.Races;

/// <summary>Artists in a hurry, on two nodes.</summary>
public sealed class ApplicationRaceTests(EasyGigApp app) : IClassFixture<EasyGigApp>
{
    private const string Send = "Send the application";

    [Fact]
    public async Task R14_of_two_artists_who_take_offers_of_one_slot_at_once_one_plays()
    {
        var (_, venue) = await app.VenueAsync();
        var ((ada, first), (eva, second)) = (await app.ArtistAsync(), await app.ArtistAsync("Nightjar"));
        Visitor[] browsers = [await app.SignInAsync(ada), await app.SignInAsync(eva, app.AddNode())];

        for (var round = 0; round < Race.Rounds(10); round++)
        {
            var slot = await app.SlotAsync(venue, inDays: 10 + round);
            Application[] applications = [await app.ApplicationAsync(slot, first), await app.ApplicationAsync(slot, second)];
            foreach (var application in applications) Assert.Null(await app.OfferAsync(application, 450));
            var pages = new List<PageView>();
            foreach (var (browser, application) in browsers.Zip(applications)) pages.Add(await browser.OpenAsync($"/artist/applications/{application.Id}"));

            var answers = await Race.AtOnceAsync(browsers.Zip(pages, (browser, page) => (Func<Task<PageView>>)(() => browser.SubmitAsync(page, "Take the offer"))));

            Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.Status));
            Assert.Single(answers, answer => answer.Text.Contains("You are booked.", StringComparison.Ordinal));
            Assert.Single(answers, answer => answer.Text.Contains("Another artist is booked on this slot already.", StringComparison.Ordinal));
            Assert.Equal(1, await app.WithDbAsync(db => db.Bookings.CountAsync(b => b.SlotId == slot.Id)));
        }
    }

    [Fact]
    public async Task R9_who_applies_twice_at_once_has_applied_once()
    {
        var (_, venue) = await app.VenueAsync();
        var (person, _) = await app.ArtistAsync();
        Visitor[] browsers = [await app.SignInAsync(person), await app.SignInAsync(person, app.AddNode())];

        for (var round = 0; round < Race.Rounds(10); round++)
        {
            var slot = await app.SlotAsync(venue, inDays: 10 + round);
            var pages = new List<PageView>();
            foreach (var browser in browsers) pages.Add(await browser.OpenAsync($"/slots/{slot.Id}"));

            var answers = await Race.AtOnceAsync(browsers.Zip(pages, (browser, page) => (Func<Task<PageView>>)(() => browser.SubmitAsync(page, Send, ("Input.Message", "Hello")))));

            Assert.Single(answers, answer => answer.Path.StartsWith("/artist/applications/", StringComparison.Ordinal));
            Assert.Single(answers, answer => answer.Text.Contains("You have already applied for this slot.", StringComparison.Ordinal));
            Assert.Equal(1, await app.WithDbAsync(db => db.Applications.CountAsync(a => a.SlotId == slot.Id)));
        }
    }

    [Fact]
    public async Task R7_who_applies_while_the_slot_is_cancelled_is_refused_or_reads_why()
    {
        var (director, venue) = await app.VenueAsync();
        var (person, _) = await app.ArtistAsync();
        var (dora, ada) = (await app.SignInAsync(director), await app.SignInAsync(person, app.AddNode()));

        for (var round = 0; round < Race.Rounds(10); round++)
        {
            var slot = await app.SlotAsync(venue, inDays: 10 + round);
            var (cancel, apply) = (await dora.OpenAsync($"/director/slots/{slot.Id}/cancel"), await ada.OpenAsync($"/slots/{slot.Id}"));

            var answers = await Race.AtOnceAsync<PageView>([
                () => dora.SubmitAsync(cancel, "Cancel the slot", ("Input.Reason", "The roof leaks.")),
                () => ada.SubmitAsync(apply, Send, ("Input.Message", "Hello")),
            ]);

            Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.Status));
            Assert.Equal(SlotState.Cancelled, await app.WithDbAsync(db => db.Slots.Where(s => s.Id == slot.Id).Select(s => s.State).SingleAsync()));
            var applications = await app.WithDbAsync(db => db.Applications.Where(a => a.SlotId == slot.Id).ToListAsync());
            Assert.All(applications, application => Assert.Equal((ApplicationState.Declined, "The roof leaks."), (application.State, application.Reason)));
            Assert.Equal(applications.Count, await app.WithDbAsync(db => db.Mails.CountAsync(m => m.SlotId == slot.Id && m.Kind == "slot_lost" && m.PersonId == person.Id)));
        }
    }
}
