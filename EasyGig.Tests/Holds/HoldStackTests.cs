using EasyGig.Domain;
using EasyGig.Domain.Artists;
using EasyGig.Domain.Facts;
using EasyGig.Domain.Holds;
using EasyGig.Domain.Venues;

namespace EasyGig.Tests.Holds;

/// <summary>What a stack of holds does to itself, without a database.</summary>
public sealed class HoldStackTests
{
    private static readonly DateTimeOffset Now = TestClock.Start;
    private static readonly DateOnly Date = new(2027, 3, 20);

    private readonly Venue _venue = Venue("Europe/Rome");

    [Fact]
    public void R22_who_is_released_leaves_its_rank_to_those_below()
    {
        var (stack, holds) = Stack(3);
        Assert.Null(stack.Release(holds[0].Id, Side.Venue, Now));
        Assert.Equal([1, 2], stack.Holds.Select(hold => hold.Rank));
        Assert.Equal([FactKind.HoldPlaced, FactKind.HoldPromoted], Told(holds[1]));
        Assert.Equal([FactKind.HoldPlaced, FactKind.HoldReleased], Told(holds[0]));
        Assert.Equal(HoldRefusals.Over, stack.Release(holds[0].Id, Side.Artist, Now));
    }

    [Fact]
    public void R22_a_challenge_asks_upward_one_after_the_other_and_is_won_at_the_top()
    {
        var (stack, holds) = Stack(3);
        Assert.Null(stack.Start(holds[2].Id, Side.Artist, Now));
        Assert.Equal((holds[1].Id, Now.AddHours(48)), (stack.Challenge!.AskedHoldId, stack.Challenge.DueAt));
        Assert.Equal([HoldState.Active, HoldState.Challenged, HoldState.Active], holds.Select(hold => hold.State));

        Assert.Null(stack.Release(holds[1].Id, Side.Artist, Now.AddHours(5)));
        Assert.Equal((holds[0].Id, Now.AddHours(53)), (stack.Challenge.AskedHoldId, stack.Challenge.DueAt));
        var challenge = stack.Challenge;

        stack.FallThrough(Now.AddHours(53).AddTicks(-1));
        Assert.Equal(HoldState.Challenged, holds[0].State);
        stack.FallThrough(Now.AddHours(53));

        Assert.Equal((HoldState.Released, ChallengeState.Won, 1), (holds[0].State, challenge.State, holds[2].Rank));
        Assert.Equal([FactKind.HoldPlaced, FactKind.ChallengeStarted, FactKind.HoldPromoted, FactKind.ChallengeWon], Told(holds[2]));
        Assert.Equal([FactKind.HoldPlaced, FactKind.HoldChallenged, FactKind.HoldForfeited], Told(holds[0]));
        Assert.Null(stack.RefusesBooking(holds[2].ArtistId));
    }

    [Fact]
    public void R22_who_commits_keeps_its_rank_and_the_challenge_is_lost()
    {
        var (stack, holds) = Stack(2);
        Assert.Null(stack.Start(holds[1].Id, Side.Artist, Now));
        var challenge = stack.Challenge!;
        Assert.Equal(HoldRefusals.TooLate, stack.Commit(holds[0].Id, challenge.DueAt)); // at the deadline it is too late
        Assert.Null(stack.Commit(holds[0].Id, challenge.DueAt.AddTicks(-1)));

        Assert.Equal((ChallengeState.Lost, null), (challenge.State, stack.Challenge));
        Assert.Equal([(1, HoldState.Active, true), (2, HoldState.Active, false)], holds.Select(hold => (hold.Rank, hold.State, hold.CommittedAt is not null)));
        Assert.Equal(holds[1].DecideBy, holds[1].StandsUntil);
        Assert.Equal(stack.Day.Time.End, holds[0].StandsUntil); // it has decided: now the venue has the word
        Assert.Equal(HoldRefusals.CommittedAbove, stack.Start(holds[1].Id, Side.Venue, challenge.DueAt));
    }

    [Fact]
    public void R22_who_loses_a_challenge_has_time_left_to_decide()
    {
        var (stack, holds) = Stack(2, [Now.AddDays(9), Now.AddDays(1)]);
        var asked = Now.AddDays(1).AddHours(-1); // an hour before the challenger had to decide
        Assert.Null(stack.Start(holds[1].Id, Side.Artist, asked) ?? stack.Commit(holds[0].Id, asked.AddHours(30)));
        Assert.Equal(asked.AddHours(30 + 48), holds[1].StandsUntil);
    }

