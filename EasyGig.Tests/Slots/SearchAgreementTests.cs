using System.Globalization;
using AngleSharp.Dom;
using EasyGig.Domain;
using EasyGig.Domain.Artists;
using EasyGig.Domain.Genres;
using EasyGig.Domain.Slots;
using EasyGig.Domain.Venues;
using EasyGig.Web.Data;
using EasyGig.Web.Genres;
using EasyGig.Web.Searches;
using EasyGig.Web.Slots;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EasyGig.Tests.Slots;

/// <summary>Draws searches at random and compares what the pages show with what a loop over all slots finds.</summary>
public sealed class SearchAgreementTests(EasyGigApp app) : IClassFixture<EasyGigApp>
{
    private static readonly string[] CityNames = ["Bologna", "Modena", "Milano", "München", "London", "Genève"];
    private readonly Random _random = new(20271);

    [Fact]
    public async Task R8_every_filter_combines_with_every_other_in_every_order()
    {
        var venues = await VenuesAsync();
        var slots = await SlotsAsync(venues, 240);
        var genres = app.Services.GetRequiredService<GenreCatalogue>();
        var (anybody, artist) = (app.Open(), await app.SignInAsync((await app.ArtistAsync()).Person));
        var (found, kept) = (0, new Dictionary<string, IEnumerable<Guid>>());
        for (var i = 0; i < 80; i++)
        {
            var search = Draw();
            var expected = slots.Where(slot => Fits(slot, search, venues[slot.VenueId], venues.Values, genres)).Select(slot => slot.Id).ToList();

            var rows = await (search.Sort is SlotSort.Fit ? artist : anybody).WalkAsync(SlotAddress.Of(search), "h2.visually-hidden + .stack article", row =>
                (Id: Guid.Parse(row.QuerySelector("a")!.GetAttribute("href")!["/slots/".Length..]), Fit: FitOf(row)));
            var seen = rows.Select(row => row.Id).ToList();

            Assert.True(expected.Order().SequenceEqual(seen.Order()), $"{SlotAddress.Of(search)} found {seen.Count} of {expected.Count}");
            Assert.Equal(seen.Count, seen.Distinct().Count());
            AssertSorted(search, [.. rows.Select(row => (slots.Single(slot => slot.Id == row.Id), row.Fit))], venues);
            found += seen.Count;
            kept[SlotAddress.Of(search)] = expected.Order();
        }
        await using var scope = app.Services.CreateAsyncScope();
        var told = await scope.ServiceProvider.GetRequiredService<SearchMatcher>().AmongAsync([.. kept.Keys], [.. slots.Select(slot => slot.Id)], TestContext.Current.CancellationToken);
        Assert.All(kept, search => Assert.Equal(search.Value, told[search.Key].Order())); // who saves a search is told of the very slots that it finds
        Assert.True(found > 300, $"The searches found {found} slots in all: too few to say anything.");
    }

    private SlotSearch Draw()
    {
        var city = Maybe(0.5) ? CityNames[_random.Next(CityNames.Length)] : null;
        var sort = city is null ? One(SlotSort.Date, SlotSort.Fee, SlotSort.Fit) : One(SlotSort.Date, SlotSort.Fee, SlotSort.Distance, SlotSort.Fit);
        return new()
        {
            Genres = Maybe(0.3) ? [One("rock", "jazz", "techno")] : [],
            Category = Maybe(0.2) ? One<Category?>(Category.Original, Category.Cover) : null,
            Where = new(Maybe(0.1) ? One("IT", "DE") : null, Maybe(0.1) ? "IT-45" : null, city,
                city is not null && Maybe(0.7) ? One(30, 200, 1200) : sort is SlotSort.Distance ? Whereabouts.MaxKm : null),
            From = Maybe(0.3) ? DateOnly.FromDateTime(TestClock.Start.Date).AddDays(_random.Next(60)) : null,
            To = Maybe(0.3) ? DateOnly.FromDateTime(TestClock.Start.Date).AddDays(_random.Next(40, 100)) : null,
            Weekdays = Maybe(0.2) ? [DayOfWeek.Friday, DayOfWeek.Saturday] : [],
            MinFee = Maybe(0.2) ? _random.Next(100, 900) : null,
            Currency = sort is SlotSort.Fee ? "EUR" : Maybe(0.1) ? "GBP" : null,
            MinCapacity = Maybe(0.2) ? One(100, 300) : null,
            Room = Maybe(0.2) ? One<Room?>(Room.Standing, Room.Seated) : null,
            Text = Maybe(0.2) ? One("caffe", "suonano", "playing") : null,
            Sort = sort,
        };
    }

