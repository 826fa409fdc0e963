using EasyGig.Domain.Artists;
using EasyGig.Domain.Bookings;
using EasyGig.Domain.Genres;
using EasyGig.Domain.Ratings;
using EasyGig.Domain.Venues;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Tests.Artists;

/// <summary>R12: a director looks for artists.</summary>
public sealed class ScoutPageTests : IClassFixture<EasyGigApp>
{
    private readonly EasyGigApp _app;

    public ScoutPageTests(EasyGigApp app) => (_app, app.Clock.Now) = (app, TestClock.Start);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task R12_a_director_finds_who_fits_a_slot_is_free_and_invites_them()
    {
        var (director, venue) = await _app.VenueAsync();
        var slot = await _app.SlotAsync(venue);
        var (fitting, cheap, busy) = (await ArtistAsync("Wolkenbruch Fitting", 400), await ArtistAsync("Wolkenbruch Dear", 900, GenreSet.Of([40])), await ArtistAsync("Wolkenbruch Busy", 400));
        await _app.AcceptAsync(await _app.ApplicationAsync(await _app.SlotAsync((await _app.VenueAsync("Elsewhere")).Venue, fromHour: 22), busy));
        var browser = await _app.SignInAsync(director);

        var page = await browser.SubmitAsync(await browser.OpenAsync("/director/artists"), "Search", ("slot", slot.Id), ("q", "Wolkenbruch"));

        Assert.Equal(["Wolkenbruch Fitting", "Wolkenbruch Dear"], Names(page));
        Assert.Contains("a genre in common", page.Document.QuerySelector(".fit")!.TextContent, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("€400", page.Text, StringComparison.Ordinal);
        var invite = await browser.OpenAsync(page.Document.QuerySelector($"a[href*='artist={fitting.Slug}']")!.GetAttribute("href")!);
        Assert.Contains("is invited and has been told.", (await browser.SubmitAsync(invite, "Send the invitation")).Text, StringComparison.Ordinal);
        page = await browser.OpenAsync(page.Path);
        Assert.Contains("invited already", page.Text, StringComparison.Ordinal);
        Assert.Null(page.Document.QuerySelector($"a[href*='artist={fitting.Slug}']"));
        Assert.Equal(["Wolkenbruch Busy", "Wolkenbruch Dear", "Wolkenbruch Fitting"], Names(await browser.OpenAsync("/director/artists?q=Wolkenbruch")).Order());
        Assert.Equal(["Wolkenbruch Dear", "Wolkenbruch Fitting"], Names(await browser.OpenAsync("/director/artists?q=Wolkenbruch&free=2027-03-05")).Order());
        Assert.NotNull(cheap);
    }

    [Fact]
    public async Task R12_what_is_found_is_narrowed_down_by_every_filter_and_sorted_as_asked()
    {
        var (director, venue) = await _app.VenueAsync();
        var (cheap, rated, cover) = (await ArtistAsync("Zugluft Cheap", 100), await ArtistAsync("Zugluft Rated", 300), await ArtistAsync("Zugluft Cover", 200, category: Category.Cover));
        await RateAsync(venue, rated, 5);
        await RateAsync(venue, cheap, 2);
        var browser = await _app.SignInAsync(director);
        async Task<IEnumerable<string>> FoundAsync(string query) => Names(await browser.OpenAsync($"/director/artists?q=Zugluft&{query}")).Select(name => name["Zugluft ".Length..]);

        Assert.Equal(["Cheap", "Cover", "Rated"], await FoundAsync("sort=fee"));
        Assert.Equal(["Rated", "Cover", "Cheap"], await FoundAsync("sort=rating"));
        Assert.Equal(["Cover"], await FoundAsync("category=cover"));
        Assert.Equal(["Rated"], await FoundAsync("stars=4"));
        Assert.Equal(["Cheap", "Cover"], (await FoundAsync("maxFee=200")).Order());
        Assert.Equal(3, (await FoundAsync("km=50")).Count());
        Assert.Empty(await FoundAsync("city=Palermo&km=50"));
        Assert.Equal(3, (await FoundAsync("sort=nonsense&slot=nonsense&stars=9&km=-1&free=x&cursor=_")).Count());
        var page = await browser.OpenAsync("/director/artists?q=Zugluft&stars=4&category=original");
        Assert.Equal(["“Zugluft”", "original songs", "4 stars or more"], page.Document.QuerySelectorAll(".chips.mb-3 .chip").Select(chip => chip.FirstChild!.TextContent));
        var without = await browser.OpenAsync(page.Document.QuerySelectorAll(".chips.mb-3 .chip").ElementAt(2).GetAttribute("href")!);
        Assert.Equal(["Zugluft Cheap", "Zugluft Rated"], Names(without).Order());
    }

    [Fact]
    public async Task R12_long_lists_of_artists_are_read_page_by_page()
    {
        var (director, _) = await _app.VenueAsync();
        for (var number = 0; number < 45; number++) await ArtistAsync($"Nebelhorn {number:00}", 100 + number / 3);
        var browser = await _app.SignInAsync(director);
        foreach (var sort in (string[])["fee", "distance", "rating"])
            Assert.Equal(45, (await browser.WalkAsync($"/director/artists?q=Nebelhorn&sort={sort}", "main .row-card-title")).Distinct().Count());
    }

    [Fact]
    public async Task R12_another_directors_slot_is_no_slot_to_search_for()
    {
        var ((director, _), (_, other)) = (await _app.VenueAsync(), await _app.VenueAsync());
        var slot = await _app.SlotAsync(other);
        var page = await (await _app.SignInAsync(director)).OpenAsync($"/director/artists?slot={slot.Id}&venue={other.Id}");
        Assert.Null(page.Document.QuerySelector($"option[value='{slot.Id}'], option[value='{other.Id}'], main .chips.mb-3, .fit"));
    }

    private static IEnumerable<string> Names(PageView page) => page.Document.QuerySelectorAll("main .row-card-title").Select(name => name.TextContent.Trim());

    private async Task<Artist> ArtistAsync(string name, decimal fee, GenreSet? genres = null, Category? category = null)
    {
        var (_, artist) = await _app.ArtistAsync(name);
        var profile = artist.Profile with { Fee = new(fee, "EUR"), Genres = genres ?? artist.Profile.Genres, Category = category ?? artist.Profile.Category };
        await _app.WithDbAsync(async db =>
        {
            (await db.Artists.SingleAsync(a => a.Id == artist.Id, Ct)).Describe(profile);
            return await db.SaveChangesAsync(Ct);
        });
        return artist;
    }

    private async Task RateAsync(Venue venue, Artist artist, int stars)
    {
        var (id, _, _) = await _app.BookingAsync(venue, artist, inDays: 60 + stars);
        await _app.WithDbAsync(db => db.Bookings.Where(b => b.Id == id).ExecuteUpdateAsync(set => set.SetProperty(b => b.State, BookingState.Played), Ct));
        await _app.WithDbAsync(async db =>
        {
            db.Add(Rating.Give(await db.Bookings.SingleAsync(b => b.Id == id, Ct), Party.Venue, venue.Directors[0].PersonId, stars, "", TestClock.Start).Rating!);
            return await db.SaveChangesAsync(Ct);
        });
    }
}
