using System.Net;
using EasyGig.Domain.Bookings;
using EasyGig.Domain.Deals;
using EasyGig.Web.Identity;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Tests.Bookings;

public sealed class MemoPageTests(EasyGigApp app) : IClassFixture<EasyGigApp>
{
    [Fact]
    public async Task R19_a_memo_says_who_plays_where_and_when_for_how_much_and_what_is_earned()
    {
        var (director, venue) = await app.VenueAsync();
        var (player, artist) = await app.ArtistAsync();
        var slot = await app.SlotAsync(venue, negotiable: true);
        await app.WithDbAsync(db => db.Slots.Where(s => s.Id == slot.Id).ExecuteUpdateAsync(set => set
            .SetProperty(s => s.Terms.Deal.Kind, DealKind.Versus).SetProperty(s => s.Terms.Deal.Share, 70).SetProperty(s => s.Terms.Deal.Base, DealBase.Gross).SetProperty(s => s.Terms.Deal.ProfitShare, 0)
            .SetProperty(s => s.Terms.Deal.TicketPrice, 12).SetProperty(s => s.Terms.Deal.Capacity, 100).SetProperty(s => s.Terms.Deal.Tax, 10).SetProperty(s => s.Terms.Deal.TaxIncluded, true)
            .SetProperty(s => s.Terms.Deal.TicketFee, 0).SetProperty(s => s.Terms.Deal.ExpenseCap, 0)));
        var booking = await app.AcceptAsync(await app.ApplicationAsync(slot, artist));

        foreach (var reader in (Person[])[player, director])
        {
            var memo = (await (await app.SignInAsync(reader)).OpenAsync($"/bookings/{booking}/memo")).Document.QuerySelector(".memo")!;
            var text = string.Join(' ', memo.TextContent.Split(null as char[], StringSplitOptions.RemoveEmptyEntries));
            foreach (var said in (string[])[
                "Zenith Trio plays at Blue Cellar", "Blue Cellar, Main stage, Via del Pratello 1, Bologna", "Fri 5 Mar 2027, 21:00–00:00, Europe/Rome (UTC+1)",
                "€400.00", "70 %", "What Zenith Trio would earn", "asks Blue Cellar to be released", "Place, date, signature", booking.ToString()])
                Assert.Contains(said, text.Replace('\u00a0', ' '), StringComparison.Ordinal);
            Assert.Equal(["25", "50", "75", "100"], memo.QuerySelectorAll(".earnings > table tbody td:nth-child(2)").Select(cell => cell.TextContent));
            Assert.Equal(2, memo.QuerySelectorAll(".memo-signatures p").Length);
        }
    }

    [Fact]
    public async Task R19_a_memo_says_which_version_holds_with_its_clause_its_day_and_its_fingerprint()
    {
        var house = await Booked.OfAsync(app);
        var (artist, director) = (await app.SignInAsync(house.Artist), await app.SignInAsync(house.Director));
        Assert.Contains("Version 1, agreed on Wed 3 Feb 2027", await MemoAsync(), StringComparison.Ordinal);

        await artist.SubmitAsync(await artist.OpenAsync($"{house.Page}/terms"), "Put these terms forward", ("Input.Fee", "450"), ("Input.Clause", "Two rooms, and dinner."));
        Assert.DoesNotContain("Two rooms", await MemoAsync(), StringComparison.Ordinal); // put forward, not agreed
        app.Clock.Now += TimeSpan.FromDays(1);
        await director.SubmitAsync(await director.OpenAsync($"{house.Page}/terms"), "Agree to these terms");

        var stored = await house.StoredAsync();
        foreach (var said in (string[])["Two rooms, and dinner.", "Version 2, agreed on Thu 4 Feb 2027", TermsFingerprint.Groups(TermsFingerprint.Of(stored, stored.Terms))])
            Assert.Contains(said, await MemoAsync(), StringComparison.Ordinal);

        async Task<string> MemoAsync() => (await director.OpenAsync($"{house.Page}/memo")).Document.QuerySelector(".memo")!.TextContent;
    }

    [Fact]
    public async Task R3_a_memo_names_people_only_once_the_booking_is_confirmed()
    {
        var night = await BookedNight.PendingAsync(app);
        var artist = await app.SignInAsync(night.Player);
        var pending = await artist.OpenAsync($"/bookings/{night.Booking}/memo");
        Assert.Contains("Not confirmed yet: Night Shift reviews it first.", pending.Text, StringComparison.Ordinal);
        Assert.Contains(night.Player.Email!, pending.Text, StringComparison.Ordinal); // one's own side one knows
        foreach (var hidden in (string[])["Dora Conti", "Piero Valli", night.Director.Email!, night.Promoter.Email!])
            Assert.DoesNotContain(hidden, pending.Document.DocumentElement.OuterHtml, StringComparison.Ordinal);

        var promoter = await app.SignInAsync(night.Promoter);
        await promoter.SubmitAsync(await promoter.OpenAsync($"/bookings/{night.Booking}"), "Approve the booking");

        var confirmed = await artist.OpenAsync($"/bookings/{night.Booking}/memo");
        foreach (var known in (string[])["Dora Conti", "Piero Valli", night.Director.Email!, night.Promoter.Email!])
            Assert.Contains(known, confirmed.Text, StringComparison.Ordinal);
        Assert.Equal(3, confirmed.Document.QuerySelectorAll(".memo-signatures p").Length);
    }

    [Fact]
    public async Task R19_a_memo_of_a_booking_that_fell_says_so()
    {
        var night = await BookedNight.PendingAsync(app);
        await night.BecomeAsync(app, BookingState.Rejected);
        Assert.Contains("nothing of this holds", (await (await app.SignInAsync(night.Director)).OpenAsync($"/bookings/{night.Booking}/memo")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task R19_a_memo_is_nobody_elses()
    {
        var night = await BookedNight.ConfirmedAsync(app);
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.SignInAsync(await app.PersonAsync(Roles.ArtDirector))).OpenAsync($"/bookings/{night.Booking}/memo")).Status);
    }
}
