using System.Globalization;
using System.Net;
using EasyGig.Domain.Artists;
using EasyGig.Domain.Genres;
using EasyGig.Domain.Slots;
using EasyGig.Domain.Venues;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Tests.Slots;

/// <summary>Each test looks at a month of its own, so that they do not find each other's slots.</summary>
public sealed class SearchPageTests(EasyGigApp app) : IClassFixture<EasyGigApp>
{
    private static string Day(int inDays) => TestClock.Start.AddDays(inDays).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static IReadOnlyList<string> Venues(PageView page) => [.. page.Document.QuerySelectorAll(".row-card-title").Where(title => title.Closest("section[aria-labelledby=closest]") is null).Select(title => title.TextContent.Trim())];

    private async Task<Slot> SlotAsync(Venue venue, int inDays, Func<SlotTerms, SlotTerms> terms)
    {
        var slot = await app.SlotAsync(venue, inDays, draft: true);
        return await app.WithDbAsync(async db =>
        {
            var (stored, stage) = (db.Slots.Single(s => s.Id == slot.Id), db.Stages.Single(s => s.VenueId == venue.Id));
            Assert.Null(stored.Change(stage, stored.Time, terms(stored.Terms), [], TestClock.Start));
            stored.Publish(TestClock.Start);
            await db.SaveChangesAsync();
            return stored;
        });
    }

    [Fact]
    public async Task R8_a_group_finds_its_genres_and_a_genre_finds_slots_that_ask_for_its_group()
    {
        var (_, group) = await app.VenueAsync("Group Hall");
        var (_, genre) = await app.VenueAsync("Genre Hall");
        var (_, other) = await app.VenueAsync("Other Hall");
        var alternative = GenreSet.Of([1]);
        await app.SlotAsync(group, 100);
        await SlotAsync(genre, 100, terms => terms with { Genres = alternative });
        await SlotAsync(other, 100, terms => terms with { Genres = GenreSet.Of([70]) });
        var days = $"from={Day(95)}&to={Day(105)}";

        Assert.Equal(["Genre Hall", "Group Hall"], Venues(await app.Open().OpenAsync($"/slots?genre=rock&{days}")).Order());
        Assert.Equal(["Genre Hall", "Group Hall"], Venues(await app.Open().OpenAsync($"/slots?genre=alternative-rock&{days}")).Order());
        Assert.Equal(3, Venues(await app.Open().OpenAsync($"/slots?genre=nonsense&{days}")).Count);
    }

    [Fact]
    public async Task R8_every_filter_narrows_and_each_is_a_chip_with_the_address_without_it()
    {
        var (_, cheap) = await app.VenueAsync("Cheap Hall");
        var (_, dear) = await app.VenueAsync("Dear Hall");
        await app.SlotAsync(cheap, 150);
        await SlotAsync(dear, 150, terms => terms with { MaxFee = 900, Category = Category.Cover });
        var days = $"from={Day(149)}&to={Day(151)}";

        Assert.Equal(["Dear Hall"], Venues(await app.Open().OpenAsync($"/slots?minFee=600&{days}")));
        Assert.Equal(["Cheap Hall"], Venues(await app.Open().OpenAsync($"/slots?category=original&{days}")));
        Assert.Equal(2, Venues(await app.Open().OpenAsync($"/slots?category=cover&region=IT-45&city=bologna&{days}")).Count);
        Assert.Empty(Venues(await app.Open().OpenAsync($"/slots?region=IT-21&{days}")));

        var page = await app.Open().OpenAsync($"/slots?genre=rock&city=Bologna&minFee=600&{days}");
        var chips = page.Document.QuerySelectorAll("a.chip").Select(chip => chip.GetAttribute("href")!).ToList();
        Assert.Equal(5, chips.Count);
        Assert.Contains($"/slots?genre=rock&city=Bologna&{days}", chips);
        Assert.Contains($"/slots?city=Bologna&{days}&minFee=600", chips);
    }

    [Fact]
    public async Task R8_days_are_the_venues_own()
    {
        var (_, venue) = await app.VenueAsync("Night Hall");
        await app.SlotAsync(venue, 200, fromHour: 23.5, hours: 2); // half past midnight of the next day in Rome

        Assert.Empty(Venues(await app.Open().OpenAsync($"/slots?from={Day(200)}&to={Day(200)}")));
        Assert.Equal(["Night Hall"], Venues(await app.Open().OpenAsync($"/slots?from={Day(201)}&to={Day(201)}")));
    }

    [Fact]
    public async Task R8_nothing_found_says_which_filter_to_drop()
    {
        var (_, venue) = await app.VenueAsync("Lonely Hall");
        await app.SlotAsync(venue, 250);
        var days = $"from={Day(249)}&to={Day(251)}";

        var page = await app.Open().OpenAsync($"/slots?minFee=5000&{days}");

        Assert.Contains("without “pays 5000 or more”: 1", page.Text);
        var way = page.Document.QuerySelector(".empty-state a.chip")!.GetAttribute("href")!;
        Assert.Equal(["Lonely Hall"], Venues(await app.Open().OpenAsync(way)));
        Assert.Contains("would not help", (await app.Open().OpenAsync("/slots?minFee=900000&room=tables&region=IT-21")).Text);
    }

