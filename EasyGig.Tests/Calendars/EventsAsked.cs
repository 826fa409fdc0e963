using System.Text.Json;

namespace EasyGig.Tests.Calendars;

/// <summary>What a calendar's script asks for.</summary>
internal static class EventsAsked
{
    /// <summary>What is on the days from one to before another.</summary>
    public static async Task<IReadOnlyList<JsonElement>> EventsAsync(this Visitor browser, string calendar, string start = "2027-03-01", string end = "2027-04-05")
    {
        var answer = await browser.FetchAsync($"{calendar}?handler=Events&start={start}&end={end}");
        Assert.True(answer.IsSuccessStatusCode, $"{answer.StatusCode}");
        return [.. JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement.EnumerateArray()];
    }

    /// <summary>What a field holds.</summary>
    public static string Field(this PageView page, string name) => page.Document.QuerySelector($"[name='{name}']")!.GetAttribute("value") ?? "";

    public static string? Text(this JsonElement found, string name) => found.GetProperty(name).ToString();

    /// <summary>Drops a slot of the calendar elsewhere, and reads what becomes of it.</summary>
    public static async Task<JsonElement> DropAsync(this Visitor browser, JsonElement slot, string start, string end, string? version = null)
    {
        var from = await browser.OpenAsync("/director/calendar");
        var answer = await browser.PostAsync(from, slot.Text("move")!, ("start", start), ("end", end), ("version", version ?? slot.Text("version")!));
        return JsonDocument.Parse(answer.Text).RootElement;
    }
}
