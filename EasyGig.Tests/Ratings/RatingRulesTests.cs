using EasyGig.Domain.Bookings;
using EasyGig.Domain.Ratings;
using EasyGig.Tests.Bookings;
using Npgsql;

namespace EasyGig.Tests.Ratings;

/// <summary>What the database refuses the site's own user, and how ratings are compared.</summary>
public sealed class RatingRulesTests(EasyGigApp app) : IClassFixture<EasyGigApp>
{
    [Theory]
    [InlineData("artist", 1, null)]
    [InlineData("venue", 5, null)]
    [InlineData("promoter", 5, "ratings_side")]
    [InlineData("artist", 0, "ratings_stars")]
    [InlineData("artist", 6, "ratings_stars")]
    public async Task R20_a_rating_is_one_to_five_stars_of_the_artist_or_the_venue(string side, int stars, string? rule) =>
        Assert.Equal(rule, await RefusedAsync(Rate(await BookedNight.PlayedAsync(app), side, stars)));

    [Fact]
    public async Task R20_a_side_rates_once()
    {
        var night = await BookedNight.PlayedAsync(app);
        Assert.Null(await RefusedAsync(Rate(night, "artist", 5)));
        Assert.Equal("ratings_once", await RefusedAsync(Rate(night, "artist", 5)));
        Assert.Null(await RefusedAsync(Rate(night, "venue", 5)));
    }

    [Theory]
    [InlineData(BookingState.Confirmed, "ratings_played")]
    [InlineData(BookingState.Cancelled, "ratings_played")]
    [InlineData(BookingState.NoShow, "ratings_played")]
    [InlineData(BookingState.Played, null)]
    public async Task R20_only_a_booking_that_was_played_is_rated(BookingState state, string? rule)
    {
        var night = await BookedNight.ConfirmedAsync(app);
        await night.BecomeAsync(app, state);
        Assert.Equal(rule, await RefusedAsync(Rate(night, "venue", 3)));
    }

    [Theory]
    [InlineData("UPDATE ratings SET stars = 5")]
    [InlineData("DELETE FROM ratings")]
    public async Task R20_a_rating_stays_as_it_was_given(string sql)
    {
        var e = await Assert.ThrowsAsync<PostgresException>(() => RunAsync(sql));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, e.SqlState);
    }

    [Fact]
    public void R20_few_ratings_do_not_beat_many()
    {
        Assert.Equal(3.5, default(Reputation).BayesianMean);
        Assert.Equal((3.5 * 5 + 5) / 6, new Reputation(5, 1).BayesianMean);
        Assert.True(new Reputation(5, 1).BayesianMean < new Reputation(49, 10).BayesianMean);
        Assert.Equal(4.6, new Reputation(46, 10).Mean);
    }

    private static string Rate(BookedNight night, string side, int stars) =>
        $"INSERT INTO ratings VALUES (gen_random_uuid(), '{night.Booking}', '{side}', '{night.Player.Id}', {stars}, '', '2027-03-10')";

    private async Task<string?> RefusedAsync(string sql)
    {
        try
        {
            await RunAsync(sql);
            return null;
        }
        catch (PostgresException e)
        {
            return e.ConstraintName;
        }
    }

    private async Task RunAsync(string sql)
    {
        await using var command = app.Site.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
