using EasyGig.Domain.Applications;
using EasyGig.Domain.Bookings;
using EasyGig.Domain.Slots;
using EasyGig.Web.Identity;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Tests.Bookings;

/// <summary>A booking falls, and the slot goes to the next: what each side reads on the way.</summary>
public sealed class ReopenedSlotTests(EasyGigApp app) : IClassFixture<EasyGigApp>
{
    private sealed record House(Visitor Director, Visitor Promoter, Visitor Rival, Slot Slot, Application Chosen, Application Waiting)
    {
        public string RivalPage => $"/artist/applications/{Waiting.Id}";
    }

    [Fact]
    public async Task R16_a_rejected_booking_leads_to_the_next_who_waits_and_plays()
    {
        var house = await HouseAsync();
        var booking = await AcceptAsync(house);
        await house.Promoter.SubmitAsync(await house.Promoter.OpenAsync(booking), "Reject the booking", ("Input.Reason", "Too loud."));

        Assert.Contains("Nightjar is being asked:", (await house.Director.OpenAsync($"/director/slots/{house.Slot.Id}")).Text, StringComparison.Ordinal);
        await house.Rival.SubmitAsync(await house.Rival.OpenAsync(house.RivalPage), "Take the offer");

        var bookings = await app.WithDbAsync(db => db.Bookings.Where(b => b.SlotId == house.Slot.Id).Select(b => new { b.ApplicationId, b.State }).ToListAsync());
        Assert.Equal([(house.Chosen.Id, BookingState.Rejected), (house.Waiting.Id, BookingState.PendingReview)], bookings.Select(b => (b.ApplicationId, b.State)).OrderByDescending(b => b.State));
    }

    [Fact]
    public async Task R15_who_waits_reads_nothing_of_it_before_the_booking_is_confirmed()
    {
        var house = await HouseAsync();
        var booking = await AcceptAsync(house);
        foreach (var path in (string[])[house.RivalPage, "/artist", "/artist/applications", $"/slots/{house.Slot.Id}"])
        {
            var unaware = await house.Rival.OpenAsync(path);
            Assert.DoesNotContain("waiting list", unaware.Text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("another artist was chosen", unaware.Text);
        }
        Assert.Contains("No application is in this state.", (await house.Rival.OpenAsync("/artist/applications?state=waitlisted")).Text);
        Assert.Contains("Nightjar waits: another artist was chosen.", (await house.Director.OpenAsync($"/director/applications/{house.Waiting.Id}")).Text);

        await house.Promoter.SubmitAsync(await house.Promoter.OpenAsync(booking), "Approve the booking");

        var told = await house.Rival.OpenAsync(house.RivalPage);
        Assert.Contains("Nightjar waits: another artist was chosen.", told.Text);
        Assert.Contains("Nightjar was told that the slot went to another artist.", told.Text);
        Assert.Contains("Nightjar", (await house.Rival.OpenAsync("/artist/applications?state=waitlisted")).Text);
    }

    private static async Task<string> AcceptAsync(House house)
    {
        var page = await house.Director.SubmitAsync(await house.Director.OpenAsync($"/director/applications/{house.Chosen.Id}/accept"), "Accept Zenith Trio");
        Assert.Contains("Accepted. Night Shift reviews it by Sat 6 Feb 2027, 13:00.", page.Text);
        return page.Path;
    }

    private async Task<House> HouseAsync()
    {
        var (promoter, organisation) = await app.OrganisationAsync();
        var (director, venue) = await app.VenueAsync(housePromoter: organisation);
        var slot = await app.SlotAsync(venue);
        var chosen = await app.ApplicationAsync(slot, (await app.ArtistAsync()).Artist);
        var (rival, artist) = await app.ArtistAsync("Nightjar");
        return new(await app.SignInAsync(director), await app.SignInAsync(promoter), await app.SignInAsync(rival), slot, chosen, await app.ApplicationAsync(slot, artist));
    }
}
