using System.Globalization;
using Microsoft.Playwright;

namespace EasyGig.Tests.Browser;

/// <summary>Somebody who has a keyboard and no mouse.</summary>
internal sealed class Keys(IPage page)
{
    /// <summary>More stops than any page has.</summary>
    private const int Far = 400;

    // what the key acts on says its name: its label, or its own words
    private const string Named = """
        () => {
            const e = document.activeElement;
            if (!e || e === document.body) return ['', false];
            const name = e.getAttribute('aria-label') ?? (e.labels?.length ? [...e.labels].map(l => l.textContent).join(' ') : e.textContent);
            const look = getComputedStyle(e);
            // a date's parts, which are the browser's own, show it themselves
            const seen = e.matches('[type=date], [type=time]') || look.outlineStyle !== 'none' && parseFloat(look.outlineWidth) > 0 || look.boxShadow !== 'none';
            return [name.replace(/\s+/g, ' ').trim(), seen && e.checkVisibility()];
        }
        """;

    /// <summary>Walks on to what begins with these words; every stop on the way shows where one is.</summary>
    public async Task GoToAsync(string words)
    {
        for (var stops = 0; stops < Far; stops++)
        {
            await page.Keyboard.PressAsync("Tab");
            var stop = await page.EvaluateAsync<System.Text.Json.JsonElement>(Named);
            var (name, seen) = (stop[0].GetString()!, stop[1].GetBoolean());
            Assert.True(seen || name.Length == 0, $"Nobody sees that “{name}” has the focus at {page.Url}.");
            if (name.StartsWith(words, StringComparison.OrdinalIgnoreCase)) return;
        }
        Assert.Fail($"No key leads to “{words}” at {page.Url}.");
    }

    /// <summary>Walks to a link or a button and presses Enter; waits for the page that it leads to.</summary>
    public async Task PressAsync(string words)
    {
        await GoToAsync(words);
        await page.EvaluateAsync("document.documentElement.dataset.left = ''");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("html:not([data-left])").WaitForAsync(new() { State = WaitForSelectorState.Attached });
    }

    /// <summary>Walks to a field and writes over what it holds.</summary>
    public async Task WriteAsync(string field, string text)
    {
        await GoToAsync(field);
        await page.Keyboard.PressAsync("Control+A");
        await page.Keyboard.TypeAsync(text);
    }

    public async Task TickAsync(string choice)
    {
        await GoToAsync(choice);
        await page.Keyboard.PressAsync("Space");
    }

    /// <summary>Writes a date digit by digit, as the field asks for it.</summary>
    public Task DateAsync(string field, DateOnly date) => DigitsAsync(field, date.ToString("O", CultureInfo.InvariantCulture),
        date.ToString("ddMMyyyy", CultureInfo.InvariantCulture), date.ToString("MMddyyyy", CultureInfo.InvariantCulture));

    public Task TimeAsync(string field, TimeOnly time) => DigitsAsync(field, time.ToString("HH:mm", CultureInfo.InvariantCulture),
        time.ToString("HHmm", CultureInfo.InvariantCulture), time.ToString("hhmmtt", CultureInfo.InvariantCulture));

    /// <summary>How a date is written is the browser's choice: whoever sees that it came out wrong writes it the other way.</summary>
    private async Task DigitsAsync(string field, string value, params string[] ways)
    {
        await GoToAsync(field);
        foreach (var way in ways)
        {
            for (var part = 0; part < 3; part++) await page.Keyboard.PressAsync("ArrowLeft");
            await page.Keyboard.TypeAsync(way);
            if (await page.EvaluateAsync<string>("document.activeElement.value") == value) return;
        }
        Assert.Fail($"“{field}” did not become {value}.");
    }
}