    [Fact]
    public void R22_who_challenges_or_commits_does_so_from_where_it_stands()
    {
        var (stack, holds) = Stack(3);
        Assert.Equal(HoldRefusals.First, stack.Start(holds[0].Id, Side.Artist, Now));
        Assert.Equal(HoldRefusals.ChallengeInstead, stack.Commit(holds[1].Id, Now));
        Assert.Null(stack.Start(holds[1].Id, Side.Artist, Now));
        Assert.Equal(HoldRefusals.OneRunning, stack.Start(holds[2].Id, Side.Artist, Now));
        Assert.Null(stack.RefusesBooking(holds[0].ArtistId));
        Assert.Equal(HoldRefusals.DateHeld, stack.RefusesBooking(holds[1].ArtistId));
        Assert.Equal(HoldRefusals.DateHeld, stack.RefusesBooking(Guid.NewGuid()));
        Assert.Null(stack.Commit(holds[0].Id, Now));
        Assert.Equal(HoldRefusals.Committed, stack.Commit(holds[0].Id, Now));
    }

    [Fact]
    public void R22_when_the_challenger_lets_go_nobody_has_to_answer_any_more()
    {
        var (stack, holds) = Stack(3);
        Assert.Null(stack.Start(holds[2].Id, Side.Artist, Now));
        var challenge = stack.Challenge!;
        Assert.Null(stack.Release(holds[2].Id, Side.Artist, Now));
        Assert.Equal((ChallengeState.Ended, HoldState.Active), (challenge.State, holds[1].State));
        Assert.Equal([FactKind.HoldPlaced, FactKind.HoldChallenged, FactKind.ChallengeEnded], Told(holds[1]));
    }

    [Fact]
    public void R22_the_first_that_commits_unasked_ends_a_challenge_below_it()
    {
        var (stack, holds) = Stack(3);
        Assert.Null(stack.Start(holds[2].Id, Side.Artist, Now));
        Assert.Null(stack.Commit(holds[0].Id, Now));
        Assert.Null(stack.Challenge);
        Assert.Equal([HoldState.Active, HoldState.Active, HoldState.Active], holds.Select(hold => hold.State));
        Assert.Equal([FactKind.HoldPlaced, FactKind.ChallengeStarted, FactKind.ChallengeLost], Told(holds[2]));
        Assert.Equal([FactKind.HoldPlaced, FactKind.HoldChallenged, FactKind.ChallengeEnded], Told(holds[1]));
    }

    [Fact]
    public void R22_nobody_is_asked_beyond_the_day_on_which_it_had_to_decide_anyway_and_who_has_run_out_is_passed()
    {
        var (stack, holds) = Stack(3, [Now.AddHours(1), Now.AddHours(30), Now.AddDays(9)]);
        Assert.Null(stack.Start(holds[2].Id, Side.Venue, Now.AddHours(2)));
        Assert.Equal(Now.AddHours(30), stack.Challenge!.DueAt);
        Assert.Null(stack.Release(holds[1].Id, Side.Artist, Now.AddHours(3)));
        Assert.Equal((HoldState.Expired, 1), (holds[0].State, holds[2].Rank)); // the clockwork had not come to it
        Assert.Null(stack.Challenge);
        Assert.Equal([FactKind.HoldPlaced, FactKind.ChallengeStarted, FactKind.ChallengeWon], Told(holds[2])); // two places at once, told once
    }

    [Fact]
    public void R22_a_hold_expires_when_it_had_to_decide_and_not_before_and_not_once_it_has_committed()
    {
        var (stack, holds) = Stack(2);
        stack.Expire(holds[0].Id, holds[0].DecideBy.AddTicks(-1));
        Assert.Equal(HoldState.Active, holds[0].State);
        Assert.Null(stack.Commit(holds[0].Id, Now));
        stack.Expire(holds[0].Id, holds[0].DecideBy);
        Assert.Equal(HoldState.Active, holds[0].State);
        stack.Expire(holds[1].Id, holds[1].DecideBy);
        Assert.Equal((HoldState.Expired, 1), (holds[1].State, stack.Holds.Count));
        stack.Expire(holds[0].Id, stack.Day.Time.End);
        Assert.Equal(HoldState.Expired, holds[0].State);
    }

