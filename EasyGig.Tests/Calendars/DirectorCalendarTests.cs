using System.Net;
using EasyGig.Domain.Venues;
using EasyGig.Tests.Holds;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Tests.Calendars;

/// <summary>R24: a director's stages as a script draws them, and what is dragged about on them.</summary>
public sealed class DirectorCalendarTests(EasyGigApp app) : IClassFixture<EasyGigApp>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task R24_a_director_reads_their_own_nights_by_the_clocks_of_the_venue()
    {
        var held = await Held.OfAsync(app, 2, date: new(2027, 3, 19));
        Assert.Null(await held.AtDeskAsync(desk => desk.ChallengeAsync(held.Holders[1].Hold, EasyGig.Domain.Side.Venue, Ct)));
        var late = await app.SlotAsync(held.Venue, 30, fromHour: 23.5);
        var spring = await app.SlotAsync(held.Venue, 52, fromHour: 22, hours: 4); // 27 March, 23:00 in Rome; at two the clocks go to three
        var browser = await app.SignInAsync(held.Director);
        var events = await browser.EventsAsync("/director/calendar");

        var night = events.Single(found => found.Text("href") == $"/director/slots/{late.Id}");
        Assert.Equal(("2027-03-06T00:30", "2027-03-06T03:30", "Main stage: open", "month-entry tone-live"), (night.Text("start"), night.Text("end"), night.Text("title"), night.Text("looks")));
        var changed = events.Single(found => found.Text("href") == $"/director/slots/{spring.Id}");
        Assert.Equal(("2027-03-27T23:00", "2027-03-28T04:00"), (changed.Text("start"), changed.Text("end")));
        var stack = events.Single(found => found.Text("href") == held.Page);
        Assert.Equal(("2027-03-19", "True", "False"), (stack.Text("start"), stack.Text("allDay"), stack.Text("editable")));
        Assert.Contains("1st Alpha Noise · 2nd Beta Brass", stack.Text("title"), StringComparison.Ordinal);
        Assert.StartsWith("challenge until", stack.Text("alert"), StringComparison.Ordinal);
        var gaps = events.Where(found => found.GetProperty("gap").GetBoolean()).Select(found => found.Text("start")).ToList();
        Assert.Equal(["2027-03-05", "2027-03-12", "2027-03-13", "2027-03-20", "2027-03-26", "2027-04-02", "2027-04-03"], gaps);

        var (stranger, _) = await app.VenueAsync();
        Assert.All(await (await app.SignInAsync(stranger)).EventsAsync("/director/calendar"), found => Assert.True(found.GetProperty("gap").GetBoolean()));
        foreach (var nonsense in (string[])["start=2027-03-01&end=2027-09-01", "start=2027-03-02&end=2027-03-01", "start=x&end=%00", "start=9999-12-31&end=9999-12-31", ""])
            Assert.Equal(HttpStatusCode.BadRequest, (await browser.FetchAsync($"/director/calendar?handler=Events&{nonsense}")).StatusCode);
    }

    [Fact]
    public async Task R24_a_drag_is_refused_what_the_form_is_refused_and_asks_where_the_form_asks()
    {
        var (director, venue) = await app.VenueAsync();
        var (first, second) = (await app.SlotAsync(venue, 30), await app.SlotAsync(venue, 31)); // Friday 5 and Saturday 6 March, 21:00 to midnight
        var browser = await app.SignInAsync(director);
        var slot = (await browser.EventsAsync("/director/calendar")).Single(found => found.Text("href") == $"/director/slots/{first.Id}");

        Assert.Equal("Main stage has a slot already, Sat 6 Mar 2027, 21:00–00:00. Changeover after each slot: 20 minutes.", (await browser.DropAsync(slot, "2027-03-06T21:00", "2027-03-07T00:00")).Text("said"));
        Assert.StartsWith("That time has passed.", (await browser.DropAsync(slot, "2027-02-01T21:00", "2027-02-02T00:00")).Text("said"), StringComparison.Ordinal);
        Assert.Contains("02:30 does not exist on that day", (await browser.DropAsync(slot, "2027-03-28T02:30", "2027-03-28T05:00")).Text("said"), StringComparison.Ordinal);
        Assert.Equal("False", (await browser.DropAsync(slot, "2027-03-07T21:00", "2027-03-08T21:00")).Text("done"));
        Assert.Equal(first.Time, await TimeAsync(first.Id));

        Assert.Equal("True", (await browser.DropAsync(slot, "2027-03-07T22:00", "2027-03-08T01:30")).Text("done"));
        Assert.Equal((new(2027, 3, 7, 21, 0, 0, TimeSpan.Zero), new(2027, 3, 8, 0, 30, 0, TimeSpan.Zero)), ((await TimeAsync(first.Id)).Start, (await TimeAsync(first.Id)).End));
        Assert.StartsWith("Somebody changed this", (await browser.DropAsync(slot, "2027-03-08T21:00", "2027-03-09T00:00")).Text("said"), StringComparison.Ordinal);

        await app.ApplicationAsync(second, (await app.ArtistAsync()).Artist);
        var asked = (await browser.EventsAsync("/director/calendar")).Single(found => found.Text("href") == $"/director/slots/{second.Id}");
        var to = (await browser.DropAsync(asked, "2027-03-12T20:30", "2027-03-13T01:00")).Text("to")!;
        Assert.Equal(second.Time, await TimeAsync(second.Id));
        var form = await browser.OpenAsync(to);
        Assert.Contains("1 artist has applied", form.Text, StringComparison.Ordinal);
        Assert.Equal(("2027-03-12", "20:30", "01:00"), (form.Field("Input.Date"), form.Field("Input.From"), form.Field("Input.To")));
        Assert.Contains("12 Mar 2027, 20:30–01:00", (await browser.SubmitAsync(form, "Save")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task R24_a_slot_is_begun_with_the_day_and_the_hours_that_were_marked()
    {
        var (director, venue) = await app.VenueAsync();
        var browser = await app.SignInAsync(director);
        var hours = await browser.OpenAsync($"/director/slots/new?stage={venue.Stages[0].Id}&date=2027-03-12&from=19:00&to=01:30");
        Assert.Equal(("2027-03-12", "19:00", "01:30"), (hours.Field("Input.Date"), hours.Field("Input.From"), hours.Field("Input.To")));
        var begin = await browser.OpenAsync("/director/slots/new?date=2027-03-12&from=22:00&to=25:00");
        Assert.Equal(("22:00", "00:30"), (begin.Field("Input.From"), begin.Field("Input.To")));
        Assert.NotNull(begin.Document.QuerySelector("a[href='/director/holds?date=2027-03-12']"));
    }

    [Fact]
    public async Task R24_a_week_shows_the_stages_side_by_side()
    {
        var (director, venue) = await app.VenueAsync();
        await app.WithDbAsync(async db =>
        {
            var stored = await db.Venues.Include(v => v.Stages).SingleAsync(v => v.Id == venue.Id, Ct);
            stored.AddStage(new("Attic", 40, Room.Seated, 0));
            return await db.SaveChangesAsync(Ct);
        });
        var slot = await app.SlotAsync(venue, 30);
        var browser = await app.SignInAsync(director);
        var page = await browser.OpenAsync("/director/calendar/stages?week=2027-03-05");
        Assert.Equal(["Day", "Attic", "Main stage"], page.Document.QuerySelectorAll("thead th").Select(head => head.TextContent.Trim()));
        var friday = page.Document.QuerySelectorAll("tbody tr")[4];
        Assert.Contains("5 Mar", friday.QuerySelector("th")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(friday.QuerySelectorAll("td")[0].QuerySelector("a[href^='/director/slots/new?date=2027-03-05&stage=']"));
        Assert.Contains("21:00", friday.QuerySelectorAll("td")[1].QuerySelector($"a.tone-live[href='/director/slots/{slot.Id}']")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.Document.QuerySelector("a[rel=next][href='/director/calendar/stages?week=2027-03-08']"));
        Assert.Equal(HttpStatusCode.OK, (await browser.OpenAsync("/director/calendar/stages?week=9999-99-99")).Status);
    }

    private Task<EasyGig.Domain.Period> TimeAsync(Guid slot) => app.WithDbAsync(db => db.Slots.Where(s => s.Id == slot).Select(s => s.Time).SingleAsync(Ct));
}
