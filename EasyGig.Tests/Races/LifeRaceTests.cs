using System.Net;
using EasyGig.Domain.Bookings;
using EasyGig.Domain.Slots;
using EasyGig.Tests.Bookings;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Tests.Races;

/// <summary>Two sides of one booking who do opposite things at the same moment, each on a node of their own.</summary>
public sealed class LifeRaceTests(EasyGigApp app) : IClassFixture<EasyGigApp>
{
    [Fact]
    public async Task R17_approved_and_cancelled_at_the_same_moment_it_is_one_of_both_and_the_other_is_told()
    {
        var node = app.AddNode();
        for (var round = 0; round < Race.Rounds(5); round++)
        {
            var house = await Booked.OfAsync(app, reviewed: true);
            var (promoter, director) = (await app.SignInAsync(house.Promoter!), await app.SignInAsync(house.Director, node));
            var pages = (await promoter.OpenAsync(house.Page), await director.OpenAsync($"{house.Page}/cancel"));

            var answers = await Race.AtOnceAsync<PageView>([
                () => promoter.SubmitAsync(pages.Item1, "Approve the booking"),
                () => director.SubmitAsync(pages.Item2, "Cancel the booking", ("Input.Reason", "The roof leaks.")),
            ]);

            Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.Status));
            Assert.Single(answers, answer => answer.Document.QuerySelector(".alert-success[role=status]") is not null);
            var confirmed = (await house.StoredAsync()).State is BookingState.Confirmed;
            Assert.Contains(confirmed ? "read again what. Nothing was changed." : "Somebody has already decided on this booking", answers[confirmed ? 1 : 0].Text, StringComparison.Ordinal);
            Assert.Equal(confirmed ? SlotState.Booked : SlotState.Open, await house.SlotAsync());
            var kinds = await app.WithDbAsync(db => db.Mails.Where(m => m.BookingId == house.Booking && m.Kind != "accepted").Select(m => m.Kind).Distinct().ToListAsync());
            Assert.Equal([confirmed ? "confirmed" : "cancelled"], kinds);
        }
    }

    [Fact]
    public async Task R19_agreed_and_taken_back_at_the_same_moment_it_is_one_of_both_and_the_other_is_told()
    {
        var house = await Booked.OfAsync(app);
        var (artist, director) = (await app.SignInAsync(house.Artist), await app.SignInAsync(house.Director, app.AddNode()));
        for (var round = 0; round < Race.Rounds(5); round++)
        {
            var before = (await house.StoredAsync()).Fee.Amount;
            var mine = await artist.SubmitAsync(await artist.OpenAsync($"{house.Page}/terms"), "Put these terms forward", ("Input.Fee", 401 + round));
            var theirs = await director.OpenAsync($"{house.Page}/terms");

            var answers = await Race.AtOnceAsync<PageView>([
                () => director.SubmitAsync(theirs, "Agree to these terms"),
                () => artist.SubmitAsync(mine, "Take them back"),
            ]);

            Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.Status));
            Assert.Single(answers, answer => answer.Document.QuerySelector(".alert-success[role=status]") is not null);
            Assert.Single(answers, answer => answer.Text.Contains("This proposal does not stand any more", StringComparison.Ordinal));
            var stored = await house.StoredAsync();
            var agreed = stored.Versions.MaxBy(version => version.Number)!.State is TermsState.Agreed;
            Assert.Equal(agreed ? 401 + round : before, stored.Fee.Amount);
            Assert.Equal(stored.Versions.Where(version => version.State is TermsState.Agreed).MaxBy(version => version.Number)!.Terms, stored.Terms);
            Assert.Equal(2 + round, stored.Versions.Count);
        }
    }
}
