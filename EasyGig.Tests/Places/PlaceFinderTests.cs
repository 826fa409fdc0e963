using EasyGig.Domain;
using EasyGig.Web.Data;
using EasyGig.Web.Places;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EasyGig.Tests.Places;

public sealed class PlaceFinderTests(EasyGigApp app) : IClassFixture<EasyGigApp>
{
    [Theory]
    [InlineData("Bologna", "Bologna (BO)")]
    [InlineData(" munich ", "München (091)")]
    [InlineData("Castro (LE)", "Castro (LE)")]
    [InlineData("castro, le", "Castro (LE)")]
    [InlineData("Halle (Saale)", "Halle (Saale) (DE)")]
    [InlineData("halle (saale) (DE)", "Halle (Saale) (DE)")]
    [InlineData("Madison, US-AL", "Madison (US-AL)")]
    public async Task A_city_is_found_by_what_people_type(string typed, string label) => Assert.Equal(label, await LabelOfAsync(await FindAsync(typed)));

    [Theory]
    [InlineData("")]
    [InlineData("()")]
    [InlineData("Bologna (XX)")]
    [InlineData("((((,,,,")]
    public async Task What_is_no_city_is_none(string typed) => Assert.Equal(PlaceRefusals.Unknown.Rule, (await RefusalAsync(typed))!.Rule);

    [Fact]
    public async Task Every_city_of_several_is_named_as_it_can_be_typed() =>
        Assert.Contains("Madison (US-AL)", (string)(await RefusalAsync("Madison"))!.Args[0], StringComparison.Ordinal);

    [Fact]
    public async Task R2_a_form_finds_the_city_that_it_named_again()
    {
        var all = await app.WithDbAsync(db => db.Cities.AsNoTracking().ToListAsync());
        var cities = all.Where(city => city.Name.Contains('(')).Concat(all.GroupBy(city => (city.Name, city.Province, city.CountryCode)).Where(same => same.Count() > 1).SelectMany(same => same)).ToList();
        Assert.InRange(cities.Count, 20, 200);
        foreach (var city in cities) Assert.Equal(city.Id, (await FindAsync(await LabelOfAsync(city))).Id);
    }

    private async Task<City> FindAsync(string typed) =>
        await WithFinderAsync(async places => (await places.FindOneAsync(typed, TestContext.Current.CancellationToken)).City) ?? throw new InvalidOperationException($"There is not one {typed}.");

    private Task<Refusal?> RefusalAsync(string typed) => WithFinderAsync(async places => (await places.FindOneAsync(typed, TestContext.Current.CancellationToken)).Refusal);

    private Task<string> LabelOfAsync(City city) => WithFinderAsync(places => places.LabelAsync(city.Id, TestContext.Current.CancellationToken));

    private async Task<T> WithFinderAsync<T>(Func<PlaceFinder, Task<T>> work)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<PlaceFinder>());
    }
}
