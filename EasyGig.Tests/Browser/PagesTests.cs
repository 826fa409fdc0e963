using EasyGig.Web.Identity;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace EasyGig.Tests.Browser;

/// <summary>Every page as everybody whom it is for: in both themes, on a narrow phone, and without scripts.</summary>
public sealed class PagesTests(SiteTour tour, Chromium chromium) : IClassFixture<SiteTour>
{
    private const string Sideways = "document.documentElement.scrollWidth > document.documentElement.clientWidth";

    // what is pressed and lower than 44 px; boxes and dots are pressed by their label too
    private const string Low = """
        [...document.querySelectorAll('main :is(button, .btn, select, textarea, summary, a.chip, input:not([type=hidden], [type=checkbox], [type=radio])), .form-check, header a, footer nav a, .workspace-tabs a')]
            .filter(e => e.checkVisibility() && e.getBoundingClientRect().height < 43.5 && !e.matches('.visually-hidden, .skip-link'))
            .map(e => `${e.tagName} ${e.className} ${e.textContent.trim().slice(0, 20)} ${e.getBoundingClientRect().height}`)
        """;

    // a word that has no sentence yet
    private const string Keys = @"(document.body.innerText.match(/\b(Mail|state|fact|room|kind|category|artist|history|role|error|organisation)\.[a-z][a-z_.]+/g) ?? [])";

    private const string Buttons = "[...document.querySelectorAll('main form button')].filter(e => e.checkVisibility()).length";

    [Fact]
    public void Every_page_is_on_the_tour()
    {
        var pages = tour.App.Services.GetRequiredService<EndpointDataSource>().Endpoints.Select(e => e.Metadata.GetMetadata<PageActionDescriptor>()?.ViewEnginePath).OfType<string>();
        Assert.Equal(pages.Distinct().Order(StringComparer.Ordinal), tour.Stops.Keys.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(Roles.Artist)]
    [InlineData(Roles.ArtDirector)]
    [InlineData(Roles.Promoter)]
    [InlineData(Roles.Admin)]
    [InlineData("NewArtist")]
    [InlineData("NewArtDirector")]
    [InlineData("NewPromoter")]
    public async Task Every_page_can_be_read_and_pressed_by(string? who)
    {
        var page = await SignedInAsync(who);
        var plain = await chromium.NewPageAsync(tour.Address, new() { JavaScriptEnabled = false, StorageState = await page.Context.StorageStateAsync() });
        List<string> wrong = [];
        foreach (var stop in tour.Stops.Values.SelectMany(stops => stops).Where(stop => stop.Who == who))
            wrong.AddRange((await LookAsync(page, stop)).Concat(await LookWithoutScriptsAsync(plain, page, stop)).Select(fault => $"{stop.Path}: {fault}"));
        await plain.Context.CloseAsync();
        await page.Context.CloseAsync();
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    private static async Task<List<string>> LookAsync(IPage page, Sight stop)
    {
        await page.SetViewportSizeAsync(1280, 900);
        var answer = await page.GotoAsync(stop.Path);
        List<string> wrong = answer!.Status == stop.Status ? [] : [$"answers {answer.Status}"];
        wrong.AddRange(await page.ViolationsAsync());
        foreach (var width in new[] { 1440, 768, 390, 360 })
        {
            await page.SetViewportSizeAsync(width, 740);
            if (await page.EvaluateAsync<bool>(Sideways)) wrong.Add($"scrolls sideways at {width} px");
        }
        await page.EvaluateAsync("document.documentElement.dataset.bsTheme = 'dark'");
        wrong.AddRange((await page.ViolationsAsync()).Select(violation => $"dark, {violation}"));
        wrong.AddRange((await page.EvaluateAsync<string[]>(Low)).Select(low => $"low: {low}"));
        wrong.AddRange((await page.EvaluateAsync<string[]>(Keys)).Select(key => $"says {key}"));
        await Shots.TakeAsync(page, stop);
        return wrong;
    }

    private static async Task<IEnumerable<string>> LookWithoutScriptsAsync(IPage plain, IPage page, Sight stop)
    {
        await plain.GotoAsync(stop.Path);
        List<string> wrong = [];
        if (await plain.Locator("h1:visible").CountAsync() != 1) wrong.Add("has no h1 of its own without scripts");
        if (await plain.EvaluateAsync<int>(Buttons) != await page.EvaluateAsync<int>(Buttons)) wrong.Add("has other buttons without scripts");
        return wrong;
    }

    private async Task<IPage> SignedInAsync(string? who)
    {
        var page = await chromium.NewPageAsync(tour.Address, new() { ReducedMotion = ReducedMotion.Reduce });
        if (who is null) return page;
        await page.GotoAsync("/account/login");
        await page.FillAsync("[name='Input.Email']", tour.People[who].Email!);
        await page.FillAsync("[name='Input.Password']", EasyGigApp.Password);
        await page.ClickAsync("main form .btn-primary");
        await page.WaitForURLAsync(url => !url.Contains("/account/login", StringComparison.Ordinal));
        return page;
    }
}
