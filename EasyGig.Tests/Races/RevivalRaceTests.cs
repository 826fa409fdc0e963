using System.Net;
using EasyGig.Domain.Applications;
using EasyGig.Domain.Slots;
using EasyGig.Tests.Bookings;
using EasyGig.Tests.Clockwork;
using EasyGig.Web.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Tests.Races;

/// <summary>A slot goes down its waiting list while others want it, or want it gone.</summary>
public sealed class RevivalRaceTests(EasyGigApp app) : IClassFixture<EasyGigApp>
{
    private readonly WebApplicationFactory<Program> _node = app.AddNode();

    private sealed record House(Booked Booked, Person Rival, Application Waiting, Visitor Director, Visitor Artist, PageView Offer);

    [Fact]
    public async Task R17_of_a_new_applicant_who_is_accepted_and_the_one_who_is_asked_the_latter_plays()
    {
        for (var round = 0; round < Race.Rounds(4); round++)
        {
            var house = await HouseAsync();
            var fresh = await app.ApplicationAsync(house.Booked.Slot, (await app.ArtistAsync("Newcomer")).Artist);
            var accept = await house.Director.OpenAsync($"/director/applications/{fresh.Id}/accept");

            var answers = await Race.AtOnceAsync<PageView>([() => house.Artist.SubmitAsync(house.Offer, "Take the offer"), () => house.Director.PostAsync(accept, accept.Path, ("Input.TermsVersion", "1"), ("Input.Answers", "0"), ("Input.DeclineRivals", "false"))]);

            Assert.Contains("You are booked.", answers[0].Text, StringComparison.Ordinal);
            Assert.NotEqual("", Refusal(answers[1]));
            Assert.Equal((ApplicationState.Accepted, SlotState.Booked), (await StateAsync(house.Waiting), await house.Booked.SlotAsync()));
        }
    }

    [Fact]
    public async Task R17_taken_and_stopped_at_the_same_moment_it_is_one_of_both()
    {
        for (var round = 0; round < Race.Rounds(4); round++)
        {
            var house = await HouseAsync();
            var slot = await house.Director.OpenAsync($"/director/slots/{house.Booked.Slot.Id}");

            var answers = await Race.AtOnceAsync<PageView>([() => house.Artist.SubmitAsync(house.Offer, "Take the offer"), () => house.Director.SubmitAsync(slot, "Stop offering it to those who wait")]);

            var taken = await StateAsync(house.Waiting) is ApplicationState.Accepted;
            Assert.Single(answers, answer => Refusal(answer).Length > 0);
            Assert.Equal(taken, answers[0].Text.Contains("You are booked.", StringComparison.Ordinal));
            Assert.Equal(taken ? SlotState.Booked : SlotState.Open, await house.Booked.SlotAsync());
        }
    }

    [Fact]
    public async Task R17_taken_at_the_moment_in_which_the_time_is_over_it_is_one_of_both()
    {
        for (var round = 0; round < Race.Rounds(4); round++)
        {
            var house = await HouseAsync();
            var due = await app.WithDbAsync(db => db.Slots.Where(s => s.Id == house.Booked.Slot.Id).Select(s => s.AskedUntil!.Value).SingleAsync());

            var answers = await Race.AtOnceAsync<PageView?>([async () => await house.Artist.SubmitAsync(house.Offer, "Take the offer"), async () =>
            {
                app.Clock.Now = due;
                await app.TickAsync(_node);
                return null;
            }]);

            app.Clock.Now = TestClock.Start;
            var taken = await StateAsync(house.Waiting) is ApplicationState.Accepted;
            Assert.Equal(taken, answers[0]!.Text.Contains("You are booked.", StringComparison.Ordinal));
            Assert.Equal(taken ? [] : Booked.Addresses(house.Rival, house.Booked.Director), await house.Booked.ToldAsync("revival_lapsed"));
            Assert.Equal(taken ? SlotState.Booked : SlotState.Open, await house.Booked.SlotAsync());
            if (!taken) Assert.Equal(ApplicationState.Expired, await StateAsync(house.Waiting));
        }
    }

    [Fact]
    public async Task R17_taken_and_cancelled_with_the_slot_at_the_same_moment_it_is_one_of_both()
    {
        for (var round = 0; round < Race.Rounds(4); round++)
        {
            var house = await HouseAsync();
            var cancel = await house.Director.OpenAsync($"/director/slots/{house.Booked.Slot.Id}/cancel");

            var answers = await Race.AtOnceAsync<PageView>([() => house.Artist.SubmitAsync(house.Offer, "Take the offer"), () => house.Director.SubmitAsync(cancel, "Cancel the slot", ("Input.Reason", "The roof leaks."))]);

            Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.Status));
            Assert.Single(answers, answer => Refusal(answer).Length > 0);
            var taken = answers[0].Text.Contains("You are booked.", StringComparison.Ordinal);
            Assert.Equal(taken ? (SlotState.Booked, ApplicationState.Accepted) : (SlotState.Cancelled, ApplicationState.Declined), (await house.Booked.SlotAsync(), await StateAsync(house.Waiting)));
        }
    }

    [Fact]
    public async Task R17_two_who_fall_out_of_the_list_at_once_leave_the_next_asked_once()
    {
        for (var round = 0; round < Race.Rounds(4); round++)
        {
            var house = await HouseAsync(waiting: 3);
            var states = await Race.AtOnceAsync<string>([
                async () => Refusal(await house.Artist.SubmitAsync(house.Offer, "Refuse the offer")),
                async () => Refusal(await house.Director.SubmitAsync(await house.Director.OpenAsync($"/director/applications/{house.Waiting.Id}"), "Decline")),
            ]);
            Assert.Single(states, refusal => refusal.Length > 0);
            var live = await app.WithDbAsync(db => db.Applications.Where(a => a.SlotId == house.Booked.Slot.Id && (a.State == ApplicationState.Offered || a.State == ApplicationState.Waitlisted)).Select(a => a.State).ToListAsync());
            Assert.Equal([ApplicationState.Offered, ApplicationState.Waitlisted], live.Order());
            Assert.Equal(2, (await house.Booked.ToldAsync("revived")).Count);
        }
    }

    private Task<ApplicationState> StateAsync(Application application) => app.WithDbAsync(db => db.Applications.Where(a => a.Id == application.Id).Select(a => a.State).SingleAsync());

    private static string Refusal(PageView page) => page.Document.QuerySelector(".validation-summary")?.TextContent.Trim() ?? "";

    /// <summary>A booking that fell, and whoever is asked, with the offer before their eyes.</summary>
    private async Task<House> HouseAsync(int waiting = 1)
    {
        app.Clock.Now = TestClock.Start;
        var (director, venue) = await app.VenueAsync();
        var (person, artist) = await app.ArtistAsync();
        var slot = await app.SlotAsync(venue, 20);
        var application = await app.ApplicationAsync(slot, artist);
        var (rival, band) = await app.ArtistAsync("Nightjar");
        var asked = await app.ApplicationAsync(slot, band);
        for (var number = 1; number < waiting; number++) await app.ApplicationAsync(slot, (await app.ArtistAsync($"Waiter {number}")).Artist);
        var booked = new Booked(app, await app.AcceptAsync(application), slot, application, person, director, null, artist, venue);
        var (chair, player) = (await app.SignInAsync(director), await app.SignInAsync(rival, _node));
        await chair.SubmitAsync(await chair.OpenAsync($"{booked.Page}/cancel"), "Cancel the booking", ("Input.Reason", "The roof leaks."));
        return new(booked, rival, asked, chair, player, await player.OpenAsync($"/artist/applications/{asked.Id}"));
    }
}
