using System.Net;
using EasyGig.Domain.Applications;
using EasyGig.Web.Identity;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Tests.Bookings;

public sealed class BookingPageTests(EasyGigApp app) : IClassFixture<EasyGigApp>
{
    [Fact]
    public async Task R3_addresses_and_numbers_of_the_other_side_appear_with_the_confirmation_and_not_before()
    {
        var house = await HouseAsync();
        var page = $"/bookings/{house.Booking}";
        Person[] all = [house.Artist, house.Director, house.Promoter];
        foreach (var reader in all)
        {
            var waiting = await (await app.SignInAsync(reader)).OpenAsync(page);
            Assert.Equal(HttpStatusCode.OK, waiting.Status);
            Assert.Contains("appear here once the booking is confirmed", waiting.Text, StringComparison.Ordinal);
            foreach (var other in all.Where(other => other != reader)) AssertHidden(waiting, other);
        }

        await ApproveAsync(house);

        foreach (var reader in all)
        {
            var confirmed = await (await app.SignInAsync(reader)).OpenAsync(page);
            foreach (var other in all.Where(other => other != reader))
            {
                Assert.Contains(other.Email!, confirmed.Text, StringComparison.Ordinal);
                Assert.Contains(other.PhoneNumber!, confirmed.Text, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task R3_a_rejected_booking_never_shows_them()
    {
        var house = await HouseAsync();
        var promoter = await app.SignInAsync(house.Promoter);
        await promoter.SubmitAsync(await promoter.OpenAsync($"/bookings/{house.Booking}"), "Reject the booking", ("Input.Reason", "The date is taken by a fair."));
        var rejected = await (await app.SignInAsync(house.Artist)).OpenAsync($"/bookings/{house.Booking}");
        Assert.Contains("The date is taken by a fair.", rejected.Text, StringComparison.Ordinal);
        AssertHidden(rejected, house.Director);
        AssertHidden(rejected, house.Promoter);
    }

    [Fact]
    public async Task R3_strangers_do_not_even_learn_that_there_is_a_booking()
    {
        var house = await HouseAsync();
        await ApproveAsync(house);
        var mine = await app.SignInAsync(house.Promoter);
        var form = await mine.OpenAsync("/promoter/organisation");
        foreach (var role in (string[])[Roles.Artist, Roles.ArtDirector, Roles.Promoter, Roles.Admin])
        {
            var stranger = await app.SignInAsync(await app.PersonAsync(role));
            foreach (var path in (string[])[$"/bookings/{house.Booking}", $"/bookings/{house.Booking}/calendar.ics"])
                Assert.Equal(HttpStatusCode.NotFound, (await stranger.OpenAsync(path)).Status);
            foreach (var handler in (string[])["Approve", "Reject"])
                Assert.Equal(HttpStatusCode.NotFound, (await stranger.PostAsync(await stranger.OpenAsync("/notices"), $"/bookings/{house.Booking}?handler={handler}", ("Input.Reason", "x"))).Status);
        }
        Assert.StartsWith("/account/login", (await app.Open().OpenAsync($"/bookings/{house.Booking}")).Path, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await mine.OpenAsync($"/bookings/{Guid.NewGuid()}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await mine.PostAsync(form, $"/bookings/{Guid.NewGuid()}?handler=Approve")).Status);
    }

    [Fact]
    public async Task Each_side_reads_what_waits_for_whom_and_what_has_happened()
    {
        var house = await HouseAsync(rivals: 2);
        var artist = await (await app.SignInAsync(house.Artist)).OpenAsync($"/bookings/{house.Booking}");
        Assert.Contains("Blue Cellar wants you. Night Shift reviews the booking by", artist.Text, StringComparison.Ordinal);
        Assert.Contains("EasyGig said yes: the slot is kept for Zenith Trio.", artist.Text, StringComparison.Ordinal);
        Assert.Contains("“Accepted, to review” to Night Shift", artist.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Rival", artist.Text, StringComparison.Ordinal);
        Assert.False(artist.Has("Approve the booking"));

        var director = await (await app.SignInAsync(house.Director)).OpenAsync($"/bookings/{house.Booking}");
        Assert.Contains("This waits for Night Shift.", director.Text, StringComparison.Ordinal);
        Assert.False(director.Has("Approve the booking"));

        var promoter = await (await app.SignInAsync(house.Promoter)).OpenAsync($"/bookings/{house.Booking}");
        Assert.Contains("This waits for you until Sat 6 Feb 2027, 13:00.", promoter.Text, StringComparison.Ordinal);
        Assert.Contains("2 other applicants are told that the slot is taken, and stay on the waiting list.", promoter.Text, StringComparison.Ordinal);
        Assert.Contains("Fri 5 Mar 2027, 21:00–00:00", promoter.Text, StringComparison.Ordinal); // the venue's clock, not UTC
    }

    [Fact]
    public async Task A_confirmed_booking_is_a_calendar_file_and_one_that_waits_is_none()
    {
        var house = await HouseAsync();
        var artist = await app.SignInAsync(house.Artist);
        Assert.Equal(HttpStatusCode.NotFound, (await artist.OpenAsync($"/bookings/{house.Booking}/calendar.ics")).Status);

        await ApproveAsync(house);

        var file = (await artist.OpenAsync($"/bookings/{house.Booking}/calendar.ics")).Response;
        Assert.Equal("text/calendar; charset=utf-8", file.Content.Headers.ContentType!.ToString());
        Assert.Equal("attachment", file.Content.Headers.ContentDisposition!.DispositionType);
        var text = await file.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("SUMMARY:Zenith Trio @ Blue Cellar", text, StringComparison.Ordinal);
        var mailed = await app.WithDbAsync(db => db.Mails.Where(m => m.BookingId == house.Booking && m.Ics != null).Select(m => m.Ics).FirstAsync());
        Assert.Equal(Uid(mailed!), Uid(text));
    }

    private static string Uid(string ics) => ics.Split("\r\n").Single(line => line.StartsWith("UID:", StringComparison.Ordinal));

    private static void AssertHidden(PageView page, Person other)
    {
        var html = page.Document.DocumentElement.OuterHtml;
        Assert.DoesNotContain(other.Email!, html, StringComparison.Ordinal);
        Assert.DoesNotContain(other.PhoneNumber!, html, StringComparison.Ordinal);
    }

    private async Task ApproveAsync((Guid Booking, Person Artist, Person Director, Person Promoter) house)
    {
        var promoter = await app.SignInAsync(house.Promoter);
        var done = await promoter.SubmitAsync(await promoter.OpenAsync($"/bookings/{house.Booking}"), "Approve the booking");
        Assert.Contains("The booking is confirmed.", done.Text, StringComparison.Ordinal);
    }

    private async Task<(Guid Booking, Person Artist, Person Director, Person Promoter)> HouseAsync(int rivals = 0)
    {
        var (promoter, organisation) = await app.OrganisationAsync();
        var (director, venue) = await app.VenueAsync(housePromoter: organisation);
        var (person, artist) = await app.ArtistAsync();
        foreach (var (one, phone) in ((Person, string)[])[(promoter, "+39 051 111"), (director, "+39 051 222"), (person, "+39 051 333")])
        {
            one.PhoneNumber = phone;
            await app.WithDbAsync(db => db.Users.Where(p => p.Id == one.Id).ExecuteUpdateAsync(set => set.SetProperty(p => p.PhoneNumber, phone)));
        }
        var slot = await app.SlotAsync(venue);
        var application = await app.ApplicationAsync(slot, artist);
        for (var rival = 0; rival < rivals; rival++) await app.ApplicationAsync(slot, (await app.ArtistAsync($"Rival {rival}")).Artist);
        return (await app.AcceptAsync(application), person, director, promoter);
    }
}
