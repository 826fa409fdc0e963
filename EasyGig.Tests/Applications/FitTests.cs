using EasyGig.Domain;
using EasyGig.Domain.Applications;
using EasyGig.Domain.Artists;
using EasyGig.Domain.Bookings;
using EasyGig.Domain.Genres;
using EasyGig.Domain.Slots;
using EasyGig.Tests.Bookings;
using EasyGig.Web.Slots;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Tests.Applications;

public sealed class FitTests(EasyGigApp app) : IClassFixture<EasyGigApp>
{
    private static readonly SlotTerms Terms = new()
    {
        MinFee = 300, MaxFee = 500, Currency = "EUR", Negotiable = false, Genres = Scene.Rock, Category = Category.Original, Notes = "",
    };

    private static readonly FitFacts Perfect = new(GenreMatch.Shared, 0, new(400, "EUR"), Category.Original, Terms, PlayingRecord.PlayedHere, new(5_000, 1_000));

    private static int Points(FitPart part, FitFacts facts) => Fit.Of(facts).Parts.Single(points => points.Part == part).Points;

    [Fact]
    public void R12_fit_is_0_to_100_and_the_sum_of_what_is_shown()
    {
        Assert.Equal(100, Fit.Of(Perfect).Score);
        Assert.Equal(100, Fit.Of(Perfect).Parts.Sum(part => part.Most));
        var worst = new FitFacts(GenreMatch.None, 20_000, new(9_000, "EUR"), Category.Cover, Terms, PlayingRecord.BrokeOne, new(1_000, 1_000));
        Assert.Equal(0, Fit.Of(worst).Score);
    }

    [Theory]
    [InlineData(0, 20)]
    [InlineData(75, 15)]
    [InlineData(150, 10)]
    [InlineData(300, 0)]
    [InlineData(301, 0)]
    public void R12_distance_counts_20_falling_to_nothing_at_300_km(double km, int points) => Assert.Equal(points, Points(FitPart.Distance, Perfect with { Km = km }));

    [Theory]
    [InlineData(100, 20)]
    [InlineData(500, 20)]
    [InlineData(750, 10)]
    [InlineData(1000, 0)]
    [InlineData(5000, 0)]
    public void R12_a_fee_within_the_range_counts_20_falling_to_nothing_at_twice_its_end(int fee, int points) =>
        Assert.Equal(points, Points(FitPart.Fee, Perfect with { Asked = new(fee, "EUR") }));

    [Fact]
    public void R12_a_fee_in_another_currency_cannot_be_compared_and_a_free_night_pays_only_those_who_ask_nothing()
    {
        Assert.Equal(0, Points(FitPart.Fee, Perfect with { Asked = new(400, "CHF") }));
        Assert.Equal(0, Points(FitPart.Fee, Perfect with { Terms = Terms with { MinFee = 0, MaxFee = 0 } }));
        Assert.Equal(20, Points(FitPart.Fee, Perfect with { Terms = Terms with { MinFee = 0, MaxFee = 0 }, Asked = new(0, "EUR") }));
    }

    [Theory]
    [InlineData(GenreMatch.Shared, 30)]
    [InlineData(GenreMatch.Group, 15)]
    [InlineData(GenreMatch.None, 0)]
    public void R12_a_shared_genre_counts_30_and_the_same_group_15(GenreMatch match, int points) => Assert.Equal(points, Points(FitPart.Genre, Perfect with { Genre = match }));

    [Fact]
    public void R12_few_ratings_are_drawn_to_the_usual_mean()
    {
        var one = Points(FitPart.Rating, Perfect with { Reputation = new(5, 1) });
        Assert.InRange(one, Points(FitPart.Rating, Perfect with { Reputation = default }) + 1, 14);
    }

