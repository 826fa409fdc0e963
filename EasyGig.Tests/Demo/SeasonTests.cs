using EasyGig.Domain;
using EasyGig.Domain.Bookings;
using EasyGig.Domain.Slots;
using EasyGig.Web.Demo;
using EasyGig.Web.Genres;
using EasyGig.Web.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace EasyGig.Tests.Demo;

/// <summary>The season is planned around today: on whatever day, the domain's rules hold.</summary>
public sealed class SeasonTests(EasyGigApp app) : IClassFixture<EasyGigApp>
{
    [Theory]
    [InlineData(2027, 2, 8, 11)]
    [InlineData(2027, 3, 20, 0)]
    [InlineData(2027, 10, 24, 23)]
    public async Task On_any_day_no_verb_refuses_and_nothing_is_taken_twice(int year, int month, int day, int hour)
    {
        var cast = new Cast();
        var cities = await app.WithDbAsync(db => DemoScene.CitiesAsync(db, cast, TestContext.Current.CancellationToken));
        var genres = app.Services.GetRequiredService<GenreCatalogue>();
        var company = new Company(cast, cast.People.ToDictionary(p => p.Name, p => new Person { Id = Guid.CreateVersion7(), Name = p.Name }), cities, genres);
        for (var i = 0; i < 7; i++)
        {
            var now = new DateTimeOffset(year, month, day, hour, 30, 0, TimeSpan.Zero).AddDays(i);
            var dice = new Dice(DemoScene.Seed);
            var shows = new Season(cast, new(cast, cities, genres, dice), new(now), dice).Plan().Select(night => new Show(night, company)).ToList();
            Perform(shows, now);
            Assert.Empty(Clashes(shows.Where(show => show.Slot.State is not SlotState.Cancelled), show => show.Slot.StageId));
            Assert.Empty(Clashes(shows.Where(show => show.Booking is { State: not (BookingState.Rejected or BookingState.Cancelled) }), show => show.Booking!.ArtistId));
        }
    }

    [Fact]
    public void Every_genre_of_the_scene_exists()
    {
        var genres = app.Services.GetRequiredService<GenreCatalogue>();
        var cast = new Cast();
        var wishes = cast.Artists.Select(artist => artist.Genres)
            .Concat(cast.Venues.SelectMany(venue => venue.Nights, (_, night) => night.Terms.Genres))
            .Concat(cast.Stories.Select(story => story.Terms.Genres));
        Assert.All(wishes, wish => Assert.Equal(wish.Length, genres.Read(wish).Count));
    }

    private static void Perform(List<Show> shows, DateTimeOffset now)
    {
        foreach (var act in Enum.GetValues<Act>())
            foreach (var (show, deed) in shows.SelectMany(show => show.Night.In(act).Select(deed => (show, deed))).OrderBy(step => step.deed.At))
            {
                Assert.True(deed.At <= now, $"{show.Night.Venue.Slug}, {show.Night.Date}: {deed.Did} is still to come.");
                Assert.True(show.Do(deed, show.Overlapping(deed, shows)) is null, $"{show.Night.Venue.Slug}, {show.Night.Date}: {deed.Did} is refused.");
            }
    }

    private static IEnumerable<Period> Clashes(IEnumerable<Show> shows, Func<Show, Guid> of) =>
        from one in shows
        join other in shows on of(one) equals of(other)
        where one.Slot.Time.Start < other.Slot.Time.Start && other.Slot.Time.Start < Busy(one)
        select other.Slot.Time;

    private static DateTimeOffset Busy(Show show) =>
        show.Slot.Time.End.AddMinutes(show.Night.Venue.Stages.Single(stage => stage.Name == show.Night.Stage).Changeover);
}
