using EasyGig.Domain.Applications;
using EasyGig.Domain.Artists;
using EasyGig.Domain.Bookings;
using EasyGig.Domain.Slots;
using EasyGig.Web.Identity;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Tests.Bookings;

/// <summary>Accepting is one act: everything of it is stored, or nothing.</summary>
public sealed class AcceptTests(EasyGigApp app) : IClassFixture<EasyGigApp>
{
    [Fact]
    public async Task R15_accepting_stores_booking_slot_rivals_and_mails_at_once()
    {
        var (director, slot, chosen, rival, _) = await HouseAsync(reviewed: true);

        var page = await AcceptAsync(director, chosen);

        var booking = await app.WithDbAsync(db => db.Bookings.SingleAsync(b => b.ApplicationId == chosen.Id));
        Assert.Equal($"/bookings/{booking.Id}", page.Path);
        Assert.Equal((BookingState.PendingReview, TestClock.Start + Booking.ReviewTime), (booking.State, booking.ReviewDueAt));
        Assert.Equal((SlotState.Booked, ApplicationState.Accepted, ApplicationState.Waitlisted), (await StateAsync(slot), await StateAsync(chosen), await StateAsync(rival)));
        Assert.Equal(["accepted"], await KindsAsync(slot));
    }

    [Theory]
    [InlineData(false, ApplicationState.Waitlisted, "missed_out")]
    [InlineData(true, ApplicationState.Declined, "declined")]
    public async Task R15_rivals_are_told_only_when_it_is_confirmed_and_declined_only_if_that_was_chosen(bool decline, ApplicationState then, string told)
    {
        var (director, slot, chosen, rival, promoter) = await HouseAsync(reviewed: true);
        var page = await AcceptAsync(director, chosen, decline);
        Assert.Equal(ApplicationState.Waitlisted, await StateAsync(rival));
        Assert.DoesNotContain(told, await KindsAsync(slot));

        var visitor = await app.SignInAsync(promoter!);
        await visitor.SubmitAsync(await visitor.OpenAsync(page.Path), "Approve the booking");

        Assert.Equal(then, await StateAsync(rival));
        Assert.Equal(["accepted", "confirmed", "confirmed", "confirmed", told], await KindsAsync(slot));
    }

    [Fact]
    public async Task R15_what_else_the_artist_wanted_at_that_time_is_withdrawn_with_the_confirmation()
    {
        var (director, slot, chosen, _, promoter) = await HouseAsync(reviewed: true);
        var artist = await app.WithDbAsync(db => db.Artists.SingleAsync(a => a.Id == chosen.ArtistId));
        var (_, venue) = await app.VenueAsync("Elsewhere");
        var overlapping = await app.ApplicationAsync(await app.SlotAsync(venue, fromHour: 22, hours: 3), artist);
        var touching = await app.ApplicationAsync(await app.SlotAsync(venue, fromHour: 17, hours: 3), artist);

        var page = await AcceptAsync(director, chosen);
        Assert.Equal(ApplicationState.Submitted, await StateAsync(overlapping));
        var visitor = await app.SignInAsync(promoter!);
        await visitor.SubmitAsync(await visitor.OpenAsync(page.Path), "Approve the booking");

        Assert.Equal((ApplicationState.Withdrawn, ApplicationState.Submitted), (await StateAsync(overlapping), await StateAsync(touching)));
        Assert.Equal(1, await app.WithDbAsync(db => db.Mails.CountAsync(m => m.SlotId == overlapping.SlotId && m.Kind == "withdrew")));
        Assert.Equal(SlotState.Booked, await StateAsync(slot));
    }

