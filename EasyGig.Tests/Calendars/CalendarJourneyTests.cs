using EasyGig.Tests.Browser;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace EasyGig.Tests.Calendars;

/// <summary>R24: a director at the calendar, with a mouse in a real browser that says what it does not like.</summary>
public sealed class CalendarJourneyTests(PgFixture postgres, Chromium chromium) : Journey(postgres, chromium)
{
    private readonly List<string> _complaints = [];

    [Fact]
    public async Task R24_a_director_begins_a_slot_by_a_click_moves_it_by_a_drag_and_reads_why_it_snaps_back()
    {
        var (director, venue) = await App.VenueAsync();
        var (friday, sunday) = (await App.SlotAsync(venue, 30), await App.SlotAsync(venue, 32));
        var page = await SignInAsync(director);
        page.Console += (_, said) => { if (said.Type is "error") _complaints.Add(said.Text); };
        page.PageError += (_, error) => _complaints.Add(error);

        await page.GotoAsync("/director/calendar?month=2027-03");
        await Assertions.Expect(page.GetByRole(AriaRole.Tab, new() { Name = "List" })).ToHaveAttributeAsync("aria-selected", "true"); // on a phone
        await Assertions.Expect(page.Locator(Entry(friday.Id))).ToContainTextAsync("21:00");

        await page.SetViewportSizeAsync(1280, 900);
        await page.GotoAsync("/director/calendar?month=2027-03&view=month");
        await DragAsync(page, Entry(friday.Id), "2027-03-06");
        await ReadsAsync(page, "The slot is saved.");
        Assert.Equal(friday.Time.Start.AddDays(1), await StartAsync(friday.Id));

        await DragAsync(page, Entry(friday.Id), "2027-03-07");
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToHaveTextAsync("Main stage has a slot already, Sun 7 Mar 2027, 21:00–00:00. Changeover after each slot: 20 minutes.");
        Assert.Equal((friday.Time.Start.AddDays(1), sunday.Time.Start), (await StartAsync(friday.Id), await StartAsync(sunday.Id)));
        Assert.True((await BoxAsync(page, Entry(friday.Id))).X < (await BoxAsync(page, Day("2027-03-07"))).X);

        await page.GetByRole(AriaRole.Tab, new() { Name = "Week" }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("view=week"));
        await page.GotoAsync("/director/calendar?month=2027-03&view=month");
        await Assertions.Expect(page.Locator(Entry(friday.Id))).ToBeVisibleAsync();
        var (x, y) = await MiddleAsync(page, "2027-03-17");
        await page.Mouse.ClickAsync(x, y);
        await page.WaitForURLAsync(url => url.Contains("/director/slots/new", StringComparison.Ordinal));
        await Assertions.Expect(page.Locator("[name='Input.Date']")).ToHaveValueAsync("2027-03-17");

        await page.GotoAsync("/director/calendar?month=2027-03");
        await page.GetByRole(AriaRole.Link, new() { Name = "Plain view" }).ClickAsync();
        await Assertions.Expect(page.Locator($"table.month a[href='/director/slots/{friday.Id}']")).ToBeVisibleAsync();
        Assert.Empty(_complaints);
    }

    private static string Entry(Guid slot) => $".calendar a[href='/director/slots/{slot}']";

    private static string Day(string date) => $".calendar [data-date='{date}']";

    private static async Task DragAsync(IPage page, string entry, string date)
    {
        await Assertions.Expect(page.Locator(entry)).ToBeVisibleAsync();
        var from = await BoxAsync(page, entry);
        await page.Mouse.MoveAsync(from.X + 30, from.Y + 12);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(from.X + 45, from.Y + 20, new() { Steps = 4 });
        var (x, y) = await MiddleAsync(page, date);
        await page.Mouse.MoveAsync(x, y, new() { Steps = 8 });
        await page.Mouse.UpAsync();
    }

    private static async Task<(float X, float Y)> MiddleAsync(IPage page, string date)
    {
        var box = await BoxAsync(page, Day(date));
        return (box.X + box.Width / 2, box.Y + box.Height / 2);
    }

    private static async Task<LocatorBoundingBoxResult> BoxAsync(IPage page, string what) => (await page.Locator(what).First.BoundingBoxAsync())!;

    private Task<DateTimeOffset> StartAsync(Guid slot) => App.WithDbAsync(db => db.Slots.Where(s => s.Id == slot).Select(s => s.Time.Start).SingleAsync());
}
