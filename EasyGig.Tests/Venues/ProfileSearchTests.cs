using EasyGig.Domain.Venues;
using EasyGig.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Tests.Venues;

/// <summary>Venues and artists are found as slots are.</summary>
public sealed class ProfileSearchTests(EasyGigApp app) : IClassFixture<EasyGigApp>
{
    [Theory]
    [InlineData("/venues", "Bologna Blue,Milano Moon,Modena Mist")]
    [InlineData("/venues?city=Bologna&km=50", "Bologna Blue,Modena Mist")]
    [InlineData("/venues?city=Modena&km=500&sort=distance", "Modena Mist,Bologna Blue,Milano Moon")]
    [InlineData("/venues?region=it-25", "Milano Moon")]
    [InlineData("/venues?country=FR", "")]
    [InlineData("/venues?minCapacity=200", "Milano Moon")]
    [InlineData("/venues?room=seated&minCapacity=500", "")]
    [InlineData("/venues?q=mooon", "Milano Moon")]
    [InlineData("/venues?q=moon&city=Bologna", "")]
    [InlineData("/artists?city=Bologna&km=50", "Bologna Band,Modena Muse")]
    [InlineData("/artists?city=Milano&km=1000&sort=distance", "Milano Minds,Modena Muse,Bologna Band")]
    [InlineData("/artists?genre=jazz", "")]
    [InlineData("/artists?genre=Rock&maxFee=500", "Bologna Band,Milano Minds,Modena Muse")]
    [InlineData("/artists?maxFee=100", "")]
    [InlineData("/artists?currency=GBP", "")]
    [InlineData("/artists?category=original&q=muses", "Modena Muse")]
    public async Task R8_profiles_are_found_by_words_place_and_what_they_are(string address, string names)
    {
        await SceneAsync();
        var page = await app.Open().OpenAsync(address);
        Assert.Equal(names.Split(',', StringSplitOptions.RemoveEmptyEntries), page.Document.QuerySelectorAll(".poster-grid a").Select(link => link.LastChild!.TextContent.Trim()));
        foreach (var chip in page.Document.QuerySelectorAll("a.chip"))
            Assert.True((await app.Open().OpenAsync(chip.GetAttribute("href")!)).Document.QuerySelectorAll("a.chip").Length < page.Document.QuerySelectorAll("a.chip").Length);
    }

    [Theory]
    [InlineData("/venues")]
    [InlineData("/artists")]
    public async Task R8_profiles_are_read_page_by_page_each_once_by_name_and_by_distance(string path)
    {
        for (var number = 10; number < 55; number++)
        {
            if (path == "/venues") await app.VenueAsync($"Walk {number}");
            else await app.ArtistAsync($"Walk {number}");
        }
        foreach (var query in (string[])["?q=walk", "?q=walk&city=Ferrara&km=200&sort=distance"])
        {
            var seen = await app.Open().WalkAsync(path + query, ".poster-grid a");
            Assert.Equal(45, seen.Distinct().Count());
            Assert.Equal(45, seen.Count);
        }
    }

    [Theory]
    [InlineData("/venues?q=&km=x&city=%20&room=bathtub&minCapacity=-1&sort=fit&cursor=%00")]
    [InlineData("/artists?genre=%00&maxFee=1e400&currency=EURO&cursor=--&country=Italia&sort=")]
    public async Task R8_nonsense_narrows_no_profile_down(string address)
    {
        await SceneAsync();
        Assert.Empty((await app.Open().OpenAsync(address)).Document.QuerySelectorAll("a.chip"));
    }

    private async Task SceneAsync()
    {
        if (await app.WithDbAsync(db => db.Venues.AnyAsync(v => v.Profile.Name == "Milano Moon"))) return;
        foreach (var (name, other) in (IEnumerable<(string, string)>)[("Bologna Blue", "Bologna Band"), ("Milano Moon", "Milano Minds"), ("Modena Mist", "Modena Muse")])
        {
            var city = await app.WithDbAsync(db => db.Cities.Where(c => c.Name == name.Substring(0, name.IndexOf(' '))).OrderByDescending(c => c.Population).FirstAsync());
            await app.VenueAsync(name, stage: new("Hall", name == "Milano Moon" ? 300 : 90, Room.Seated, 20), profile: usual => usual with
            {
                Place = new(city.Id, city.RegionCode, city.CountryCode),
                Latitude = city.Latitude,
                Longitude = city.Longitude,
            });
            var (_, artist) = await app.ArtistAsync(other);
            await app.WithDbAsync(db => db.Database.ExecuteSqlAsync($"UPDATE artists SET city_id = {city.Id}, region_code = {city.RegionCode} WHERE id = {artist.Id}"));
        }
    }
}
