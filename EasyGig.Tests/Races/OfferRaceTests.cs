using System.Net;
using EasyGig.Domain;
using EasyGig.Domain.Applications;
using EasyGig.Domain.Offers;
using EasyGig.Domain.Slots;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Tests.Races;

/// <summary>Two sides act on one negotiation in the same moment, on two nodes: one outcome, and one clear refusal.</summary>
public sealed class OfferRaceTests(EasyGigApp app) : IClassFixture<EasyGigApp>
{
    private sealed record Table(Visitor Director, Visitor Artist, Domain.Venues.Venue Venue, Domain.Artists.Artist Player);

    [Fact]
    public async Task R12_a_counter_offer_is_accepted_or_taken_back()
    {
        var table = await TableAsync();
        for (var round = 0; round < Race.Rounds(10); round++)
        {
            var application = await app.ApplicationAsync(await app.SlotAsync(table.Venue, inDays: 10 + round), table.Player);
            Assert.Null(await app.OfferAsync(application, 450) ?? await app.OfferAsync(application, 480, Side.Artist));
            var (accept, back) = (await table.Director.OpenAsync($"/director/applications/{application.Id}/accept"), await table.Artist.OpenAsync($"/artist/applications/{application.Id}"));

            var answers = await Race.AtOnceAsync<PageView>([() => table.Director.SubmitAsync(accept, "Accept Zenith Trio"), () => table.Artist.SubmitAsync(back, "Take it back")]);

            await AssertOneAsync(application, answers, "Your offer is taken back.", OfferState.Withdrawn, ApplicationState.Shortlisted, 480);
        }
    }

    [Fact]
    public async Task R12_an_application_is_accepted_or_withdrawn()
    {
        var table = await TableAsync();
        for (var round = 0; round < Race.Rounds(10); round++)
        {
            var application = await app.ApplicationAsync(await app.SlotAsync(table.Venue, inDays: 10 + round), table.Player);
            var (accept, withdraw) = (await table.Director.OpenAsync($"/director/applications/{application.Id}/accept"), await table.Artist.OpenAsync($"/artist/applications/{application.Id}"));

            var answers = await Race.AtOnceAsync<PageView>([() => table.Director.SubmitAsync(accept, "Accept Zenith Trio"), () => table.Artist.SubmitAsync(withdraw, "Withdraw the application")]);

            await AssertOneAsync(application, answers, "Your application is withdrawn.", null, ApplicationState.Withdrawn, 400);
        }
    }

    [Fact]
    public async Task R12_of_an_offer_and_its_change_the_artist_takes_what_it_read()
    {
        var table = await TableAsync();
        for (var round = 0; round < Race.Rounds(10); round++)
        {
            var application = await app.ApplicationAsync(await app.SlotAsync(table.Venue, inDays: 10 + round), table.Player);
            Assert.Null(await app.OfferAsync(application, 450));
            var (change, take) = (await table.Director.OpenAsync($"/director/applications/{application.Id}/offer"), await table.Artist.OpenAsync($"/artist/applications/{application.Id}"));

            var answers = await Race.AtOnceAsync<PageView>([() => table.Director.SubmitAsync(change, "Send the offer", ("Input.Fee", 420)), () => table.Artist.SubmitAsync(take, "Take the offer")]);

            Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.Status));
            var fees = await app.WithDbAsync(db => db.Bookings.Where(b => b.ApplicationId == application.Id).Select(b => b.Fee.Amount).ToListAsync());
            Assert.Equal(answers[1].Text.Contains("You are booked.", StringComparison.Ordinal) ? [450m] : [], fees);
            Assert.NotEqual(fees.Count == 1, answers[0].Text.Contains("Zenith Trio has your offer.", StringComparison.Ordinal));
            Assert.Single(answers, answer => Refusal(answer).Length > 0);
        }
    }

    [Fact]
    public async Task R10_who_applies_while_the_terms_change_answers_those_it_read_or_is_told()
    {
        var table = await TableAsync();
        for (var round = 0; round < Race.Rounds(10); round++)
        {
            var slot = await app.SlotAsync(table.Venue, inDays: 10 + round);
            var (edit, apply) = (await table.Director.OpenAsync($"/director/slots/{slot.Id}/edit"), await table.Artist.OpenAsync($"/slots/{slot.Id}"));

            var answers = await Race.AtOnceAsync<PageView>([
                () => table.Director.SubmitAsync(edit, "Save", ("Input.MaxFee", 450)),
                () => table.Artist.SubmitAsync(apply, "Send the application", ("Input.Message", "Hello"), ("Input.Fee", 400)),
            ]);

            Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.Status));
            Assert.Contains("The slot is saved.", answers[0].Text);
            var applications = await app.WithDbAsync(db => db.Applications.Where(a => a.SlotId == slot.Id).ToListAsync());
            var told = await app.WithDbAsync(db => db.Mails.CountAsync(m => m.SlotId == slot.Id && m.Kind == "slot_changed"));
            if (applications.Count == 0) Assert.Contains("The slot has changed in the meantime.", Refusal(answers[1]));
            else Assert.Equal((1, 1), (applications[0].TermsVersion, told)); // it applied first, and has been told of the change since
        }
    }

    private async Task AssertOneAsync(Application application, PageView[] answers, string withdrawn, OfferState? offer, ApplicationState state, decimal fee)
    {
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.Status));
        Assert.NotEqual(answers[0].Path.StartsWith("/bookings/", StringComparison.Ordinal), answers[1].Text.Contains(withdrawn, StringComparison.Ordinal));
        Assert.Single(answers, answer => Refusal(answer).Length > 0);
        var stored = await app.WithDbAsync(db => db.Applications.AsNoTracking().Include(a => a.Offers).SingleAsync(a => a.Id == application.Id));
        var booked = await app.WithDbAsync(db => db.Bookings.Where(b => b.ApplicationId == application.Id).Select(b => b.Fee.Amount).ToListAsync());
        if (booked.Count == 1) Assert.Equal((fee, ApplicationState.Accepted), (booked[0], stored.State));
        else Assert.Equal((state, offer), (stored.State, stored.Offers.MaxBy(o => o.Number)?.State));
        Assert.Equal(booked.Count == 1 ? SlotState.Booked : SlotState.Open, await app.WithDbAsync(db => db.Slots.Where(s => s.Id == application.SlotId).Select(s => s.State).SingleAsync()));
    }

    private static string Refusal(PageView page) => page.Document.QuerySelector(".validation-summary")?.TextContent.Trim() ?? "";

    private async Task<Table> TableAsync()
    {
        var (director, venue) = await app.VenueAsync();
        var (person, artist) = await app.ArtistAsync();
        return new(await app.SignInAsync(director), await app.SignInAsync(person, app.AddNode()), venue, artist);
    }
}
