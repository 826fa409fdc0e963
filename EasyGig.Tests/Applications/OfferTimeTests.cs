using EasyGig.Domain;
using EasyGig.Domain.Applications;
using EasyGig.Domain.Offers;
using EasyGig.Domain.Slots;
using EasyGig.Tests.Bookings;
using EasyGig.Tests.Clockwork;
using EasyGig.Web.Applications;
using EasyGig.Web.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EasyGig.Tests.Applications;

/// <summary>R12: an offer that nobody answers in its time expires, and the application stays on the shortlist.</summary>
public sealed class OfferTimeTests : IClassFixture<EasyGigApp>
{
    private sealed record Talk(Person Director, Person Artist, Slot Slot, Application Application)
    {
        public string DirectorPage => $"/director/applications/{Application.Id}";
        public string ArtistPage => $"/artist/applications/{Application.Id}";
    }

    private readonly EasyGigApp _app;

    public OfferTimeTests(EasyGigApp app) => (_app, app.Clock.Now) = (app, TestClock.Start);

    [Theory]
    [InlineData(300, 120)]
    [InlineData(144, 120)]
    [InlineData(100, 76)] // 24 hours before the start
    [InlineData(26, 6)]
    [InlineData(4, 4)] // the start ends all
    public void R12_an_offer_is_answered_in_five_days_and_a_day_before_the_start_but_never_at_once(double hoursBefore, double hours)
    {
        var slot = Told.Open(Told.Venue());
        var (application, now) = (Told.Applied(slot), slot.Time.Start.AddHours(-hoursBefore));
        Assert.Null(application.Offer(Side.Venue, slot, new(new(450, "EUR"), new()), "", 1, 0, now));
        Assert.Equal(now.AddHours(hours), application.Standing!.DueAt);
        Assert.Null(application.Offer(Side.Artist, slot, new(new(480, "EUR"), new()), "", 1, 1, now.AddHours(1)));
        Assert.True(application.Standing.DueAt > now.AddHours(1) && application.Standing.DueAt <= slot.Time.Start);
        Assert.False(application.ExpireOffer(slot, slot.Time.Start)); // what stands then ends with the slot
    }

    [Fact]
    public async Task R12_an_offer_that_the_artist_does_not_answer_is_brought_to_mind_and_expires()
    {
        var talk = await TalkAsync();
        var (director, artist) = (await _app.SignInAsync(talk.Director), await _app.SignInAsync(talk.Artist));
        await director.SubmitAsync(await director.OpenAsync($"{talk.DirectorPage}/offer"), "Send the offer", ("Input.Fee", 450));
        var open = await artist.OpenAsync(talk.ArtistPage);
        foreach (var page in (PageView[])[open, await director.OpenAsync(talk.DirectorPage), await director.OpenAsync("/director"), await artist.OpenAsync("/artist")])
            Assert.Contains("Due in 5 days Mon 8 Feb 2027, 13:00", page.Text, StringComparison.Ordinal);
        Assert.Contains("8 Feb 2027, 13:00", await _app.WithDbAsync(db => db.Mails.Where(m => m.SlotId == talk.Slot.Id && m.Kind == "offered").Select(m => m.Text).SingleAsync(Booked.Ct)), StringComparison.Ordinal);

        await _app.WindAsync(TestClock.Start.AddDays(4).AddSeconds(-1));
        Assert.Empty(await ToldAsync(talk, "offer_expiring"));
        await _app.WindAsync(TestClock.Start.AddDays(4));
        await _app.WindAsync(TestClock.Start.AddDays(5).AddSeconds(-1));
        Assert.Equal(Booked.Addresses(talk.Artist), await ToldAsync(talk, "offer_expiring"));
        Assert.Equal((ApplicationState.Offered, OfferState.Standing), await StatesAsync(talk));
        _app.Clock.Now = TestClock.Start.AddDays(5);
        Assert.Contains("The time to take this offer is over.", (await artist.SubmitAsync(open, "Take the offer")).Text, StringComparison.Ordinal);
        await _app.TickAsync();

        Assert.Equal((ApplicationState.Shortlisted, OfferState.Expired), await StatesAsync(talk));
        Assert.Equal(Booked.Addresses(talk.Artist, talk.Director), await ToldAsync(talk, "offer_expired"));
        Assert.Contains("€450", await _app.WithDbAsync(db => db.Mails.Where(m => m.SlotId == talk.Slot.Id && m.Kind == "offer_expired").Select(m => m.Text).FirstAsync(Booked.Ct)), StringComparison.Ordinal);
        foreach (var page in (PageView[])[await artist.OpenAsync(talk.ArtistPage), await director.OpenAsync(talk.DirectorPage)])
        {
            Assert.Contains("Nobody answered the offer in time: it expired.", page.Text, StringComparison.Ordinal);
            Assert.False(page.Has("Take the offer"));
        }
        Assert.Contains("Zenith Trio has your offer.", (await director.SubmitAsync(await director.OpenAsync($"{talk.DirectorPage}/offer"), "Send the offer", ("Input.Fee", 450))).Text, StringComparison.Ordinal);
        await _app.AssertWoundAsync();
    }

