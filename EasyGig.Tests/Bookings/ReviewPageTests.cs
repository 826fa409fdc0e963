using EasyGig.Domain.Applications;
using EasyGig.Domain.Bookings;
using EasyGig.Domain.Organisations;
using EasyGig.Domain.Slots;
using EasyGig.Web.Identity;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Tests.Bookings;

public sealed class ReviewPageTests : IClassFixture<EasyGigApp>
{
    private readonly EasyGigApp _app;

    public ReviewPageTests(EasyGigApp app) => (_app, app.Clock.Now) = (app, TestClock.Start);

    [Fact]
    public async Task R16_a_booking_waits_for_the_house_promoter_and_only_the_promoter_has_mail()
    {
        var house = await HouseAsync();
        Assert.Equal(BookingState.PendingReview, (await BookingAsync(house.Booking)).State);
        Assert.Equal(["accepted " + house.Promoter.Email], await MailsAsync(house.Booking));

        var promoter = await _app.SignInAsync(house.Promoter);
        Assert.Contains("Waiting for your review Fri 5 Mar Zenith Trio at Blue Cellar", (await promoter.OpenAsync("/promoter")).Text, StringComparison.Ordinal);
        var done = await promoter.SubmitAsync(await promoter.OpenAsync($"/bookings/{house.Booking}"), "Approve the booking");

        Assert.Contains("The booking is confirmed.", done.Text, StringComparison.Ordinal);
        Assert.Contains("Piero Valli (Night Shift) confirmed the booking.", done.Text, StringComparison.Ordinal);
        Assert.Equal(BookingState.Confirmed, (await BookingAsync(house.Booking)).State);
        string[] expected = ["accepted " + house.Promoter.Email, "confirmed " + house.Artist.Email, "confirmed " + house.Director.Email, "confirmed " + house.Promoter.Email];
        Assert.Equal(expected.Order(), (await MailsAsync(house.Booking)).Order());
    }

    [Fact]
    public async Task R16_a_rejection_needs_a_reason_and_reopens_the_slot_with_its_waiting_list()
    {
        var house = await HouseAsync(rivals: 1);
        var promoter = await _app.SignInAsync(house.Promoter);
        var page = await promoter.OpenAsync($"/bookings/{house.Booking}");

        foreach (var reason in (string[])["", "   ", new('x', 1001)])
        {
            var refused = await promoter.SubmitAsync(page, "Reject the booking", ("Input.Reason", reason));
            Assert.NotEqual("", refused.ErrorOf("Input.Reason"));
            Assert.Equal(reason.Trim(), refused.Document.QuerySelector("#Input_Reason")!.TextContent.Trim());
            Assert.Equal(BookingState.PendingReview, (await BookingAsync(house.Booking)).State);
        }
        var done = await promoter.SubmitAsync(page, "Reject the booking", ("Input.Reason", "Too loud\r\nfor a Tuesday."));

        Assert.Contains("its slot is open again", done.Text, StringComparison.Ordinal);
        var booking = await BookingAsync(house.Booking);
        Assert.Equal((BookingState.Rejected, "Too loud\r\nfor a Tuesday."), (booking.State, booking.Reason));
        Assert.Equal(SlotState.Open, await _app.WithDbAsync(db => db.Slots.Where(s => s.Id == booking.SlotId).Select(s => s.State).SingleAsync()));
        var states = await _app.WithDbAsync(db => db.Applications.Where(a => a.SlotId == booking.SlotId).OrderBy(a => a.Id).Select(a => a.State).ToListAsync());
        Assert.Equal([ApplicationState.Declined, ApplicationState.Offered], states);
        var told = await _app.WithDbAsync(db => db.Mails.Where(m => m.BookingId == booking.Id && m.Kind == "rejected").ToListAsync());
        Assert.Equal(new[] { house.Artist.Email, house.Director.Email, house.Promoter.Email }.Order(), told.Select(m => m.Address).Order());
        Assert.All(told, mail => Assert.Contains("Too loud\nfor a Tuesday.", mail.Text, StringComparison.Ordinal));
        Assert.DoesNotContain("confirmed", await _app.WithDbAsync(db => db.Mails.Where(m => m.SlotId == booking.SlotId).Select(m => m.Kind).ToListAsync()));
    }

