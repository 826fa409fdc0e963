using System.Net;
using EasyGig.Domain.Bookings;
using EasyGig.Tests.Bookings;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Tests.Races;

public sealed class RatingRaceTests(EasyGigApp app) : IClassFixture<EasyGigApp>
{
    [Fact]
    public async Task R20_two_directors_who_rate_at_once_make_one_rating_and_the_other_reads_why()
    {
        var night = await BookedNight.PlayedAsync(app);
        var (one, other) = (await app.SignInAsync(night.Director), await app.SignInAsync((await app.DirectorsAsync(night.Venue, 1))[0], app.AddNode()));
        for (var round = 0; round < Race.Rounds(5); round++)
        {
            var (booking, _, _) = await app.BookingAsync(night.Venue, night.Artist, inDays: 40 + round);
            await (night with { Booking = booking }).BecomeAsync(app, BookingState.Confirmed);
            await (night with { Booking = booking }).BecomeAsync(app, BookingState.Played);
            var pages = (await one.OpenAsync($"/bookings/{booking}"), await other.OpenAsync($"/bookings/{booking}"));

            var answers = await Race.AtOnceAsync<PageView>([
                () => one.SubmitAsync(pages.Item1, "Rate Zenith Trio", ("Input.Stars", "5")),
                () => other.SubmitAsync(pages.Item2, "Rate Zenith Trio", ("Input.Stars", "2")),
            ]);

            Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.Status));
            Assert.Single(answers, answer => answer.Text.Contains("Thank you.", StringComparison.Ordinal));
            Assert.Single(answers, answer => answer.Text.Contains("Your side has already rated this evening", StringComparison.Ordinal));
            Assert.Equal((1, 1), await app.WithDbAsync(async db => (await db.Ratings.CountAsync(r => r.BookingId == booking), await db.Mails.CountAsync(m => m.BookingId == booking && m.Kind == "rated"))));
        }
    }
}
