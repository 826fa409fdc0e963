using System.Net;
using EasyGig.Domain;
using EasyGig.Domain.Applications;
using EasyGig.Domain.Artists;
using EasyGig.Domain.Bookings;
using EasyGig.Domain.Organisations;
using EasyGig.Domain.Slots;
using EasyGig.Web.Identity;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Tests.Applications;

/// <summary>What an artist does with an application that is already sent.</summary>
public sealed class ArtistApplicationPageTests(EasyGigApp app) : IClassFixture<EasyGigApp>
{
    private sealed record Sent(Person Director, Slot Slot, Person Person, Artist Artist, Application Application)
    {
        public string Page => $"/artist/applications/{Application.Id}";
    }

    private async Task<Sent> SentAsync(bool offered = false, Organisation? promoter = null, int inDays = 30)
    {
        var (director, venue) = await app.VenueAsync(housePromoter: promoter);
        var (person, artist) = await app.ArtistAsync();
        var slot = await app.SlotAsync(venue, inDays);
        var application = await app.ApplicationAsync(slot, artist);
        if (offered) Assert.Null(await app.OfferAsync(application, 400));
        return new(director, slot, person, artist, application);
    }

    private Task<ApplicationState> StateAsync(Sent sent) => app.WithDbAsync(db => db.Applications.Where(a => a.Id == sent.Application.Id).Select(a => a.State).SingleAsync());

    [Fact]
    public async Task R12_withdrawing_says_what_it_does_and_tells_the_director()
    {
        var sent = await SentAsync();
        var visitor = await app.SignInAsync(sent.Person);
        var page = await visitor.OpenAsync(sent.Page);
        Assert.Contains("Blue Cellar is told that Zenith Trio no longer applies.", page.Text);

        var done = await visitor.SubmitAsync(page, "Withdraw the application");

        Assert.Contains("Your application is withdrawn.", done.Text);
        Assert.Contains("The application of Zenith Trio was withdrawn.", done.Text);
        Assert.False(done.Has("Withdraw the application"));
        Assert.Equal(ApplicationState.Withdrawn, await StateAsync(sent));
        var mail = await app.WithDbAsync(db => db.Mails.SingleAsync(m => m.SlotId == sent.Slot.Id));
        Assert.Equal((sent.Director.Id, "withdrew"), (mail.PersonId, mail.Kind));
    }

    [Fact]
    public async Task R12_an_offer_that_is_taken_is_a_confirmed_booking_and_both_sides_are_told()
    {
        var sent = await SentAsync(offered: true);
        var visitor = await app.SignInAsync(sent.Person);
        var today = await visitor.OpenAsync("/artist");
        Assert.Contains(today.Document.QuerySelectorAll("a.btn"), a => a.TextContent == "Answer the offer: Blue Cellar" && a.GetAttribute("href") == sent.Page);

        var page = await visitor.OpenAsync(sent.Page);
        Assert.Contains("It is confirmed at once", page.Text);
        var done = await visitor.SubmitAsync(page, "Take the offer");

        Assert.Contains("You are booked.", done.Text);
        var booking = await app.WithDbAsync(db => db.Bookings.SingleAsync(b => b.ApplicationId == sent.Application.Id));
        Assert.Equal((BookingState.Confirmed, false), (booking.State, booking.DeclineRivals));
        Assert.NotNull(done.Document.QuerySelector($"a[href='/bookings/{booking.Id}']"));
        var kinds = await app.WithDbAsync(db => db.Mails.Where(m => m.SlotId == sent.Slot.Id && m.PersonId == sent.Director.Id).Select(m => m.Kind).ToListAsync());
        Assert.Equal(["confirmed", "offer_taken"], kinds.Order());
    }

    [Fact]
    public async Task R16_an_offer_that_a_promoter_reviews_is_not_called_confirmed()
    {
        var (_, organisation) = await app.OrganisationAsync();
        var sent = await SentAsync(offered: true, promoter: organisation);
        var (_, venue) = await app.VenueAsync("Same Time Hall");
        var other = await app.ApplicationAsync(await app.SlotAsync(venue), sent.Artist);
        var visitor = await app.SignInAsync(sent.Person);

        var page = await visitor.OpenAsync(sent.Page);
        Assert.Contains("Night Shift is asked to review it", page.Text);
        Assert.Contains("withdrawn: Same Time Hall", page.Text);
        var done = await visitor.SubmitAsync(page, "Take the offer");

        Assert.Contains("Night Shift reviews the booking now.", done.Text);
        Assert.Equal(BookingState.PendingReview, await app.WithDbAsync(db => db.Bookings.Where(b => b.ApplicationId == sent.Application.Id).Select(b => b.State).SingleAsync()));
        Assert.Equal(ApplicationState.Submitted, await app.WithDbAsync(db => db.Applications.Where(a => a.Id == other.Id).Select(a => a.State).SingleAsync()));
    }

