using EasyGig.Domain.Venues;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Tests.Figures;

/// <summary>What Today suggests: who would fit an empty night, and which open nights lie on the way.</summary>
public sealed class SuggestionTests(EasyGigApp app) : IClassFixture<EasyGigApp>
{
    [Fact]
    public async Task R34e_a_director_invites_who_fits_an_empty_night_by_one_press()
    {
        var (director, venue) = await app.VenueAsync();
        var slot = await app.SlotAsync(venue, inDays: 20);
        var (person, free) = await app.ArtistAsync("Nightjar");
        var (_, busy) = await app.ArtistAsync("Otherwise Engaged");
        await app.BookingAsync((await app.VenueAsync("Elsewhere")).Venue, busy, inDays: 20);
        var browser = await app.SignInAsync(director);
        var other = await app.SignInAsync((await app.VenueAsync("Third House")).Director);

        var today = await browser.OpenAsync("/director");
        Assert.DoesNotContain("Otherwise Engaged", today.Text, StringComparison.Ordinal);
        Assert.Contains("Nightjar Bologna · 0 km away · fits", today.Text, StringComparison.Ordinal);
        const string button = "Invite Nightjar for Tue 23 Feb 2027";
        var done = await browser.SubmitAsync(today, button);
        Assert.Contains("Nightjar is invited and has been told.", done.Text, StringComparison.Ordinal);
        Assert.Contains("invited already", done.Text, StringComparison.Ordinal);
        Assert.False(done.Has(button));
        Assert.Equal(1, await app.WithDbAsync(db => db.Mails.CountAsync(m => m.PersonId == person.Id && m.Kind == "invited", TestContext.Current.CancellationToken)));

        var again = await browser.SubmitAsync(today, button);
        Assert.NotEmpty(again.Document.QuerySelectorAll(".validation-summary li"));
        Assert.Equal(1, await app.WithDbAsync(db => db.Invitations.CountAsync(i => i.SlotId == slot.Id, TestContext.Current.CancellationToken)));
        var stranger = await other.PostAsync(await other.OpenAsync("/director"), "/director?handler=Invite", ("slot", slot.Id.ToString()), ("artist", free.Slug));
        Assert.Equal(System.Net.HttpStatusCode.NotFound, stranger.Status);
    }

    [Fact]
    public async Task R34f_an_artist_sees_open_nights_before_and_after_a_gig_that_are_near_it()
    {
        var (person, artist) = await app.ArtistAsync();
        await app.BookingAsync((await app.VenueAsync("The Gig")).Venue, artist, inDays: 20);
        await OpenAsync("Night After", 21, north: 0.36);
        await OpenAsync("Night Before", 19, north: 0);
        await OpenAsync("Too Far", 21, north: 1.5);
        await OpenAsync("Same Night", 20, north: 0.1);
        await OpenAsync("Next Week", 27, north: 0.1);
        await app.ApplicationAsync(await OpenAsync("Applied Already", 19, north: 0.2), artist);

        var browser = await app.SignInAsync(person);
        var near = (await browser.OpenAsync("/artist")).Document.QuerySelector("section[aria-labelledby=near]")!;
        Assert.Equal(["Night Before", "Night After"], near.QuerySelectorAll(".row-card-title").Select(title => title.TextContent.Trim()));
        var lines = near.QuerySelectorAll(".row-card").Select(card => card.TextContent).ToList();
        Assert.Contains("the night before Bologna, 0 km away", lines[0], StringComparison.Ordinal);
        Assert.Contains("the night after Bologna, 40 km away", lines[1], StringComparison.Ordinal);

        var (stranger, _) = await app.ArtistAsync("Somebody Else");
        Assert.Null((await (await app.SignInAsync(stranger)).OpenAsync("/artist")).Document.QuerySelector("section[aria-labelledby=near]"));
    }

    private async Task<EasyGig.Domain.Slots.Slot> OpenAsync(string name, int inDays, double north) =>
        await app.SlotAsync((await app.VenueAsync(name, profile: venue => venue with { Latitude = venue.Latitude + north })).Venue, inDays);
}
