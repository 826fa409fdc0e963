using System.Net;
using EasyGig.Domain.Bookings;
using EasyGig.Domain.Slots;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Tests.Races;

/// <summary>A season's yes, all at once: every stage and every artist is wanted by many, on two nodes.</summary>
public sealed class ConfirmStormTests(EasyGigApp app) : IClassFixture<EasyGigApp>
{
    private const int Venues = 8, Artists = 20;

    /// <summary>All that a director who came too late may read.</summary>
    private static readonly string[] Clear =
    [
        "Another artist is booked on this slot already.",
        "The artist is already booked at that time. Choose another applicant.",
        "The application has moved on in the meantime: see here how it stands.",
    ];

    [Fact]
    public async Task R14d_all_who_confirm_a_season_at_once_book_every_slot_once_and_the_rest_read_why_not()
    {
        var storm = await Storm.BrewAsync(app, Venues, Artists);
        var second = app.AddNode();
        var browsers = new Dictionary<Guid, Visitor>();
        foreach (var director in storm.Directors) browsers.Add(director.Id, await app.SignInAsync(director, browsers.Count % 2 == 0 ? null : second));
        var evenings = Race.Rounds(1, soak: 5);

        for (var round = 0; round < Race.Rounds(1, soak: 20); round++)
        {
            var wanted = new List<Storm.Confirmation>();
            for (var evening = 0; evening < evenings; evening++) wanted.AddRange(await storm.EveningAsync(inDays: 10 + round * evenings + evening));
            var pages = new List<PageView>();
            foreach (var some in wanted.Chunk(16)) pages.AddRange(await Task.WhenAll(some.Select(w => browsers[w.Director.Id].OpenAsync($"/director/applications/{w.Application}/accept"))));

            var answers = await Race.AtOnceAsync(wanted.Select((w, n) => (Func<Task<PageView>>)(() => browsers[w.Director.Id].SubmitAsync(pages[n], $"Accept {w.Artist}"))));

            Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.Status));
            var (won, lost) = (answers.Where(IsBooking).ToList(), answers.Where(answer => !IsBooking(answer)).ToList());
            Assert.Equal((Venues * evenings, won.Count), (won.Count, won.Select(answer => answer.Path).Distinct().Count()));
            Assert.All(lost, answer => Assert.Contains(answer.Document.QuerySelector(".validation-summary")?.TextContent.Trim(), Clear));
            Assert.Equal(Venues * evenings * (round + 1), await app.WithDbAsync(db => db.Bookings.CountAsync(b => b.State == BookingState.Confirmed || b.State == BookingState.PendingReview)));
            Assert.False(await app.WithDbAsync(db => db.Slots.AnyAsync(s => s.State != SlotState.Booked)));
            await Books.AssertBalancedAsync(app.Owner);
        }
    }

    private static bool IsBooking(PageView answer) => answer.Path.StartsWith("/bookings/", StringComparison.Ordinal);
}
