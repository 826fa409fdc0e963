using System.Net;
using EasyGig.Domain.Slots;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Tests.Races;

public sealed class StageRaceTests(EasyGigApp app) : IClassFixture<EasyGigApp>
{
    private const int Directors = 6;

    [Fact]
    public async Task R4_of_slots_published_at_once_for_one_evening_of_a_stage_one_stands()
    {
        var (_, venue) = await app.VenueAsync();
        var (second, browsers) = (app.AddNode(), new List<Visitor>());
        foreach (var director in await app.DirectorsAsync(venue, Directors)) browsers.Add(await app.SignInAsync(director, browsers.Count % 2 == 0 ? null : second));

        for (var round = 0; round < Race.Rounds(5); round++)
        {
            var day = TestClock.Start.Date.AddDays(10 + round);
            var pages = new List<PageView>();
            foreach (var browser in browsers) pages.Add(await browser.OpenAsync("/director/slots/new"));
            var genre = pages[0].Document.QuerySelector("[name='Input.Genres']")!.GetAttribute("value")!;

            var answers = await Race.AtOnceAsync(browsers.Select((browser, number) => (Func<Task<PageView>>)(() => browser.SubmitAsync(pages[number], "Publish",
                ("Input.Date", $"{day:yyyy-MM-dd}"), ("Input.From", $"{20 + number % 3}:00"), ("Input.To", "23:30"), ("Input.MinFee", 100), ("Input.MaxFee", 200), ("Input.Genres", (string[])[genre])))));

            Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.Status));
            Assert.Single(answers, answer => answer.Text.Contains("The slot is published.", StringComparison.Ordinal));
            Assert.Equal(Directors - 1, answers.Count(answer => answer.Text.Contains("Main stage has a slot already", StringComparison.Ordinal)));
            var (from, to) = (new DateTimeOffset(day, TimeSpan.Zero), new DateTimeOffset(day.AddDays(1), TimeSpan.Zero));
            var stored = await app.WithDbAsync(db => db.Slots.Where(s => s.VenueId == venue.Id && s.Time.Start >= from && s.Time.Start < to).Select(s => s.State).ToListAsync());
            Assert.Equal([SlotState.Open], stored);
        }
    }
}