    [Fact]
    public async Task R12_a_counter_offer_that_the_venue_does_not_answer_expires_too_and_costs_no_strike()
    {
        var talk = await TalkAsync();
        Assert.Null(await _app.OfferAsync(talk.Application, 450));
        await _app.WindAsync(TestClock.Start.AddDays(4.5));
        Assert.Null(await _app.OfferAsync(talk.Application, 480, Side.Artist));
        await _app.WindAsync(TestClock.Start.AddDays(9));
        Assert.Equal((ApplicationState.Offered, OfferState.Standing), await StatesAsync(talk)); // it has five days of its own
        await _app.WindAsync(TestClock.Start.AddDays(9.5));

        Assert.Equal((ApplicationState.Shortlisted, OfferState.Expired), await StatesAsync(talk));
        Assert.Equal(Booked.Addresses(talk.Artist, talk.Director), await ToldAsync(talk, "offer_expiring")); // each of its own
        Assert.Equal(Booked.Addresses(talk.Artist, talk.Director), await ToldAsync(talk, "offer_expired"));
        Assert.Equal(0, await _app.WithDbAsync(db => db.Strikes.CountAsync(s => s.SlotId == talk.Slot.Id, Booked.Ct)));
        Assert.NotNull((await (await _app.SignInAsync(talk.Director)).OpenAsync(talk.DirectorPage)).Document.QuerySelector($"a[href='{talk.DirectorPage}/accept']"));
    }

    [Fact]
    public async Task R12_an_offer_that_was_answered_or_made_late_is_not_brought_to_mind()
    {
        var (late, answered) = (await TalkAsync(inDays: 2), await TalkAsync());
        Assert.Null(await _app.OfferAsync(late.Application, 450) ?? await _app.OfferAsync(answered.Application, 450));
        await using (var scope = _app.Services.CreateAsyncScope())
            Assert.Null(await scope.ServiceProvider.GetRequiredService<ApplicationDesk>().AnswerAsync(answered.Application.Id, (application, _) => application.RefuseOffer(Side.Artist, 1), Booked.Ct));
        await _app.WindAsync(late.Slot.Time.Start.AddHours(-24));
        Assert.Equal((ApplicationState.Shortlisted, OfferState.Expired), await StatesAsync(late));
        await _app.WindAsync(TestClock.Start.AddDays(6));
        Assert.Equal((ApplicationState.Shortlisted, OfferState.Refused), await StatesAsync(answered));
        foreach (var talk in (Talk[])[late, answered]) Assert.Empty(await ToldAsync(talk, "offer_expiring"));
        await _app.AssertWoundAsync();
    }

    private Task<(ApplicationState, OfferState)> StatesAsync(Talk talk) => _app.WithDbAsync(async db =>
    {
        var stored = await db.Applications.AsNoTracking().SingleAsync(a => a.Id == talk.Application.Id, Booked.Ct);
        return (stored.State, stored.Offers.MaxBy(offer => offer.Number)!.State);
    });

    private Task<List<string>> ToldAsync(Talk talk, string kind) => _app.WithDbAsync(db => db.Mails.Where(m => m.SlotId == talk.Slot.Id && m.Kind == kind).Select(m => m.Address).Order().ToListAsync(Booked.Ct));

    private async Task<Talk> TalkAsync(int inDays = 30)
    {
        var ((director, venue), (person, artist)) = (await _app.VenueAsync(), await _app.ArtistAsync());
        var slot = await _app.SlotAsync(venue, inDays);
        return new(director, person, slot, await _app.ApplicationAsync(slot, artist));
    }
}
