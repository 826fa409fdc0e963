using EasyGig.Domain.Applications;
using EasyGig.Domain.Bookings;
using EasyGig.Domain.Organisations;
using EasyGig.Domain.Slots;
using EasyGig.Web.Identity;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Tests.Applications;

/// <summary>R15: the second click of a yes, what it says beforehand, and what it does.</summary>
public sealed class AcceptPageTests(EasyGigApp app) : IClassFixture<EasyGigApp>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task R12_accepting_without_a_house_promoter_confirms_and_tells_everybody_at_once()
    {
        var scene = await SceneAsync(null);
        var confirm = await scene.Browser.OpenAsync(scene.Path);
        Assert.Contains("Zenith Trio plays at Blue Cellar – Main stage on Fri 5 Mar 2027, 21:00–00:00 for €400.", confirm.Text, StringComparison.Ordinal);
        Assert.Contains("The booking is confirmed at once", confirm.Text, StringComparison.Ordinal);
        Assert.Contains("To the waiting list, in this order: Nightjar", confirm.Text, StringComparison.Ordinal);
        Assert.Contains("They read now that the slot is taken: Nightjar", confirm.Text, StringComparison.Ordinal);

        var booking = await scene.Browser.SubmitAsync(confirm, "Accept Zenith Trio");
        Assert.StartsWith("/bookings/", booking.Path, StringComparison.Ordinal);
        Assert.Equal((BookingState.Confirmed, SlotState.Booked), await StatesAsync(scene.Slot));
        Assert.Equal(ApplicationState.Waitlisted, await StateAsync(scene.Rival));
        Assert.Equal(["confirmed"], await MailsToAsync(scene.Artist));
        Assert.Equal(["confirmed"], await MailsToAsync(scene.Director));
        Assert.Equal(["missed_out"], await MailsToAsync(scene.RivalPerson));
    }

    [Fact]
    public async Task R15_rivals_are_waitlisted_at_once_but_not_told_before_the_promoter_approves()
    {
        var (promoter, house) = await app.OrganisationAsync("Night Shift");
        var scene = await SceneAsync(house);
        var confirm = await scene.Browser.OpenAsync(scene.Path);
        Assert.Contains("Night Shift reviews the booking first, by Sat 6 Feb 2027, 13:00.", confirm.Text, StringComparison.Ordinal);
        Assert.Contains("They read it only once the booking is confirmed: Nightjar", confirm.Text, StringComparison.Ordinal);
        Assert.Contains("A mail asks Night Shift for the review. Nobody else is told.", confirm.Text, StringComparison.Ordinal);

        await scene.Browser.SubmitAsync(confirm, "Accept Zenith Trio");
        Assert.Equal((BookingState.PendingReview, SlotState.Booked), await StatesAsync(scene.Slot));
        Assert.Equal(ApplicationState.Waitlisted, await StateAsync(scene.Rival));
        Assert.Equal(["accepted"], await MailsToAsync(promoter));
        foreach (var person in new[] { scene.Artist, scene.Director, scene.RivalPerson }) Assert.Empty(await MailsToAsync(person));
    }

    [Fact]
    public async Task R15_rivals_are_declined_on_confirmation_where_the_director_chose_so()
    {
        var scene = await SceneAsync(null);
        await scene.Browser.SubmitAsync(await scene.Browser.OpenAsync(scene.Path), "Accept Zenith Trio", ("Input.DeclineRivals", "true"));
        Assert.Equal(ApplicationState.Declined, await StateAsync(scene.Rival));
        Assert.Equal(["declined"], await MailsToAsync(scene.RivalPerson));
    }

    [Fact]
    public async Task R14_a_second_yes_is_refused_in_words()
    {
        var scene = await SceneAsync(null);
        var late = await scene.Browser.OpenAsync($"/director/applications/{scene.Rival.Id}/accept");
        await scene.Browser.SubmitAsync(await scene.Browser.OpenAsync(scene.Path), "Accept Zenith Trio");
        var refused = await scene.Browser.SubmitAsync(late, "Accept Nightjar");
        Assert.Contains("Another artist is booked on this slot already.", refused.Text, StringComparison.Ordinal);
        Assert.Contains("the slot is booked, the application waitlisted", refused.Text, StringComparison.Ordinal);
        Assert.Equal(1, await app.WithDbAsync(db => db.Bookings.CountAsync(b => b.SlotId == scene.Slot.Id, Ct)));
    }

    [Fact]
    public async Task R12_an_offer_is_the_artists_to_take()
    {
        var scene = await SceneAsync(null);
        var confirm = await scene.Browser.OpenAsync(scene.Path);
        Assert.Null(await app.OfferAsync(scene.Application, 450));
        var refused = await scene.Browser.SubmitAsync(confirm, "Accept Zenith Trio");
        Assert.Contains("Another offer has come in", refused.Text, StringComparison.Ordinal);
        Assert.Equal(0, await app.WithDbAsync(db => db.Bookings.CountAsync(b => b.SlotId == scene.Slot.Id, Ct)));
    }

    private sealed record Told(Visitor Browser, Person Director, Person Artist, Person RivalPerson, Slot Slot, Application Application, Application Rival)
    {
        public string Path => $"/director/applications/{Application.Id}/accept";
    }

    /// <summary>Zenith Trio and Nightjar applied for one slot.</summary>
    private async Task<Told> SceneAsync(Organisation? house)
    {
        var (director, venue) = await app.VenueAsync(housePromoter: house);
        var slot = await app.SlotAsync(venue);
        var (person, artist) = await app.ArtistAsync();
        var (rivalPerson, rival) = await app.ArtistAsync("Nightjar");
        return new(await app.SignInAsync(director), director, person, rivalPerson, slot, await app.ApplicationAsync(slot, artist), await app.ApplicationAsync(slot, rival));
    }

    private Task<(BookingState, SlotState)> StatesAsync(Slot slot) => app.WithDbAsync(async db =>
        (await db.Bookings.Where(b => b.SlotId == slot.Id).Select(b => b.State).SingleAsync(Ct), await db.Slots.Where(s => s.Id == slot.Id).Select(s => s.State).SingleAsync(Ct)));

    private Task<ApplicationState> StateAsync(Application application) => app.WithDbAsync(db => db.Applications.Where(a => a.Id == application.Id).Select(a => a.State).SingleAsync(Ct));

    private Task<List<string>> MailsToAsync(Person person) => app.WithDbAsync(db => db.Mails.Where(m => m.PersonId == person.Id).OrderBy(m => m.Id).Select(m => m.Kind).ToListAsync(Ct));
}
