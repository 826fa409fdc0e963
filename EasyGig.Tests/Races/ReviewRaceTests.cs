using System.Net;
using EasyGig.Domain.Bookings;
using EasyGig.Domain.Slots;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Tests.Races;

public sealed class ReviewRaceTests(EasyGigApp app) : IClassFixture<EasyGigApp>
{
    [Fact]
    public async Task R16_approved_and_rejected_at_the_same_moment_it_is_one_of_both_and_the_other_is_told()
    {
        var (first, organisation) = await app.OrganisationAsync();
        var (_, venue) = await app.VenueAsync(housePromoter: organisation);
        var (one, other) = (await app.SignInAsync(first), await app.SignInAsync(await app.PromoterAsync(organisation), app.AddNode()));
        var artist = (await app.ArtistAsync()).Artist;

        for (var round = 0; round < Race.Rounds(10); round++)
        {
            var (booking, slot, _) = await app.BookingAsync(venue, artist, inDays: 10 + round);
            var pages = (await one.OpenAsync($"/bookings/{booking}"), await other.OpenAsync($"/bookings/{booking}"));

            var answers = await Race.AtOnceAsync<PageView>([
                () => one.SubmitAsync(pages.Item1, "Approve the booking"),
                () => other.SubmitAsync(pages.Item2, "Reject the booking", ("Input.Reason", "Too loud.")),
            ]);

            Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.Status));
            Assert.Single(answers, answer => answer.Document.QuerySelector(".alert-success[role=status]") is not null);
            Assert.Single(answers, answer => answer.Text.Contains("Somebody has already decided on this booking", StringComparison.Ordinal));
            var state = await app.WithDbAsync(db => db.Bookings.Where(b => b.Id == booking).Select(b => b.State).SingleAsync());
            var kinds = await app.WithDbAsync(db => db.Mails.Where(m => m.BookingId == booking && m.Kind != "accepted").Select(m => m.Kind).Distinct().ToListAsync());
            Assert.Equal(state is BookingState.Confirmed ? "confirmed" : "rejected", Assert.Single(kinds));
            Assert.Equal(state is BookingState.Confirmed ? SlotState.Booked : SlotState.Open, await app.WithDbAsync(db => db.Slots.Where(s => s.Id == slot.Id).Select(s => s.State).SingleAsync()));
        }
    }
}
