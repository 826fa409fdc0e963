using System.Text.Json;
using EasyGig.Web.Hosting;
using Microsoft.Playwright;

namespace EasyGig.Tests.Browser;

internal static class Axe
{
    private static string Script => Path.Combine(Checkout.Folder!, "EasyGig.Tests", "assets", "axe", "axe.min.js");

    /// <summary>What axe-core finds wrong with the page, one line for each: the rule, and where it is broken.</summary>
    public static async Task<IReadOnlyList<string>> ViolationsAsync(this IPage page)
    {
        if (!await page.EvaluateAsync<bool>("'axe' in window"))
            await page.EvaluateAsync(await File.ReadAllTextAsync(Script)); // evaluated, because a strict policy refuses a script element
        var found = await page.EvaluateAsync<JsonElement>("async () => (await axe.run(document, { resultTypes: ['violations'] })).violations");
        return [.. found.EnumerateArray().Select(v => $"{v.GetProperty("id")}: {string.Join("; ", v.GetProperty("nodes").EnumerateArray().Select(n => n.GetProperty("target")))}")];
    }
}
