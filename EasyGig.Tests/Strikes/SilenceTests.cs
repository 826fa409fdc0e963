using EasyGig.Domain;
using EasyGig.Domain.Applications;
using EasyGig.Domain.Artists;
using EasyGig.Domain.Slots;
using EasyGig.Domain.Strikes;
using EasyGig.Domain.Venues;
using EasyGig.Tests.Clockwork;
using EasyGig.Web.Applications;
using EasyGig.Web.Data;
using EasyGig.Web.Strikes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EasyGig.Tests.Strikes;

/// <summary>R13: a venue that answers nobody gets one strike per slot, and artists cannot make more of it. Time is wound, nobody signs in.</summary>
public sealed class SilenceTests : IClassFixture<EasyGigApp>
{
    private readonly EasyGigApp _app;

    public SilenceTests(EasyGigApp app) => (_app, app.Clock.Now) = (app, TestClock.Start);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task R13_a_venue_that_answers_nobody_gets_one_strike_for_the_slot_and_its_directors_read_it()
    {
        var (director, venue) = await _app.VenueAsync();
        var slot = await _app.SlotAsync(venue);
        for (var number = 0; number < 3; number++) await ApplyAsync(slot, await BandAsync());
        await WindAsync(5);

        var strike = Assert.Single(await StrikesOfAsync(venue));
        Assert.Equal((StrikeKind.Unanswered, slot.Id, null, venue.Id, _app.Clock.Now, _app.Clock.Now.AddDays(180)), (strike.Kind, strike.SlotId, strike.BookingId, strike.VenueId!.Value, strike.GivenAt, strike.LapsesAt));
        Assert.Equal([director.Email!], await _app.WithDbAsync(db => db.Mails.Where(m => m.SlotId == slot.Id && m.Kind == "strike_given").Select(m => m.Address).ToListAsync(Ct)));

        await ApplyAsync(slot, await BandAsync()); // somebody tries again, to make it two
        await WindAsync(20);
        Assert.Single(await StrikesOfAsync(venue));
    }

    [Fact]
    public async Task R13_one_answer_to_anybody_is_enough()
    {
        foreach (var answer in (Func<Application, Slot, Refusal?>[])[(a, _) => a.Shortlist(), (a, _) => a.Decline(null), (a, s) => a.Offer(Side.Venue, s, new(new(450, "EUR"), new()), "", 1, 0, _app.Clock.Now)])
        {
            _app.Clock.Now = TestClock.Start;
            var (_, venue) = await _app.VenueAsync();
            var slot = await _app.SlotAsync(venue);
            var (answered, _) = (await ApplyAsync(slot, await BandAsync()), await ApplyAsync(slot, await BandAsync()));
            Assert.Null(await AnswerAsync(answered, answer));
            await AnswerAsync(answered, (a, _) => a.Withdraw()); // who was answered, and goes, was answered
            await WindAsync(6);
            Assert.Empty(await StrikesOfAsync(venue));
        }
    }

    [Fact]
    public async Task R13_nobody_farms_strikes_by_applying_to_many_slots()
    {
        var (_, venue) = await _app.VenueAsync();
        for (var day = 0; day < 5; day++) await ApplyAsync(await _app.SlotAsync(venue, 20 + day), await BandAsync());
        await WindAsync(5);
        Assert.Single(await StrikesOfAsync(venue));

        await ApplyAsync(await _app.SlotAsync(venue, 30), await BandAsync()); // runs out five days after the first did
        await WindAsync(10);
        Assert.Single(await StrikesOfAsync(venue));

        await ApplyAsync(await _app.SlotAsync(venue, 31), await BandAsync()); // ten days after
        await WindAsync(15);
        Assert.Equal(2, (await StrikesOfAsync(venue)).Count);
    }

    [Fact]
    public async Task R13_nobody_farms_strikes_by_withdrawing_and_applying_again()
    {
        var ((_, venue), band) = (await _app.VenueAsync(), await BandAsync());
        var slot = await _app.SlotAsync(venue);
        for (var day = 0; day < 6; day += 2)
        {
            _app.Clock.Now = TestClock.Start.AddDays(day);
            Assert.Null(await AnswerAsync(await ApplyAsync(slot, band), (a, _) => a.Withdraw()));
        }
        await WindAsync(12);
        Assert.Empty(await StrikesOfAsync(venue));
    }

    [Theory]
    [InlineData(49, false)] // 25 hours to answer
    [InlineData(71.9, false)]
    [InlineData(72, true)] // 48 hours: the last day before the show does not count
    public async Task R13_who_had_less_than_48_hours_to_answer_has_not_kept_silent(double hoursBefore, bool strike)
    {
        var (_, venue) = await _app.VenueAsync();
        var slot = await _app.SlotAsync(venue);
        _app.Clock.Now = slot.Time.Start.AddHours(-hoursBefore);
        await ApplyAsync(slot, await BandAsync());
        await _app.WindAsync(slot.Time.Start.AddHours(-24));
        Assert.Equal(strike ? 1 : 0, (await StrikesOfAsync(venue)).Count);
    }

