using EasyGig.Domain;
using EasyGig.Domain.Artists;
using EasyGig.Domain.Bookings;
using EasyGig.Domain.Ratings;
using EasyGig.Domain.Venues;
using EasyGig.Web.Bookings;
using EasyGig.Web.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EasyGig.Tests.Bookings;

/// <summary>A booking at a venue with a house promoter, and the people of its three sides.</summary>
internal sealed record BookedNight(Guid Booking, Period Time, Person Player, Artist Artist, Person Director, Venue Venue, Person Promoter)
{
    /// <summary>It waits for the review.</summary>
    public static async Task<BookedNight> PendingAsync(EasyGigApp app, int inDays = 30)
    {
        var (promoter, organisation) = await app.OrganisationAsync();
        var (director, venue) = await app.VenueAsync(housePromoter: organisation);
        var (player, artist) = await app.ArtistAsync();
        var (booking, slot, _) = await app.BookingAsync(venue, artist, inDays);
        return new(booking, slot.Time, player, artist, director, venue, promoter);
    }

    public static async Task<BookedNight> ConfirmedAsync(EasyGigApp app, int inDays = 30)
    {
        var night = await PendingAsync(app, inDays);
        await using var scope = app.Services.CreateAsyncScope();
        Assert.Null(await scope.ServiceProvider.GetRequiredService<BookingDesk>().ApproveAsync(night.Booking, Reviewer.Promoter, TestContext.Current.CancellationToken));
        return night;
    }

    public static async Task<BookedNight> PlayedAsync(EasyGigApp app, int inDays = 30)
    {
        var night = await ConfirmedAsync(app, inDays);
        await night.BecomeAsync(app, BookingState.Played);
        return night;
    }

    /// <summary>Moves the booking on as a program would that knows no verb.</summary>
    public Task BecomeAsync(EasyGigApp app, BookingState state) =>
        app.WithDbAsync(db => db.Bookings.Where(b => b.Id == Booking).ExecuteUpdateAsync(set => set.SetProperty(b => b.State, state)
            .SetProperty(b => b.Reason, state is BookingState.Cancelled or BookingState.Rejected or BookingState.NoShow ? "It fell." : null)
            .SetProperty(b => b.CancelledBy, state is BookingState.Cancelled ? Side.Venue : (Side?)null)));

    /// <summary>What a side thinks of the other, told to nobody.</summary>
    public Task RateAsync(EasyGigApp app, Party side, int stars, string text) => app.WithDbAsync(async db =>
    {
        var booking = await db.Bookings.SingleAsync(b => b.Id == Booking);
        db.Add(Rating.Give(booking, side, side is Party.Artist ? Player.Id : Director.Id, stars, text, app.Clock.Now).Rating!);
        return await db.SaveChangesAsync();
    });
}