    private static bool Fits(Slot slot, SlotSearch search, Venue venue, IEnumerable<Venue> venues, GenreCatalogue genres)
    {
        var local = TimeZoneInfo.ConvertTime(slot.Time.Start, venue.Zone);
        var (day, centre) = (DateOnly.FromDateTime(local.Date), venues.FirstOrDefault(v => v.Profile.Name.StartsWith($"{search.Where.City} ", StringComparison.Ordinal))?.Profile);
        return (search.Genres.Count == 0 || slot.Terms.Genres.Meets(genres.Wanted(genres.Read(search.Genres))))
            && (search.Category is null || slot.Terms.Category is null || slot.Terms.Category == search.Category)
            && (search.Where.Country is null || slot.Place.CountryCode == search.Where.Country)
            && (search.Where.Region is null || slot.Place.RegionCode == search.Where.Region)
            && (centre is null || (search.Where.Km is { } km ? SpotOf(venue).KmTo(new(centre.Latitude, centre.Longitude)) <= km : slot.Place.CityId == centre.Place.CityId))
            && (search.From is null || day >= search.From) && (search.To is null || day <= search.To)
            && (search.Weekdays.Count == 0 || search.Weekdays.Contains(local.DayOfWeek))
            && (search.MinFee is null || slot.Terms.MaxFee >= search.MinFee) && (search.Currency is null || slot.Terms.Currency == search.Currency)
            && (search.MinCapacity is null || venue.Stages[0].Profile.Capacity >= search.MinCapacity)
            && (search.Room is null || venue.Stages[0].Profile.Room == search.Room)
            && (search.Text is null || search.Text switch { "caffe" => venue.Profile.About.Contains("Caffè", StringComparison.Ordinal), "suonano" => slot.Terms.Notes.Contains("suonare", StringComparison.Ordinal), _ => slot.Terms.Notes.Contains("plays", StringComparison.Ordinal) });
    }

    /// <summary>In percent, as an artist reads it; 0 where nobody's fit is shown.</summary>
    private static int FitOf(IElement row) => int.Parse("0" + string.Concat((row.QuerySelector("details.fit > summary")?.TextContent ?? "").Where(char.IsAsciiDigit)), CultureInfo.InvariantCulture);

    private static void AssertSorted(SlotSearch search, List<(Slot Slot, int Fit)> seen, Dictionary<Guid, Venue> venues)
    {
        var centre = venues.Values.FirstOrDefault(v => v.Profile.Name.StartsWith($"{search.Where.City} ", StringComparison.Ordinal));
        var keys = seen.Select(row => search.Sort switch
        {
            SlotSort.Fee => (-(double)row.Slot.Terms.MaxFee, row.Slot.Time.Start),
            SlotSort.Distance => (Math.Round(SpotOf(venues[row.Slot.VenueId]).KmTo(SpotOf(centre!)), 3), default),
            SlotSort.Fit => (-(double)row.Fit, row.Slot.Time.Start),
            _ => (0.0, row.Slot.Time.Start),
        }).ToList();
        Assert.Equal(keys.Order(), keys);
    }

    private async Task<Dictionary<Guid, Venue>> VenuesAsync()
    {
        List<Venue> venues = [];
        foreach (var name in CityNames)
        {
            var city = await app.WithDbAsync(db => db.Cities.Where(c => c.Names.Contains(name.ToLowerInvariant())).OrderByDescending(c => c.Population).FirstAsync());
            venues.Add(await VenueAsync(name, city, "Un buon Caffè.", new("Main stage", 80, Room.Standing, 20)));
            venues.Add(await VenueAsync(name, city, "A bar.", new("Hall", 350, Room.Seated, 20)));
        }
        return venues.ToDictionary(venue => venue.Id);
    }

    private async Task<Venue> VenueAsync(string name, City city, string about, StageProfile stage) => (await app.VenueAsync(stage: stage, profile: usual => usual with
    {
        Name = $"{name} {stage.Name}",
        About = about,
        Place = new(city.Id, city.RegionCode, city.CountryCode),
        Latitude = city.Latitude,
        Longitude = city.Longitude,
        TimeZone = city.TimeZone,
        Currency = city.CountryCode switch { "GB" => "GBP", "CH" => "CHF", _ => "EUR" },
    })).Venue;

    private async Task<List<Slot>> SlotsAsync(Dictionary<Guid, Venue> venues, int count)
    {
        List<Slot> slots = [];
        for (var i = 0; i < count; i++)
        {
            var venue = venues.Values.ElementAt(i % venues.Count);
            var start = TestClock.Start.AddDays(3 + i / 4.0 + _random.Next(2) / 24.0);
            var slot = new Slot(venue, venue.Stages[0], new(start, start.AddHours(2)), new()
            {
                MinFee = 50, MaxFee = _random.Next(1, 10) * 100, Currency = venue.Profile.Currency, Negotiable = false, Category = One<Category?>(null, Category.Original, Category.Cover),
                Genres = GenreSet.Of([_random.Next(30)]), Notes = One("Due ore per suonare.", "Everybody plays twice.", ""),
            });
            Assert.Null(slot.Publish(TestClock.Start));
            slots.Add(slot);
        }
        await app.WithDbAsync(async db =>
        {
            db.AddRange(slots);
            return await db.SaveChangesAsync();
        });
        return slots;
    }

    private static Coordinates SpotOf(Venue venue) => new(venue.Profile.Latitude, venue.Profile.Longitude);

    private bool Maybe(double chance) => _random.NextDouble() < chance;

    private T One<T>(params T[] of) => of[_random.Next(of.Length)];
}
