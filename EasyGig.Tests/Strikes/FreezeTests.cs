using EasyGig.Domain;
using EasyGig.Domain.Applications;
using EasyGig.Domain.Bookings;
using EasyGig.Domain.Slots;
using EasyGig.Tests.Bookings;
using EasyGig.Tests.Slots;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Tests.Strikes;

/// <summary>R18: who is frozen neither publishes nor applies nor says yes, and keeps what it has.</summary>
public sealed class FreezeTests : IClassFixture<EasyGigApp>
{
    private const string VenueIs = "three strikes freeze the venue", ArtistIs = "three strikes freeze the artist";

    private readonly EasyGigApp _app;

    public FreezeTests(EasyGigApp app) => (_app, app.Clock.Now) = (app, TestClock.Start);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task R18_a_frozen_venue_neither_publishes_nor_accepts_nor_offers_nor_invites()
    {
        var (person, venue) = await _app.VenueAsync();
        var (slot, draft) = (await _app.SlotAsync(venue), await _app.SlotAsync(venue, 32, draft: true));
        var (application, other) = (await _app.ApplicationAsync(slot, (await _app.ArtistAsync()).Artist), (await _app.ArtistAsync("Nightjar")).Artist);
        var director = await _app.SignInAsync(person);
        await _app.FrozenAsync(venue);

        foreach (var refused in (PageView[])[
            await director.SubmitAsync(await director.OpenAsync($"/director/slots/{draft.Id}"), "Publish"),
            await director.SubmitAsync(await director.OpenAsync($"/director/applications/{application.Id}/accept"), "Accept Zenith Trio"),
            await director.SubmitAsync(await director.OpenAsync($"/director/applications/{application.Id}/offer"), "Send the offer", ("Input.Fee", 450)),
            await director.SubmitAsync(await director.OpenAsync($"/director/slots/{slot.Id}/invite?q=Nightjar"), "Send the invitation", ("Input.Artist", other.Slug), ("Input.Note", "Come!"))])
        {
            Assert.Contains(VenueIs, refused.Text, StringComparison.Ordinal);
            Assert.Contains("Until Tue 9 Feb 2027, 13:00", refused.Text, StringComparison.Ordinal);
        }
        Assert.Equal((SlotState.Draft, ApplicationState.Submitted), (await StateAsync(draft), await StateAsync(application)));

        await director.SubmitAsync(await director.OpenAsync($"/director/applications/{application.Id}"), "Shortlist"); // saying no, and not yet, goes on
        await director.SubmitAsync(await director.OpenAsync($"/director/applications/{application.Id}"), "Decline");
        Assert.Equal(ApplicationState.Declined, await StateAsync(application));
        _app.Clock.Now = TestClock.Start.AddDays(6);
        director = await _app.SignInAsync(person);
        Assert.Contains("The slot is published.", (await director.SubmitAsync(await director.OpenAsync($"/director/slots/{draft.Id}"), "Publish")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task R18_a_frozen_venue_makes_drafts_and_publishes_no_series()
    {
        var (person, venue) = await _app.VenueAsync();
        await _app.FrozenAsync(venue);
        var director = await _app.SignInAsync(person);
        var night = SlotForm.Night("2027-12-01", "20:00", "23:00");
        Assert.Contains(VenueIs, (await director.NewSlotAsync("Publish", [.. night, ("Series.Parts", 2)])).Text, StringComparison.Ordinal);
        Assert.Contains("The draft is saved.", (await director.NewSlotAsync("Save as draft", night)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task R18_a_frozen_artist_neither_applies_nor_takes_nor_makes_an_offer()
    {
        var ((_, venue), (person, artist)) = (await _app.VenueAsync(), await _app.ArtistAsync());
        var (slot, offered) = (await _app.SlotAsync(venue), await _app.ApplicationAsync(await _app.SlotAsync(venue, 31), artist));
        Assert.Null(await _app.OfferAsync(offered, 450));
        await _app.FrozenAsync(artist, (await _app.VenueAsync("Elsewhere")).Venue);
        var own = await _app.SignInAsync(person);
        var page = await own.OpenAsync($"/artist/applications/{offered.Id}");

        foreach (var refused in (PageView[])[
            await own.SubmitAsync(await own.OpenAsync($"/slots/{slot.Id}"), "Send the application", ("Input.Message", "Hello"), ("Input.Fee", 400)),
            await own.SubmitAsync(page, "Take the offer"),
            await own.SubmitAsync(await own.OpenAsync($"/artist/applications/{offered.Id}/offer"), "Send the offer", ("Input.Fee", 480))])
            Assert.Contains(ArtistIs, refused.Text, StringComparison.Ordinal);
        Assert.Equal((ApplicationState.Offered, 0), (await StateAsync(offered), await _app.WithDbAsync(db => db.Applications.CountAsync(a => a.SlotId == slot.Id, Ct))));

        await own.SubmitAsync(page, "Refuse the offer");
        await own.SubmitAsync(page, "Withdraw the application");
        Assert.Equal(ApplicationState.Withdrawn, await StateAsync(offered));
    }

    [Fact]
    public async Task R18_who_is_frozen_cancels_and_writes_as_usual()
    {
        var house = await Booked.OfAsync(_app, inDays: 50);
        await _app.FrozenAsync(house.Band, (await _app.VenueAsync("Elsewhere")).Venue);
        var artist = await _app.SignInAsync(house.Artist);
        Assert.Contains("On our way.", (await artist.SubmitAsync(await artist.OpenAsync($"{house.Page}/messages"), "Send the message", ("Input.Text", "On our way."))).Text, StringComparison.Ordinal);
        await artist.SubmitAsync(await artist.OpenAsync($"{house.Page}/cancel"), "Cancel the booking", ("Input.Reason", "Ill."));
        Assert.Equal(BookingState.Cancelled, (await house.StoredAsync()).State);
    }

    [Fact]
    public async Task R18_a_third_strike_freezes_and_its_owner_reads_so()
    {
        var house = await Booked.OfAsync(_app);
        await _app.StruckAsync(house.Venue, -20);
        await _app.StruckAsync(house.Venue, -10);
        _app.Clock.Now = house.Start.AddHours(-20);
        var director = await _app.SignInAsync(house.Director);
        await director.SubmitAsync(await director.OpenAsync($"{house.Page}/cancel"), "Cancel the booking", ("Input.Reason", "The roof leaks."));

        var strike = Assert.Single((await house.StoredAsync()).Strikes);
        Assert.Equal((Domain.Strikes.StrikeKind.Cancelled, _app.Clock.Now.AddDays(7)), (strike.Kind, strike.FrozenUntil!.Value));
        Assert.Equal(Booked.Addresses(house.Director), await house.ToldAsync("frozen"));
        Assert.Equal([], await house.ToldAsync("warned"));
        Assert.DoesNotContain("freeze", (await (await _app.SignInAsync(house.Artist)).OpenAsync(house.Page)).Text, StringComparison.OrdinalIgnoreCase); // nobody else's business
    }

    private Task<SlotState> StateAsync(Slot slot) => _app.WithDbAsync(db => db.Slots.Where(s => s.Id == slot.Id).Select(s => s.State).SingleAsync(Ct));

    private Task<ApplicationState> StateAsync(Application application) => _app.WithDbAsync(db => db.Applications.Where(a => a.Id == application.Id).Select(a => a.State).SingleAsync(Ct));
}