    [Fact]
    public async Task R8_nothing_found_in_a_city_offers_the_nearest_and_a_misspelt_city_those_that_are_meant()
    {
        var (_, venue) = await app.VenueAsync("Nearest Hall");
        await app.SlotAsync(venue, 270);
        var days = $"from={Day(269)}&to={Day(271)}";

        var page = await app.Open().OpenAsync($"/slots?city=Modena&{days}");
        Assert.Contains("Nearest Hall", page.Document.QuerySelector("section[aria-labelledby=closest]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("37 km away", page.Text, StringComparison.Ordinal);

        var misspelt = await app.Open().OpenAsync($"/slots?city=Bolonga&{days}");
        var meant = misspelt.Document.QuerySelectorAll("a.chip").Single(chip => chip.TextContent == "Bologna (BO)");
        Assert.Equal(["Nearest Hall"], Venues(await app.Open().OpenAsync(meant.GetAttribute("href")!)));
    }

    [Fact]
    public async Task R8_pages_go_forward_and_back_over_the_same_slots()
    {
        var (_, venue) = await app.VenueAsync("Long Hall");
        for (var i = 0; i < 45; i++) await app.SlotAsync(venue, 300 + i / 3, fromHour: 10 + i % 3 * 4);
        var visitor = app.Open();

        var first = await visitor.OpenAsync($"/slots?from={Day(299)}&to={Day(320)}");
        var second = await visitor.OpenAsync(Link(first, "next"));
        var third = await visitor.OpenAsync(Link(second, "next"));
        var back = await visitor.OpenAsync(Link(third, "prev"));
        var start = await visitor.OpenAsync(Link(back, "prev"));

        Assert.Contains("45 open slots", first.Text);
        var seen = ((PageView[])[first, second, third]).SelectMany(Ids).ToList();
        Assert.Equal((45, 45), (seen.Count, seen.Distinct().Count()));
        Assert.Null(third.Document.QuerySelector("[rel=next]"));
        Assert.Equal(Ids(second), Ids(back));
        Assert.Equal(Ids(first), Ids(start));
        Assert.Null(start.Document.QuerySelector("[rel=prev]"));
        Assert.DoesNotContain("open slots", second.Document.QuerySelector(".page-header")!.TextContent, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("cursor=nonsense&from=yesterday&to=9999-12-31&minFee=-4&category=jazz&sort=fit&km=x")]
    [InlineData("cursor=-999999999999999999_00000000000000000000000000000000&minFee=1e400&city=%00%00&region=%F0%9F%8E%B8")]
    [InlineData("genre=&genre=%00&city=%20&from=0001-01-01&to=0001-01-01&minFee=99999999999999999999999999")]
    public async Task R8_nonsense_is_as_if_it_were_not_there(string query)
    {
        var page = await app.Open().OpenAsync($"/slots?{query}");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.DoesNotContain(page.Document.QuerySelectorAll("ul.chips > li > a.chip"), chip => !chip.TextContent.Contains("9999", StringComparison.Ordinal));
    }

    [Fact]
    public async Task R7_drafts_and_slots_that_have_begun_are_not_found()
    {
        var (_, venue) = await app.VenueAsync("Hidden Hall");
        await app.SlotAsync(venue, 350, draft: true);
        Assert.Empty(Venues(await app.Open().OpenAsync($"/slots?from={Day(349)}&to={Day(351)}")));

        var begun = await app.SlotAsync(venue, -1, draft: true);
        await app.WithDbAsync(db => db.Slots.Where(s => s.Id == begun.Id).ExecuteUpdateAsync(set => set.SetProperty(s => s.State, SlotState.Open)));
        Assert.Empty(Venues(await app.Open().OpenAsync($"/slots?from={Day(-2)}&to={Day(0)}")));
    }

    [Fact]
    public async Task The_home_page_shows_what_is_open_next()
    {
        var (_, venue) = await app.VenueAsync("Tomorrow Hall");
        await app.SlotAsync(venue, 1);
        await app.SlotAsync(venue, 3);
        var page = await app.Open().OpenAsync("/");
        Assert.Single(Venues(page), "Tomorrow Hall"); // tomorrow's takes no application any more
        Assert.NotNull(page.Document.QuerySelector("select[name=genre] option[value=rock]"));
    }

    private static string Link(PageView page, string rel) => page.Document.QuerySelector($"[rel={rel}]")!.GetAttribute("href")!;

    private static IReadOnlyList<string> Ids(PageView page) => [.. page.Document.QuerySelectorAll(".row-card-title a").Select(a => a.GetAttribute("href")!)];
}