    [Theory]
    [InlineData(0.1, null, false)] // the artist has not read the slot as it was changed: the next word is its own
    [InlineData(0.1, 4.9, false)] // it has, but so late that the venue could hardly say yes
    [InlineData(0.1, 3.2, false)]
    [InlineData(0.1, 2.5, true)]
    [InlineData(1.1, 4.0, true)] // before and after, 50 hours
    [InlineData(1.9, null, false)]
    [InlineData(4.0, null, true)] // an edit is no answer
    public async Task R13_the_time_in_which_the_venue_cannot_say_yes_does_not_count(double edited, double? confirmed, bool strike)
    {
        var (_, venue) = await _app.VenueAsync();
        var slot = await _app.SlotAsync(venue);
        var application = await ApplyAsync(slot, await BandAsync());
        await EditAsync(slot, TestClock.Start.AddDays(edited));
        if (confirmed is { } day)
        {
            _app.Clock.Now = TestClock.Start.AddDays(day);
            Assert.Null(await AnswerAsync(application, (a, s) => a.ConfirmTerms(s, 2)));
        }
        await WindAsync(5);
        Assert.Equal(strike ? 1 : 0, (await StrikesOfAsync(venue)).Count);
    }

    [Fact]
    public async Task R13_whoever_edits_its_slot_again_and_again_puts_off_no_end_and_gets_the_strike()
    {
        var (_, venue) = await _app.VenueAsync();
        var slot = await _app.SlotAsync(venue, 4);
        var application = await ApplyAsync(slot, await BandAsync());
        var end = slot.Time.Start.AddHours(-24);
        for (var hours = 24; hours >= 1; hours -= 4)
        {
            await EditAsync(slot, end.AddHours(-hours));
            if (hours % 8 == 0) Assert.Null(await AnswerAsync(application, (a, s) => a.ConfirmTerms(s, s.TermsVersion)));
        }
        await _app.WindAsync(end);
        Assert.Equal(ApplicationState.Expired, await _app.WithDbAsync(db => db.Applications.Where(a => a.Id == application).Select(a => a.State).SingleAsync(Ct)));
        Assert.Single(await StrikesOfAsync(venue));
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task R13_a_frozen_venue_could_not_say_yes_and_gets_no_strike_for_silence(bool edits)
    {
        var (_, venue) = await _app.VenueAsync();
        await _app.StruckAsync(venue, -20, frozenUntil: TestClock.Start.AddDays(4));
        var slot = await _app.SlotAsync(venue);
        var application = await ApplyAsync(slot, await BandAsync());
        if (edits)
        {
            await EditAsync(slot, TestClock.Start.AddDays(4.1));
            Assert.Null(await AnswerAsync(application, (a, s) => a.ConfirmTerms(s, 2)));
        }
        await WindAsync(5);
        Assert.Single(await StrikesOfAsync(venue));
    }

    private async Task<Artist> BandAsync() => (await _app.ArtistAsync()).Artist;

    private Task WindAsync(double days) => _app.WindAsync(TestClock.Start.AddDays(days));

    private Task<List<Strike>> StrikesOfAsync(Venue venue) => _app.WithDbAsync(db => db.Strikes.AsNoTracking().Of(Side.Venue, venue.Id).ToListAsync(Ct));

    private async Task<Guid> ApplyAsync(Slot slot, Artist artist)
    {
        await using var scope = _app.Services.CreateAsyncScope();
        var (made, refusal) = await scope.ServiceProvider.GetRequiredService<ApplicationDesk>().SubmitAsync(slot.Id, artist.Id, "Hello", 400, slot.TermsVersion, Ct);
        Assert.Null(refusal);
        return made!.Value;
    }

    private async Task EditAsync(Slot slot, DateTimeOffset at)
    {
        _app.Clock.Now = at;
        await _app.WithDbAsync(async db =>
        {
            var (stored, stage) = (await db.Slots.SingleAsync(s => s.Id == slot.Id, Ct), await db.Stages.SingleAsync(s => s.Id == slot.StageId, Ct));
            Assert.Null(stored.Change(stage, stored.Time, stored.Terms with { Notes = $"Version of {at}" }, await db.LiveOf(slot.Id).ToListAsync(Ct), at));
            return await db.TrySaveAsync(Ct);
        });
    }

    private async Task<Refusal?> AnswerAsync(Guid application, Func<Application, Slot, Refusal?> verb)
    {
        await using var scope = _app.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ApplicationDesk>().AnswerAsync(application, verb, Ct);
    }
}