    [Fact]
    public async Task R12_a_director_sees_applicants_by_fit_with_every_point_in_words()
    {
        var (director, venue) = await app.VenueAsync();
        var slot = await app.SlotAsync(venue);
        var (_, far) = await app.ArtistAsync("Far Away");
        await app.WithDbAsync(db => db.Database.ExecuteSqlAsync($"UPDATE artists SET (city_id, region_code, country_code) = (SELECT id, region_code, country_code FROM cities WHERE 'palermo' = ANY(names) ORDER BY population DESC LIMIT 1) WHERE id = {far.Id}"));
        await app.ApplicationAsync(slot, far);
        await app.ApplicationAsync(slot, (await app.ArtistAsync("Next Door")).Artist);
        var browser = await app.SignInAsync(director);

        var page = await browser.OpenAsync($"/director/slots/{slot.Id}");

        Assert.Equal(["Next Door", "Far Away"], page.Document.QuerySelectorAll(".row-card-title").Select(title => title.TextContent.Trim()));
        Assert.Contains("fits 89 %", page.Text, StringComparison.Ordinal);
        Assert.Contains("30/30 a genre in common", page.Text, StringComparison.Ordinal);
        Assert.Contains("20/20 0 km from home", page.Text, StringComparison.Ordinal);
        Assert.Contains("10/10 any category will do", page.Text, StringComparison.Ordinal);
        Assert.Contains("0/20 ", page.Document.QuerySelectorAll(".fit")[^1].TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(BookingState.Cancelled, Side.Artist, true, PlayingRecord.BrokeOne)]
    [InlineData(BookingState.Cancelled, Side.Artist, false, PlayingRecord.New)] // nobody relied on it yet
    [InlineData(BookingState.Cancelled, Side.Venue, true, PlayingRecord.New)]
    [InlineData(BookingState.NoShow, null, true, PlayingRecord.BrokeOne)]
    [InlineData(BookingState.Played, null, true, PlayingRecord.KeptAll)]
    public async Task R12_who_called_off_what_was_confirmed_has_broken_it_and_has_not_played_there(BookingState state, Side? by, bool confirmed, PlayingRecord record)
    {
        var house = await Booked.OfAsync(app, reviewed: true);
        if (confirmed) await house.ApprovedAsync();
        await app.WithDbAsync(db => db.Bookings.Where(b => b.Id == house.Booking).ExecuteUpdateAsync(set => set
            .SetProperty(b => b.State, state).SetProperty(b => b.CancelledBy, by).SetProperty(b => b.Reason, state is BookingState.Played ? null : "Ill.")));

        var seeker = Assert.Single(await app.WithDbAsync(db => db.SeekersAsync(db.Artists.Where(a => a.Id == house.Band.Id), TestContext.Current.CancellationToken)));

        Assert.Equal((record, state is BookingState.Played), (seeker.Record, seeker.Venues.Contains(house.Venue.Id)));
    }

    [Fact]
    public async Task R12_an_artist_finds_the_best_fit_first()
    {
        var (person, _) = await app.ArtistAsync("Rock Band");
        var (_, jazz) = await app.VenueAsync("Jazz Hall");
        var (_, rock) = await app.VenueAsync("Rock Hall");
        var other = await app.SlotAsync(jazz, 10);
        await app.WithDbAsync(db => db.Slots.Where(s => s.Id == other.Id).ExecuteUpdateAsync(set => set.SetProperty(s => s.Terms.Genres, GenreSet.Of([70]))));
        await app.SlotAsync(rock, 200);

        var page = await (await app.SignInAsync(person)).OpenAsync("/slots?sort=fit");

        var names = page.Document.QuerySelectorAll(".row-card-title").Select(title => title.TextContent.Trim()).ToList();
        Assert.True(names.IndexOf("Rock Hall") < names.IndexOf("Jazz Hall"), string.Join(", ", names));
        Assert.Contains("Ranked among the 500 nearest.", page.Text, StringComparison.Ordinal);
        Assert.Contains("no genre in common", page.Text, StringComparison.Ordinal);
    }
}