    [Fact]
    public async Task R15_nothing_is_half_done_when_the_database_says_no()
    {
        var (director, slot, chosen, rival, _) = await HouseAsync(reviewed: false);
        var artist = await app.WithDbAsync(db => db.Artists.SingleAsync(a => a.Id == chosen.ArtistId));
        var (_, venue) = await app.VenueAsync("Elsewhere", housePromoter: (await app.OrganisationAsync()).Organisation);
        await app.AcceptAsync(await app.ApplicationAsync(await app.SlotAsync(venue, fromHour: 21), artist)); // waits for review, so the artist may still apply
        var before = await app.WithDbAsync(db => db.Mails.CountAsync());

        var refused = await AcceptAsync(director, chosen);

        Assert.Contains("The artist is already booked at that time.", refused.Text, StringComparison.Ordinal);
        Assert.Equal((SlotState.Open, ApplicationState.Submitted, ApplicationState.Submitted), (await StateAsync(slot), await StateAsync(chosen), await StateAsync(rival)));
        Assert.False(await app.WithDbAsync(db => db.Bookings.AnyAsync(b => b.SlotId == slot.Id)));
        Assert.False(await app.WithDbAsync(db => db.Audit.AnyAsync(e => e.SlotId == slot.Id)));
        Assert.Equal(before, await app.WithDbAsync(db => db.Mails.CountAsync()));
    }

    [Fact]
    public async Task R38_everybody_has_the_confirmation_in_their_language_with_the_date_for_their_calendar()
    {
        var director = await app.PersonAsync(Roles.ArtDirector, "Dora Conti", "it");
        var (_, venue) = await app.VenueAsync();
        await app.WithDbAsync(db => db.Database.ExecuteSqlAsync($"INSERT INTO venue_directors VALUES ({venue.Id}, {director.Id})"));
        var (person, artist) = await app.ArtistAsync();
        var slot = await app.SlotAsync(venue);

        await AcceptAsync(director, await app.ApplicationAsync(slot, artist));

        var mails = await app.WithDbAsync(db => db.Mails.Where(m => m.SlotId == slot.Id && m.Kind == "confirmed").ToListAsync());
        var (english, italian) = (mails.Single(m => m.PersonId == person.Id), mails.Single(m => m.PersonId == director.Id));
        Assert.Equal(("en", "Confirmed: you play at Blue Cellar, Fri 5 Mar 2027, 21:00"), (english.Culture, english.Subject));
        Assert.Equal(("it", "Confermato: Zenith Trio, ven 5 mar 2027, 21:00"), (italian.Culture, italian.Subject));
        Assert.Contains("400 €", italian.Text.Replace('\u00a0', ' '), StringComparison.Ordinal);
        Assert.All(mails, mail => Assert.Contains("BEGIN:VEVENT", mail.Ics, StringComparison.Ordinal));
        Assert.All(mails, mail => Assert.Contains($"/bookings/{mail.BookingId}", mail.Text, StringComparison.Ordinal));
    }

    private async Task<(Person Director, Slot Slot, Application Chosen, Application Rival, Person? Promoter)> HouseAsync(bool reviewed)
    {
        var (promoter, organisation) = reviewed ? await app.OrganisationAsync() : default;
        var (director, venue) = await app.VenueAsync(housePromoter: organisation);
        var slot = await app.SlotAsync(venue);
        var chosen = await app.ApplicationAsync(slot, (await app.ArtistAsync()).Artist);
        return (director, slot, chosen, await app.ApplicationAsync(slot, (await app.ArtistAsync("Rival Duo")).Artist), promoter);
    }

    private async Task<PageView> AcceptAsync(Person director, Application application, bool? decline = null)
    {
        var visitor = await app.SignInAsync(director);
        var name = await app.WithDbAsync(db => db.Artists.Where(a => a.Id == application.ArtistId).Select(a => a.Profile.Name).SingleAsync());
        (string, object)[] fields = decline is { } declines ? [("Input.DeclineRivals", declines ? ["true"] : (string[])["false"])] : [];
        return await visitor.SubmitAsync(await visitor.OpenAsync($"/director/applications/{application.Id}/accept"), $"Accept {name}", fields);
    }

    private Task<SlotState> StateAsync(Slot slot) => app.WithDbAsync(db => db.Slots.Where(s => s.Id == slot.Id).Select(s => s.State).SingleAsync());

    private Task<ApplicationState> StateAsync(Application application) =>
        app.WithDbAsync(db => db.Applications.Where(a => a.Id == application.Id).Select(a => a.State).SingleAsync());

    private Task<List<string>> KindsAsync(Slot slot) =>
        app.WithDbAsync(db => db.Mails.Where(m => m.SlotId == slot.Id).OrderBy(m => m.Kind).Select(m => m.Kind).ToListAsync());
}