    [Fact]
    public void R22_an_artist_is_reminded_once_on_the_last_day()
    {
        var (stack, holds) = Stack(1);
        stack.Remind(holds[0].Id, holds[0].DecideBy.AddHours(-25));
        Assert.Null(holds[0].RemindedAt);
        stack.Remind(holds[0].Id, holds[0].DecideBy.AddHours(-24));
        stack.Remind(holds[0].Id, holds[0].DecideBy.AddHours(-23));
        Assert.Equal([FactKind.HoldPlaced, FactKind.HoldExpiring], Told(holds[0]));
    }

    [Theory]
    [InlineData("Europe/Rome", "2027-03-27T20:00:00Z", "2027-03-28T20:00:00Z", "22:00")] // at 21:00 in winter, at 22:00 in summer
    [InlineData("Europe/London", "2027-10-30T12:00:00Z", "2027-10-31T12:00:00Z", "12:00")] // at 13:00 in summer
    public void R22_a_deadline_is_hours_that_pass_whatever_the_clocks_do(string zone, string asked, string due, string clock)
    {
        var (stack, holds) = Stack(2, venue: Venue(zone, 24), date: new(2027, 12, 1));
        Assert.Null(stack.Start(holds[1].Id, Side.Artist, DateTimeOffset.Parse(asked, System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Equal(DateTimeOffset.Parse(due, System.Globalization.CultureInfo.InvariantCulture), stack.Challenge!.DueAt);
        Assert.Equal(clock, $"{TimeZoneInfo.ConvertTime(stack.Challenge.DueAt, stack.Day.Zone):HH:mm}");
    }

    [Fact]
    public void R22_a_hold_is_placed_for_a_day_to_come_and_decided_before_it_is_over()
    {
        var (stack, _) = Stack(0);
        Assert.Equal(HoldRefusals.DecideAhead, stack.Place(Artist(), Now, "", Now).Refusal);
        Assert.Equal(HoldRefusals.DecideInTime, stack.Place(Artist(), stack.Day.Time.End.AddTicks(1), "", Now).Refusal);
        Assert.Equal(HoldRefusals.DatePast, stack.Place(Artist(), stack.Day.Time.End, "", stack.Day.Time.End).Refusal);
        for (var number = 0; number < HoldStack.Most; number++) Assert.Null(stack.Place(Artist(), Now.AddDays(1), "", Now).Refusal);
        Assert.Equal(HoldRefusals.Most.Rule, stack.Place(Artist(), Now.AddDays(1), "", Now).Refusal?.Rule);
    }

    private (HoldStack Stack, IReadOnlyList<Hold> Holds) Stack(int count, DateTimeOffset[]? decideBy = null, Venue? venue = null, DateOnly? date = null)
    {
        var stack = new HoldStack(venue ?? _venue, (venue ?? _venue).Stages[0].Id, date ?? Date, [], null);
        return (stack, [.. Enumerable.Range(0, count).Select(number => stack.Place(Artist(), decideBy?[number] ?? (date is null ? Now.AddDays(10) : Now.AddDays(290)), "", Now).Hold!)]);
    }

    private static FactKind[] Told(Hold hold) => [.. hold.TakeFacts().Select(fact => fact.Kind)];

    private static Artist Artist() => new(Guid.NewGuid(), $"{Guid.NewGuid()}", new()
    {
        Kind = ArtistKind.Band, Name = "Band", Home = Scene.Bologna, Genres = Scene.Rock, Category = Category.Original, Fee = new(400, "EUR"), Negotiable = true, Links = [], Bio = "", Rider = "",
    });

    private static Venue Venue(string zone, int hours = 48)
    {
        var venue = new Venue(Guid.NewGuid(), "house", new()
        {
            Name = "House", About = "", Address = "Via", Place = Scene.Bologna, Latitude = 44, Longitude = 11, TimeZone = zone, Currency = "EUR", Backline = "", Photos = [],
        });
        venue.AddStage(new("Main stage", 100, Room.Standing, 20));
        venue.LetAnswer(hours);
        return venue;
    }
}
