using System.Globalization;
using EasyGig.Domain;
using EasyGig.Domain.Genres;
using EasyGig.Domain.Slots;
using EasyGig.Domain.Venues;
using Microsoft.Playwright;

namespace EasyGig.Tests.Browser;

/// <summary>A musician on a phone looks for nights to play.</summary>
public sealed class SearchJourneyTests(PgFixture postgres, Chromium chromium) : Journey(postgres, chromium)
{
    private const int Jazz = 31, Funk = 41;
    [Fact]
    public async Task R8_jazz_or_funk_within_80_km_of_Bologna_on_Fridays_and_Saturdays_in_March_for_300_euros_or_more()
    {
        var (_, cellar) = await App.VenueAsync("Blue Cellar");
        await OfferAsync(cellar, "2027-03-05", Jazz);
        await OfferAsync(cellar, "2027-03-04", Jazz); // a Thursday
        await OfferAsync(cellar, "2027-04-02", Jazz); // in April
        await OfferAsync(cellar, "2027-03-06", Funk, fee: 250);
        var (_, mill) = await App.VenueAsync("Old Mill", profile: venue => venue with { Latitude = 44.84 }); // 39 km to the north
        await OfferAsync(mill, "2027-03-06", Funk);
        var (_, hall) = await App.VenueAsync("Far Hall", profile: venue => venue with { Latitude = 45.46, Longitude = 9.19 });
        await OfferAsync(hall, "2027-03-05", Jazz);

        var page = await SignInAsync((await App.ArtistAsync()).Person);
        await page.GotoAsync("/slots");
        foreach (var (field, value) in ((string, string)[])[("genre", "Jazz"), ("city", "Bologna"), ("km", "80"), ("from", "2027-03-01")]) await page.Locator($"#{field}").FillAsync(value);
        await page.Locator("#sort").SelectOptionAsync("fit");
        await page.Locator("summary", new() { HasText = "More filters" }).ClickAsync();
        await page.Locator("#to").FillAsync("2027-03-31");
        await page.Locator("#minFee").FillAsync("300");
        foreach (var day in new[] { "friday", "saturday" }) await page.Locator($"#day-{day}").CheckAsync();
        await SearchAsync(page);
        await page.Locator("#genre").FillAsync("Funk");
        await SearchAsync(page);

        await Assertions.Expect(page.Locator(".row-card-title")).ToHaveTextAsync(["Blue Cellar", "Old Mill"]);
        foreach (var chip in new[] { "Jazz", "Funk", "Friday", "Saturday", "pays 300 or more" }) await Assertions.Expect(page.Locator("main .chips").First).ToContainTextAsync(chip);
        var fit = page.Locator("details.fit").First;
        await fit.Locator("summary").ClickAsync();
        await Assertions.Expect(fit.Locator("li")).ToHaveCountAsync(6);
        await Assertions.Expect(fit).ToContainTextAsync("20/20");

        var again = await page.Context.NewPageAsync();
        await again.GotoAsync(page.Url);
        await Assertions.Expect(again.Locator(".row-card-title")).ToHaveTextAsync(["Blue Cellar", "Old Mill"]);
    }

    private static Task<IResponse> SearchAsync(IPage page) => page.RunAndWaitForResponseAsync(
        () => page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Button, new() { Name = "Search", Exact = true }).ClickAsync(), answer => answer.Request.IsNavigationRequest);

    private Task<Slot> OfferAsync(Venue venue, string date, int genre, decimal fee = 500)
    {
        var start = DateTimeOffset.Parse($"{date}T20:00Z", CultureInfo.InvariantCulture);
        var slot = new Slot(venue, venue.Stages[0], new Period(start, start.AddHours(3)), new()
        {
            MinFee = 200, MaxFee = fee, Currency = "EUR", Negotiable = false, Genres = GenreSet.Of([genre]), Category = null, Notes = "Two sets.",
        });
        slot.Publish(TestClock.Start);
        return App.AddAsync(slot);
    }
}
