using Microsoft.Playwright;

namespace EasyGig.Tests.Browser;

/// <summary>A director looks at the figures.</summary>
public sealed class FiguresJourneyTests(PgFixture postgres, Chromium chromium) : Journey(postgres, chromium)
{
    private const string Drawn = "[...document.querySelectorAll('canvas[data-chart]')].map(canvas => Chart.getChart(canvas).data.datasets.map(set => set.data.join()).join('|'))";

    private const string Written = """
        [...document.querySelectorAll('.figure-of table')].map(table => [...table.tHead.rows[0].cells].flatMap((head, index) => head.dataset.drawn === 'yes'
            ? [[...table.tBodies[0].rows].map(row => row.cells[index].dataset.value).join()] : []).join('|'))
        """;

    private const string Painted = "document.querySelector('canvas[data-chart]').toDataURL()";

    [Fact]
    public async Task R34a_charts_are_drawn_from_their_tables_in_the_colours_of_the_theme()
    {
        var (director, venue) = await App.VenueAsync();
        var (_, artist) = await App.ArtistAsync();
        await App.AcceptAsync(await App.ApplicationAsync(await App.SlotAsync(venue, 5), artist));
        await App.SlotAsync(venue, 6);
        App.Clock.Now = TestClock.Start.AddDays(30);
        var page = await SignInAsync(director);
        await page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.Reduce });
        List<string> said = [];
        page.Console += (_, message) => { if (message.Type is "error") said.Add(message.Text); };
        page.PageError += (_, error) => said.Add(error);

        await page.GotoAsync("/director/figures");
        await Assertions.Expect(page.Locator("canvas[data-chart]").First).ToBeVisibleAsync();
        Assert.Equal(5, await page.Locator("canvas[data-chart]").CountAsync());
        Assert.Equal(await page.EvaluateAsync<string[]>(Written), await page.EvaluateAsync<string[]>(Drawn));
        await Assertions.Expect(page.GetByRole(AriaRole.Img, new() { Name = "1 of 2 slots were filled, 50%." }).First).ToBeVisibleAsync();

        await Assertions.Expect(page.Locator(".figure-of table").First).Not.ToBeVisibleAsync();
        await page.Locator(".figure-of summary").First.ClickAsync();
        await Assertions.Expect(page.Locator(".figure-of table").First).ToBeVisibleAsync();

        var light = await page.EvaluateAsync<string>(Painted);
        await page.EvaluateAsync("document.documentElement.dataset.bsTheme = 'dark'");
        await page.WaitForFunctionAsync($"light => {Painted} !== light", light);
        Assert.Empty(said);
    }
}
