using EasyGig.Domain;
using EasyGig.Domain.Bookings;
using EasyGig.Domain.Facts;
using EasyGig.Domain.Strikes;

namespace EasyGig.Tests.Strikes;

/// <summary>R18 without pages or tables: what strikes lead to, when they cease to count, and what lifting one undoes.</summary>
public sealed class StandingTests
{
    private static readonly DateTimeOffset First = Told.Now.AddDays(60);

    private readonly List<Strike> _all = [];

    [Fact]
    public void R18_two_strikes_warn_three_freeze_for_a_week_and_every_later_one_for_two()
    {
        var told = Enumerable.Range(0, 5).Select(day => Struck(day).TakeFacts().Select(fact => (fact.Kind, fact.To, fact.Due)).ToArray()).ToList();

        Assert.Equal(
            [[], [(FactKind.Warned, Side.Artist, null)], [(FactKind.Frozen, Side.Artist, First.AddDays(2 + 7))], [(FactKind.Frozen, Side.Artist, First.AddDays(3 + 14))], [(FactKind.Frozen, Side.Artist, First.AddDays(4 + 14))]],
            told);
        Assert.Equal(new(5, First.AddDays(18), Standing.LaterFreeze), At(4));
        Assert.Equal(new(5, null, Standing.LaterFreeze), At(18));
    }

    [Fact]
    public void R18_the_next_one_is_foretold()
    {
        Assert.Equal(new(0, null, null), At(0));
        Struck(0);
        Assert.Equal(new(1, null, null), At(0));
        Struck(1);
        Assert.Equal(new(2, null, Standing.FirstFreeze), At(1));
        Assert.True(At(1).IsWarned);
        Struck(2);
        Assert.False(At(2).IsWarned); // it is frozen instead
    }

    [Fact]
    public void R18_a_strike_counts_for_half_a_year_and_a_freeze_does_not_end_because_one_lapses()
    {
        Struck(0);
        Struck(1);
        Struck(178);
        Assert.Equal(3, Standing.Of(_all, First.AddDays(180).AddTicks(-1)).Count);
        Assert.Equal((2, First.AddDays(185)), (At(180).Count, At(180).FrozenUntil!.Value));
        Assert.Null(At(185).FrozenUntil);
        Assert.Equal([false, true], ((double[])[179.9, 180]).Select(day => _all[0].Lapse(First.AddDays(day))));
        Struck(186); // the second has lapsed too, so this is the second that counts
        Assert.Equal((2, null), (At(186).Count, At(186).FrozenUntil));
    }

    [Theory]
    [InlineData(0, 3)] // the third would have been the second
    [InlineData(2, 3)] // the one that froze
    public void R18_lifting_a_strike_ends_a_freeze_that_would_not_have_come_without_it(int which, int strikes)
    {
        for (var day = 0; day < strikes; day++) Struck(day);
        _all.ForEach(strike => strike.TakeFacts());

        Assert.Null(_all[which].Lift("It was the landlord.", Guid.NewGuid(), _all, First.AddDays(3)));

        Assert.Equal(new(2, null, Standing.FirstFreeze), At(3));
        Assert.Equal([FactKind.StrikeLifted], _all[which].TakeFacts().Select(fact => fact.Kind));
        Assert.Equal([true], _all.Where(strike => strike.EndFreeze(_all, First.AddDays(3))).Select(strike => strike == _all[2]));
        Assert.Equal(StrikeRefusals.LiftedOnce, _all[which].Lift("Again.", Guid.NewGuid(), _all, First.AddDays(4)));
    }

    [Fact]
    public void R18_a_freeze_that_would_have_come_stays_and_is_as_long_as_it_would_have_been()
    {
        for (var day = 0; day < 4; day++) Struck(day);
        Assert.Equal(First.AddDays(17), At(4).FrozenUntil);

        _all[1].Lift("It was the landlord.", Guid.NewGuid(), _all, First.AddDays(4)); // the fourth would have been the third

        Assert.Equal(new(3, First.AddDays(10), Standing.LaterFreeze), At(4));
        Assert.Equal(First.AddDays(4), _all[2].FrozenUntil);
        Assert.DoesNotContain(_all, strike => strike.EndFreeze(_all, First.AddDays(4)));
        Assert.Equal([_all[3]], _all.Where(strike => strike.EndFreeze(_all, First.AddDays(10))));
    }

    [Fact]
    public void R18_what_one_side_got_is_not_held_against_the_other()
    {
        Struck(0);
        Struck(1);
        var venue = Told.Venue();
        var (booking, on) = Booked(venue);
        Assert.Null(booking.Cancel(Side.Venue, on with { Strikes = _all }, "The roof leaks.", true, new(BookingState.Confirmed, true), booking.Time.Start.AddHours(-20)));
        var strike = Assert.Single(booking.Strikes);
        Assert.Equal((venue.Id, null, null, StrikeKind.Cancelled), (strike.VenueId, strike.ArtistId, strike.FrozenUntil, strike.Kind));
    }

    private Standing At(double day) => Standing.Of(_all, First.AddDays(day));

    /// <summary>An artist does not come, so many days after the first evening.</summary>
    private Strike Struck(double day)
    {
        var (booking, on) = Booked(Told.Venue());
        Assert.Null(booking.NotCome(on with { Strikes = [.. _all] }, "Nobody there.", First.AddDays(day)));
        _all.Add(booking.Strikes[0]);
        return booking.Strikes[0];
    }

    private static (Booking, Footing) Booked(Domain.Venues.Venue venue)
    {
        var slot = Told.Open(venue);
        var application = Told.Applied(slot);
        var booking = Booking.Accept(Side.Venue, venue, slot, application, slot.TermsVersion, 0, new([], []), false, Told.Now).Booking!;
        return (booking, new(slot, application, []));
    }
}
