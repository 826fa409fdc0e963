using System.Net;
using EasyGig.Domain.Slots;
using EasyGig.Domain.Strikes;
using EasyGig.Domain.Venues;
using EasyGig.Tests.Bookings;
using EasyGig.Tests.Strikes;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Tests.Races;

/// <summary>Strikes that are given at the same moment, or while their owner does what they forbid.</summary>
public sealed class StrikeRaceTests(EasyGigApp app) : IClassFixture<EasyGigApp>
{
    [Fact]
    public async Task R18_of_two_strikes_at_once_one_is_the_third_and_freezes_for_a_week_and_the_other_is_the_fourth()
    {
        var node = app.AddNode();
        for (var round = 0; round < Race.Rounds(4); round++)
        {
            var house = await WarnedAsync();
            var other = await OnAnotherStageAsync(house);
            app.Clock.Now = house.Start.AddHours(-20);
            var (one, two) = (await app.SignInAsync(house.Director), await app.SignInAsync(house.Director, node));
            var pages = (await one.OpenAsync($"{house.Page}/cancel"), await two.OpenAsync($"/bookings/{other}/cancel"));

            var answers = await Race.AtOnceAsync<PageView>([
                () => one.SubmitAsync(pages.Item1, "Cancel the booking", ("Input.Reason", "The roof leaks.")),
                () => two.SubmitAsync(pages.Item2, "Cancel the booking", ("Input.Reason", "The roof leaks there, too.")),
            ]);

            Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.Status));
            var strikes = await app.WithDbAsync(db => db.Strikes.AsNoTracking().Where(s => s.VenueId == house.Venue.Id).ToListAsync());
            Assert.Equal(4, strikes.Count);
            Assert.Equal([Standing.FirstFreeze, Standing.LaterFreeze], strikes.Where(s => s.FrozenUntil is not null).Select(s => s.FrozenUntil!.Value - s.GivenAt).Order());
        }
    }

    [Fact]
    public async Task R18_a_venue_that_publishes_and_gets_its_third_strike_at_once_published_before_or_reads_why_not()
    {
        var node = app.AddNode();
        for (var round = 0; round < Race.Rounds(4); round++)
        {
            var house = await WarnedAsync();
            var draft = await DraftOnAnotherStageAsync(house);
            app.Clock.Now = house.Start.AddHours(-20);
            var (one, two) = (await app.SignInAsync(house.Director), await app.SignInAsync(house.Director, node));
            var pages = (await one.OpenAsync($"{house.Page}/cancel"), await two.OpenAsync($"/director/slots/{draft.Id}"));

            var answers = await Race.AtOnceAsync<PageView>([
                () => one.SubmitAsync(pages.Item1, "Cancel the booking", ("Input.Reason", "The roof leaks.")),
                () => two.SubmitAsync(pages.Item2, "Publish"),
            ]);

            var trail = await app.WithDbAsync(db => db.Audit.Where(e => e.VenueId == house.Venue.Id).OrderBy(e => e.Id).Select(e => e.Fact).ToListAsync());
            var published = trail.LastIndexOf(Domain.Facts.FactKind.SlotPublished) is var at && await app.WithDbAsync(db => db.Slots.AnyAsync(s => s.Id == draft.Id && s.State == SlotState.Open));
            Assert.Equal(published, answers[1].Text.Contains("The slot is published.", StringComparison.Ordinal));
            if (published) Assert.True(at < trail.IndexOf(Domain.Facts.FactKind.Frozen));
            else Assert.Contains("three strikes freeze the venue", answers[1].Text, StringComparison.Ordinal);
        }
    }

    /// <summary>A house with two strikes and a booking.</summary>
    private async Task<Booked> WarnedAsync()
    {
        app.Clock.Now = TestClock.Start;
        var house = await Booked.OfAsync(app);
        await app.StruckAsync(house.Venue, -20);
        await app.StruckAsync(house.Venue, -10);
        return house;
    }

    /// <summary>A booking on a stage that does not wait for the turn of the first.</summary>
    private async Task<Guid> OnAnotherStageAsync(Booked house)
    {
        var slot = await DraftOnAnotherStageAsync(house);
        await app.WithDbAsync(async db =>
        {
            (await db.Slots.SingleAsync(s => s.Id == slot.Id)).Publish(app.Clock.Now);
            return await db.TrySaveAsync(Booked.Ct);
        });
        var stored = await app.WithDbAsync(db => db.Slots.AsNoTracking().SingleAsync(s => s.Id == slot.Id));
        return await app.AcceptAsync(await app.ApplicationAsync(stored, (await app.ArtistAsync("Nightjar")).Artist));
    }

    private async Task<Slot> DraftOnAnotherStageAsync(Booked house)
    {
        var stage = house.Venue.AddStage(new("Small room", 40, Room.Standing, 0));
        await app.WithDbAsync(async db =>
        {
            db.Add(stage);
            return await db.SaveChangesAsync(Booked.Ct);
        });
        return await app.AddAsync(new Slot(house.Venue, stage, house.Slot.Time, house.Slot.Terms with { }));
    }
}
