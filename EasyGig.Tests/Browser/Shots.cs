using Microsoft.Playwright;

namespace EasyGig.Tests.Browser;

/// <summary>Pictures of the pages of the tour, for people to look at: only where EASYGIG_SHOTS names a folder for them.</summary>
internal static class Shots
{
    private static readonly string? Folder = Environment.GetEnvironmentVariable("EASYGIG_SHOTS");

    public static async Task TakeAsync(IPage page, Sight stop)
    {
        if (Folder is not { Length: > 0 }) return;
        foreach (var theme in new[] { "light", "dark" })
            foreach (var width in new[] { 360, 390, 768, 1280, 1440 })
            {
                await page.SetViewportSizeAsync(width, 800);
                await page.EvaluateAsync("theme => document.documentElement.dataset.bsTheme = theme", theme);
                var name = string.Concat($"{stop.Who ?? "nobody"}{stop.Path}".Split('?')[0].Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_'));
                await page.ScreenshotAsync(new() { Path = Path.Combine(Folder, $"{name}.{theme}.{width}.png"), FullPage = true });
            }
    }
}
