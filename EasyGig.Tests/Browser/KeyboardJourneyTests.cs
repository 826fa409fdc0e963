using EasyGig.Domain.Applications;
using EasyGig.Domain.Bookings;
using EasyGig.Domain.Slots;
using EasyGig.Web.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace EasyGig.Tests.Browser;

/// <summary>A director's working day on a phone's screen, without touching it.</summary>
public sealed class KeyboardJourneyTests(PgFixture postgres, Chromium chromium) : Journey(postgres, chromium)
{
    [Fact]
    public async Task A_director_plans_a_month_decides_ten_applications_and_handles_a_cancellation_by_keyboard_alone()
    {
        var (director, _) = await App.VenueAsync();
        var page = await SignInAsync(director);
        await page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.Reduce }); // a ring that fades in is there at once
        await PlanAsync(page, new(page));
        var artists = await ApplyAsync();
        await DecideAsync(page, new(page));
        await LoseAsync(artists[0]);
        await ReleaseAsync(page, new(page));
    }

    /// <summary>Four Fridays in a row.</summary>
    private async Task PlanAsync(IPage page, Keys keys)
    {
        var first = DateOnly.FromDateTime(App.Clock.Now.Date).AddDays(8);
        await page.GotoAsync("/director/calendar");
        await keys.PressAsync("Publish a slot");
        await keys.DateAsync("Day", first);
        await keys.TimeAsync("Starts at", new(21, 0));
        await keys.TimeAsync("Ends at", new(23, 30));
        await keys.WriteAsync("Lowest fee", "300");
        await keys.WriteAsync("Highest fee", "500");
        await keys.GoToAsync("Rock");
        await page.Keyboard.PressAsync("Enter");
        await keys.TickAsync("All of Rock");
        await keys.GoToAsync("More than one slot");
        await page.Keyboard.PressAsync("Enter");
        await keys.DateAsync("Every week until", first.AddDays(21));
        await keys.PressAsync("Publish");
        await ReadsAsync(page, "4 slots are published");
        Assert.Equal([0, 7, 14, 21], await App.WithDbAsync(db => db.Slots.Where(s => s.State == SlotState.Open).OrderBy(s => s.Time.Start).Select(s => s.Time.Start).ToListAsync())
            is var starts ? starts.Select(start => (int)(start - starts[0]).TotalDays) : []);
    }

    /// <summary>Six artists want the first Friday, four the second.</summary>
    private async Task<List<Person>> ApplyAsync()
    {
        var slots = await App.WithDbAsync(db => db.Slots.OrderBy(s => s.Time.Start).ToListAsync());
        List<Person> people = [];
        for (var number = 0; number < 10; number++)
        {
            var (person, artist) = await App.ArtistAsync($"Band {number}");
            await App.ApplicationAsync(slots[number < 6 ? 0 : 1], artist);
            people.Add(person);
        }
        return people;
    }

    /// <summary>Band 0 gets the first Friday, which sets its rivals aside; they are declined at once, and then the other four, one of them on the shortlist first.</summary>
    private async Task DecideAsync(IPage page, Keys keys)
    {
        await page.GotoAsync("/director");
        await keys.PressAsync("Answer: Band 0");
        await keys.PressAsync("Accept");
        await keys.PressAsync("Accept Band 0");
        await ReadsAsync(page, "confirmed");
        for (var number = 6; number < 10; number++)
        {
            await page.GotoAsync("/director/applications");
            await keys.PressAsync($"Band {number}");
            if (number == 6)
            {
                await keys.PressAsync("Accept");
                await keys.PressAsync("Accept Band 6");
            }
            else
            {
                await keys.WriteAsync("Reason (optional)", "It is taken, but write again.");
                await keys.PressAsync("Decline");
            }
        }
        Assert.Equal(2, await App.WithDbAsync(db => db.Bookings.CountAsync(b => b.State == BookingState.Confirmed)));
        Assert.Equal(0, await App.WithDbAsync(db => db.Applications.CountAsync(a => a.State == ApplicationState.Submitted)));
    }

    /// <summary>The first band cannot play, on short notice.</summary>
    private async Task LoseAsync(Person person)
    {
        var booking = await App.WithDbAsync(db => db.Bookings.OrderBy(b => b.Time.Start).FirstAsync());
        App.Clock.Now = booking.Time.Start.AddDays(-1);
        var artist = await SignInAsync(person);
        await artist.GotoAsync($"/bookings/{booking.Id}/cancel");
        await FillAsync(artist, ("Reason", "We are all ill."));
        await PressAsync(artist, "I cannot play");
    }

    /// <summary>Today says so; the release leads to the next on the list.</summary>
    private async Task ReleaseAsync(IPage page, Keys keys)
    {
        await page.GotoAsync("/director");
        await keys.PressAsync("Decide: Band 0");
        await keys.PressAsync("Release the artist");
        await ReadsAsync(page, "cancelled");
        Assert.Equal(1, await App.WithDbAsync(db => db.Applications.CountAsync(a => a.State == ApplicationState.Offered)));
        Assert.False(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > document.documentElement.clientWidth"));
    }
}