    [Fact]
    public async Task R16_the_director_decides_when_the_three_days_are_over_and_not_before()
    {
        var house = await HouseAsync();
        var director = await _app.SignInAsync(house.Director);
        _app.Clock.Now = TestClock.Start + Booking.ReviewTime - TimeSpan.FromSeconds(1);
        var early = await director.OpenAsync($"/bookings/{house.Booking}");
        Assert.False(early.Has("Approve the booking"));
        var refused = await director.PostAsync(early, $"/bookings/{house.Booking}?handler=Approve");
        Assert.Contains("The promoter decides first.", refused.Text, StringComparison.Ordinal);
        Assert.Equal(BookingState.PendingReview, (await BookingAsync(house.Booking)).State);

        _app.Clock.Now = TestClock.Start + Booking.ReviewTime;
        Assert.Contains("may decide now, too.", (await (await _app.SignInAsync(house.Promoter)).OpenAsync("/promoter")).Text, StringComparison.Ordinal);
        var late = await director.OpenAsync($"/bookings/{house.Booking}");
        Assert.Contains("Night Shift has not answered in three days: you may decide now.", late.Text, StringComparison.Ordinal);
        var done = await director.SubmitAsync(late, "Approve the booking");

        Assert.Contains("Dora Conti (Blue Cellar) confirmed the booking.", done.Text, StringComparison.Ordinal);
        Assert.Equal(BookingState.Confirmed, (await BookingAsync(house.Booking)).State);
        var read = await (await _app.SignInAsync(house.Artist)).OpenAsync($"/bookings/{house.Booking}");
        Assert.Contains(house.Director.Email!, read.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(house.Promoter.Email!, read.Text, StringComparison.Ordinal); // who had no part in it stays out of it
        Assert.DoesNotContain("Piero Valli", read.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task R16_without_a_house_promoter_a_booking_starts_confirmed()
    {
        var (_, venue) = await _app.VenueAsync();
        var (booking, _, _) = await _app.BookingAsync(venue, (await _app.ArtistAsync()).Artist);
        var stored = await BookingAsync(booking);
        Assert.Equal((BookingState.Confirmed, null, TestClock.Start), (stored.State, stored.ReviewerId, stored.ConfirmedAt));
    }

    [Fact]
    public async Task R16_the_second_promoter_reads_that_it_is_decided()
    {
        var house = await HouseAsync();
        var second = await _app.SignInAsync(await _app.PromoterAsync(house.Organisation));
        var open = await second.OpenAsync($"/bookings/{house.Booking}");
        var first = await _app.SignInAsync(house.Promoter);
        await first.SubmitAsync(await first.OpenAsync($"/bookings/{house.Booking}"), "Approve the booking");

        var late = await second.SubmitAsync(open, "Reject the booking", ("Input.Reason", "No."));

        Assert.Contains("Somebody has already decided on this booking", late.Text, StringComparison.Ordinal);
        Assert.Equal(BookingState.Confirmed, (await BookingAsync(house.Booking)).State);
    }

    [Fact]
    public async Task R16_the_artist_never_decides()
    {
        var house = await HouseAsync();
        var artist = await _app.SignInAsync(house.Artist);
        var page = await artist.OpenAsync($"/bookings/{house.Booking}");
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await artist.PostAsync(page, $"/bookings/{house.Booking}?handler=Approve")).Status);
        Assert.Equal(BookingState.PendingReview, (await BookingAsync(house.Booking)).State);
    }

    private Task<Booking> BookingAsync(Guid id) => _app.WithDbAsync(db => db.Bookings.AsNoTracking().SingleAsync(b => b.Id == id));

    private Task<List<string>> MailsAsync(Guid booking) =>
        _app.WithDbAsync(db => db.Mails.Where(m => m.BookingId == booking).Select(m => m.Kind + " " + m.Address).ToListAsync());

    private async Task<(Guid Booking, Person Artist, Person Director, Person Promoter, Organisation Organisation)> HouseAsync(int rivals = 0)
    {
        var (promoter, organisation) = await _app.OrganisationAsync();
        var (director, venue) = await _app.VenueAsync(housePromoter: organisation);
        var (person, artist) = await _app.ArtistAsync();
        var slot = await _app.SlotAsync(venue);
        var application = await _app.ApplicationAsync(slot, artist);
        for (var rival = 0; rival < rivals; rival++) await _app.ApplicationAsync(slot, (await _app.ArtistAsync("Rival")).Artist);
        return (await _app.AcceptAsync(application), person, director, promoter, organisation);
    }
}
