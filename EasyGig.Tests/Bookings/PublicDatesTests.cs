using System.Net;
using EasyGig.Domain.Files;
using EasyGig.Tests.Files;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Tests.Bookings;

/// <summary>Who plays where, for everybody: on the pages, in calendars, and in what others show of the pages.</summary>
public sealed class PublicDatesTests(EasyGigApp app) : IClassFixture<EasyGigApp>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task R24_a_venue_and_an_artist_give_their_dates_to_every_calendar()
    {
        var (_, venue) = await app.VenueAsync("Blue, Cellar");
        var (_, artist) = await app.ArtistAsync("Dates Trio");
        var (booking, _, _) = await app.BookingAsync(venue, artist);
        var (played, _, _) = await app.BookingAsync(venue, artist, inDays: 31);
        await app.WithDbAsync(db => db.Database.ExecuteSqlAsync($"UPDATE bookings SET state = 'played' WHERE id = {played}", Ct));

        foreach (var path in (string[])[$"/venues/{venue.Slug}", $"/artists/{artist.Slug}"])
        {
            var page = await app.Open().OpenAsync(path);
            Assert.Single(page.Document.QuerySelectorAll(".past-gigs li"));
            var answer = await app.Open().FetchAsync(page.Document.QuerySelector("a[href$='/calendar.ics']")!.GetAttribute("href")!);
            Assert.Equal("text/calendar", answer.Content.Headers.ContentType!.MediaType);
            var ics = (await answer.Content.ReadAsStringAsync(Ct)).Replace("\r\n ", "", StringComparison.Ordinal);
            Assert.Single(ics.Split("BEGIN:VEVENT")[1..]);
            Assert.Contains($"UID:booking-{booking}@", ics, StringComparison.Ordinal);
            Assert.Contains("SUMMARY:Dates Trio @ Blue\\, Cellar", ics, StringComparison.Ordinal);
            Assert.Contains($"/venues/{venue.Slug}\r\n", ics, StringComparison.Ordinal);
            Assert.DoesNotContain("/bookings/", ics, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task R24_what_is_not_confirmed_is_in_no_public_calendar()
    {
        var (_, organisation) = await app.OrganisationAsync();
        var (_, venue) = await app.VenueAsync(housePromoter: organisation);
        var (_, artist) = await app.ArtistAsync("Pending Trio");
        await app.BookingAsync(venue, artist); // waits for the promoter

        Assert.DoesNotContain("VEVENT", await (await app.Open().FetchAsync($"/venues/{venue.Slug}/calendar.ics")).Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        Assert.DoesNotContain("Pending Trio", (await app.Open().OpenAsync($"/venues/{venue.Slug}")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await app.Open().OpenAsync("/venues/nobody/calendar.ics")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await app.Open().OpenAsync("/artists/nobody/calendar.ics")).Status);
    }

    [Fact]
    public async Task Others_show_of_a_page_what_it_is_about_with_its_first_photo()
    {
        var (_, venue) = await app.VenueAsync(profile: usual => usual with { About = $"A cellar.\n\nLoud {new string('x', 300)}" });
        var slot = await app.SlotAsync(venue);
        var bare = await app.Open().OpenAsync($"/venues/{venue.Slug}?utm=1");
        Assert.Equal($"/venues/{venue.Slug}", new Uri(bare.Document.QuerySelector("link[rel=canonical]")!.GetAttribute("href")!).PathAndQuery);
        Assert.StartsWith("A cellar. Loud xxx", Meta(bare, "name=description"), StringComparison.Ordinal);
        Assert.Equal(160, Meta(bare, "name=description")!.Length);
        Assert.Null(Meta(bare, "property='og:image'"));

        var photo = await app.AddAsync(new StoredFile(FileOwner.Venue(venue.Id), FileCheck.Photo(Pictures.Png(), "a").File!, "The room", 0, TestClock.Start));
        Assert.Equal($"/files/{photo.Id}", new Uri(Meta(await app.Open().OpenAsync($"/venues/{venue.Slug}"), "property='og:image'")!).PathAndQuery);
        Assert.Contains("Blue Cellar, Bologna", Meta(await app.Open().OpenAsync($"/slots/{slot.Id}"), "property='og:description'"), StringComparison.Ordinal);
    }

    private static string? Meta(PageView page, string which) => page.Document.QuerySelector($"meta[{which}]")?.GetAttribute("content");
}
