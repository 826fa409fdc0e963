using EasyGig.Domain;
using EasyGig.Domain.Applications;
using EasyGig.Domain.Artists;
using EasyGig.Domain.Offers;
using EasyGig.Domain.Slots;
using EasyGig.Domain.Venues;
using EasyGig.Web.Identity;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace EasyGig.Tests.Applications;

/// <summary>What becomes of an offer when what it is about changes, goes to another, or is taken back.</summary>
public sealed class OfferEndsTests(EasyGigApp app) : IClassFixture<EasyGigApp>
{
    [Fact]
    public async Task R12_an_offer_ends_with_its_slot()
    {
        var scene = await SceneAsync();
        await scene.Director.SubmitAsync(await scene.Director.OpenAsync($"/director/slots/{scene.Slot.Id}/cancel"), "Cancel the slot", ("Input.Reason", "Flooded."));
        Assert.Equal([OfferState.Lapsed], await OffersAsync(scene));
        Assert.DoesNotContain("the next word is theirs", (await scene.Director.OpenAsync($"/director/applications/{scene.Application.Id}")).Text);
    }

    [Fact]
    public async Task R12_an_offer_outlives_a_change_of_the_slot()
    {
        var scene = await SceneAsync(negotiable: true, asked: 600);
        var form = await scene.Director.OpenAsync($"/director/slots/{scene.Slot.Id}/edit");
        Assert.Contains("The slot is saved.", (await scene.Director.SubmitAsync(form, "Save", ("Input.Negotiable", "false"))).Text);

        var page = await scene.Artist.OpenAsync(scene.Page);
        Assert.True(page.Has("Refuse the offer"));
        Assert.False(page.Has("Take the offer"));
        var confirmed = await scene.Artist.SubmitAsync(page, "It still fits"); // what was asked is out of the range now, what stands is not
        Assert.Contains("You are booked.", (await scene.Artist.SubmitAsync(confirmed, "Take the offer")).Text);
    }

    [Fact]
    public async Task R15_who_has_an_offer_reads_that_it_went_to_another_only_when_that_is_confirmed()
    {
        var (promoter, organisation) = await app.OrganisationAsync();
        var scene = await SceneAsync(organisation: organisation);
        var rival = await app.ApplicationAsync(scene.Slot, (await app.ArtistAsync("Nightjar")).Artist);
        var booking = await app.AcceptAsync(rival);

        foreach (var path in (string[])[scene.Page, "/artist/applications", "/artist"])
        {
            var unaware = await scene.Artist.OpenAsync(path);
            Assert.DoesNotContain("lapsed", unaware.Text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("waiting list", unaware.Text, StringComparison.OrdinalIgnoreCase);
        }
        Assert.Contains("offer made", (await scene.Artist.OpenAsync("/artist/applications")).Document.QuerySelector(".row-card .state")!.TextContent);

        var review = await app.SignInAsync(promoter);
        await review.SubmitAsync(await review.OpenAsync($"/bookings/{booking}"), "Approve the booking");
        Assert.Contains("lapsed", (await scene.Artist.OpenAsync(scene.Page)).Text);
    }

    [Fact]
    public async Task R7_an_open_slot_is_in_negotiation_while_an_offer_stands()
    {
        var scene = await SceneAsync();
        foreach (var (visitor, path) in ((Visitor, string)[])[(app.Open(), $"/slots/{scene.Slot.Id}"), (scene.Director, $"/director/slots/{scene.Slot.Id}")])
            Assert.Contains("in negotiation", (await visitor.OpenAsync(path)).Text);
        await scene.Artist.SubmitAsync(await scene.Artist.OpenAsync(scene.Page), "Refuse the offer");
        Assert.DoesNotContain("in negotiation", (await app.Open().OpenAsync($"/slots/{scene.Slot.Id}")).Text);
    }

    [Fact]
    public async Task R10_who_is_confirmed_elsewhere_cannot_say_that_it_still_fits()
    {
        var scene = await SceneAsync();
        var player = await app.WithDbAsync(db => db.Artists.AsNoTracking().SingleAsync(a => a.Id == scene.Application.ArtistId));
        await app.BookingAsync((await app.VenueAsync("Elsewhere")).Venue, player, inDays: 31);
        var day = $"{scene.Slot.Time.Start.AddDays(1):yyyy-MM-dd}";
        await scene.Director.SubmitAsync(await scene.Director.OpenAsync($"/director/slots/{scene.Slot.Id}/edit"), "Save", ("Input.Date", day));

        var refused = await scene.Artist.SubmitAsync(await scene.Artist.OpenAsync(scene.Page), "It still fits");
        Assert.Contains("Elsewhere", refused.Document.QuerySelector(".validation-summary")!.TextContent);
        var e = await Assert.ThrowsAsync<PostgresException>(() => app.WithDbAsync(db => db.Database.ExecuteSqlAsync($"UPDATE applications SET terms_version = 2 WHERE id = {scene.Application.Id}")));
        Assert.Equal(ApplicationRefusals.ArtistFree.Rule, e.ConstraintName);
    }

    private sealed record Offered(Visitor Director, Visitor Artist, Slot Slot, Application Application)
    {
        public string Page => $"/artist/applications/{Application.Id}";
    }

    private Task<List<OfferState>> OffersAsync(Offered scene) => app.WithDbAsync(db => db.Offers.Where(o => o.ApplicationId == scene.Application.Id).Select(o => o.State).ToListAsync());

    /// <summary>A slot of 300 to 500 euros, and an artist that is offered 450.</summary>
    private async Task<Offered> SceneAsync(bool negotiable = false, decimal asked = 400, Domain.Organisations.Organisation? organisation = null)
    {
        var (director, venue) = await app.VenueAsync(housePromoter: organisation);
        var (person, artist) = await app.ArtistAsync();
        var slot = await app.SlotAsync(venue, negotiable: negotiable);
        var application = await app.ApplicationAsync(slot, artist, asked);
        Assert.Null(await app.OfferAsync(application, 450));
        return new(await app.SignInAsync(director), await app.SignInAsync(person), slot, application);
    }
}