    [Fact]
    public async Task R12_an_artist_cannot_book_itself_without_an_offer()
    {
        var sent = await SentAsync();
        var visitor = await app.SignInAsync(sent.Person);
        var page = await visitor.OpenAsync(sent.Page);
        Assert.False(page.Has("Take the offer"));

        var refused = await visitor.PostAsync(page, $"{sent.Page}?handler=Take");

        Assert.Contains("moved on in the meantime", refused.Text);
        Assert.Equal(ApplicationState.Submitted, await StateAsync(sent));
    }

    [Fact]
    public async Task R14_the_second_offer_for_the_same_night_is_refused_kindly()
    {
        var first = await SentAsync(offered: true, inDays: 40);
        var (_, venue) = await app.VenueAsync("Second Hall");
        var second = await app.ApplicationAsync(await app.SlotAsync(venue, 40), first.Artist);
        Assert.Null(await app.OfferAsync(second, 400));
        var (_, organisation) = await app.OrganisationAsync();
        await app.WithDbAsync(async db =>
        {
            (await db.Venues.SingleAsync(v => v.Id == first.Slot.VenueId)).LetReview(organisation.Id); // pending: the other application stays live
            return await db.TrySaveAsync(default);
        });
        var visitor = await app.SignInAsync(first.Person);
        var open = await visitor.OpenAsync($"/artist/applications/{second.Id}");
        await visitor.SubmitAsync(await visitor.OpenAsync(first.Page), "Take the offer");

        var refused = await visitor.SubmitAsync(open, "Take the offer");

        Assert.Equal(HttpStatusCode.OK, refused.Status);
        Assert.Contains("already booked at that time", refused.Text);
        Assert.Equal(0, await app.WithDbAsync(db => db.Bookings.CountAsync(b => b.ApplicationId == second.Id)));
    }

    [Fact]
    public async Task R12_nobody_else_sees_or_touches_an_application()
    {
        var sent = await SentAsync(offered: true);
        var (stranger, _) = await app.ArtistAsync("Stranger");
        var visitor = await app.SignInAsync(stranger);
        var own = await visitor.OpenAsync("/artist/profile");

        Assert.Equal(HttpStatusCode.NotFound, (await visitor.OpenAsync(sent.Page)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.PostAsync(own, $"{sent.Page}?handler=Withdraw")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.PostAsync(own, $"{sent.Page}?handler=Take")).Status);
        Assert.Equal(ApplicationState.Offered, await StateAsync(sent));
        Assert.StartsWith("/account/login", (await app.Open().OpenAsync(sent.Page)).Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task R10_terms_that_change_after_applying_are_pointed_out()
    {
        var sent = await SentAsync();
        await app.WithDbAsync(async db =>
        {
            var stored = await db.Slots.SingleAsync(s => s.Id == sent.Slot.Id);
            var stage = await db.Stages.SingleAsync(s => s.Id == stored.StageId);
            return stored.Change(stage, stored.Time, stored.Terms with { Notes = "One set." }, [], TestClock.Start) ?? await db.TrySaveAsync(default);
        });
        var visitor = await app.SignInAsync(sent.Person);

        Assert.Contains("The venue changed the slot after you applied.", (await visitor.OpenAsync("/artist")).Text);
        var page = await visitor.OpenAsync(sent.Page);
        Assert.Contains("One set.", page.Text);
        Assert.Contains("changed the time or the terms.", page.Text);
        Assert.Equal("slot_changed", await app.WithDbAsync(db => db.Mails.Where(m => m.PersonId == sent.Person.Id).Select(m => m.Kind).SingleAsync()));
    }

    [Fact]
    public async Task Applications_are_listed_by_state_and_page_by_page()
    {
        var (_, venue) = await app.VenueAsync();
        var (person, artist) = await app.ArtistAsync();
        for (var i = 0; i < 23; i++) await app.ApplicationAsync(await app.SlotAsync(venue, 50 + i), artist);
        var visitor = await app.SignInAsync(person);

        var first = await visitor.OpenAsync("/artist/applications");
        var second = await visitor.OpenAsync(first.Document.QuerySelector("[rel=next]")!.GetAttribute("href")!);
        var back = await visitor.OpenAsync(second.Document.QuerySelector("[rel=prev]")!.GetAttribute("href")!);

        Assert.Equal((20, 3), (Links(first).Count, Links(second).Count));
        Assert.Empty(Links(first).Intersect(Links(second)));
        Assert.Equal(Links(first), Links(back));
        Assert.Contains("No application is in this state.", (await visitor.OpenAsync("/artist/applications?state=declined")).Text);
        Assert.Equal(20, Links(await visitor.OpenAsync("/artist/applications?state=submitted&cursor=nonsense")).Count);
    }

    private static List<string> Links(PageView page) => [.. page.Document.QuerySelectorAll(".row-card-title a").Select(a => a.GetAttribute("href")!)];
}
