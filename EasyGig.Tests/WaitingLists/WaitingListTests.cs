using EasyGig.Domain;
using EasyGig.Domain.Applications;
using EasyGig.Domain.Bookings;
using EasyGig.Domain.Facts;
using EasyGig.Domain.Offers;
using EasyGig.Domain.Slots;
using EasyGig.Domain.WaitingLists;

namespace EasyGig.Tests.WaitingLists;

/// <summary>R17 without pages or tables: who is asked, for how long, and how a waiting list ends.</summary>
public sealed class WaitingListTests
{
    private static readonly TimeSpan Day = TimeSpan.FromHours(24);

    [Fact]
    public void R17_those_who_wait_are_asked_in_the_order_in_which_they_applied_until_nobody_is_left()
    {
        var (slot, waiting) = Fallen(3);
        foreach (var next in waiting)
        {
            WaitingList.AskNext(slot, Enumerable.Reverse(waiting), Day, Told.Now);
            Assert.Equal((next, slot.AskedUntil), (waiting.Single(a => a.Asked is not null), next.Asked!.DueAt));
            Assert.Equal([(FactKind.Revived, Told.Now + Day)], next.TakeFacts().Select(fact => (fact.Kind, fact.Due!.Value)));
            Assert.Null(next.RefuseOffer(Side.Artist, 1));
            Assert.Equal((ApplicationState.Withdrawn, OfferState.Refused), (next.State, next.Offers[0].State));
            Assert.Equal([FactKind.RevivalPassed], next.TakeFacts().Select(fact => fact.Kind));
        }
        WaitingList.AskNext(slot, waiting, Day, Told.Now);
        Assert.Null(slot.AskedUntil);
        Assert.Equal([FactKind.RevivalEnded], slot.TakeFacts().Select(fact => fact.Kind));
    }

    [Theory]
    [InlineData(720, 24d)]
    [InlineData(48, 24d)]
    [InlineData(20, 10d)] // half of what is left
    [InlineData(2, 1d)]
    [InlineData(1.99, null)]
    public void R17_each_has_the_venues_time_to_answer_but_for_half_of_what_is_left(double hoursLeft, double? hours)
    {
        var (slot, waiting) = Fallen(1);
        var now = slot.Time.Start.AddHours(-hoursLeft);
        WaitingList.AskNext(slot, waiting, Day, now);
        Assert.Equal(hours is { } most ? now.AddHours(most) : null, waiting[0].Asked?.DueAt);
        Assert.Equal(hours is null ? [FactKind.RevivalEnded] : [], slot.TakeFacts().Select(fact => fact.Kind));
    }

    [Fact]
    public void R17_whoever_lets_the_time_pass_is_out_and_no_yes_comes_afterwards()
    {
        var (slot, waiting) = Fallen(1);
        WaitingList.AskNext(slot, waiting, Day, Told.Now);
        waiting[0].TakeFacts();
        Assert.False(waiting[0].LetPass(Told.Now + Day - TimeSpan.FromTicks(1)));
        Assert.Equal(OfferRefusals.Over, Accept(Side.Artist, slot, waiting[0], Told.Now + Day).Refusal);
        Assert.True(waiting[0].LetPass(Told.Now + Day));
        Assert.Equal((ApplicationState.Expired, OfferState.Lapsed), (waiting[0].State, waiting[0].Offers[0].State));
        Assert.Equal([FactKind.RevivalLapsed], waiting[0].TakeFacts().Select(fact => fact.Kind));
        Assert.False(waiting[0].LetPass(Told.Now + Day));
    }

    [Fact]
    public void R17_while_the_list_is_asked_nobody_else_is_booked_or_offered_it()
    {
        var (slot, waiting) = Fallen(2);
        WaitingList.AskNext(slot, waiting, Day, Told.Now);
        var fresh = Told.Applied(slot);
        Assert.Equal(WaitingListRefusals.Running, Accept(Side.Venue, slot, fresh).Refusal);
        Assert.Equal(WaitingListRefusals.Running, Told.Offer(fresh, slot));
        Assert.Equal(WaitingListRefusals.Running, Told.Offer(waiting[0], slot)); // nor other terms to whoever is asked
        Assert.Equal(WaitingListRefusals.Running, Told.Offer(waiting[0], slot, Side.Artist));
        Assert.Equal(WaitingListRefusals.Running, waiting[0].WithdrawOffer(Side.Venue, 1));
        Assert.Null(fresh.Shortlist());

        var (booking, refusal) = Accept(Side.Artist, slot, waiting[0]);
        Assert.Null(refusal);
        Assert.Equal((SlotState.Booked, null, 400m), (slot.State, slot.AskedUntil, booking!.Fee.Amount));
    }

    [Fact]
    public void R17_the_venue_stops_asking_and_those_who_wait_wait_on()
    {
        var (slot, waiting) = Fallen(2);
        Assert.Equal(WaitingListRefusals.NotRunning, WaitingList.Stop(slot, null));
        WaitingList.AskNext(slot, waiting, Day, Told.Now);
        waiting[0].TakeFacts();
        Assert.Null(WaitingList.Stop(slot, waiting[0]));
        Assert.Equal((null, ApplicationState.Waitlisted, OfferState.Withdrawn), (slot.AskedUntil, waiting[0].State, waiting[0].Offers[0].State));
        Assert.Equal([FactKind.OfferWithdrawn], waiting[0].TakeFacts().Select(fact => fact.Kind));
        Assert.Null(Told.Offer(waiting[1], slot));
    }

    [Fact]
    public void R17_the_slot_is_offered_on_terms_to_which_the_venue_has_said_yes()
    {
        var venue = Told.Venue();
        var slot = new Slot(venue, venue.Stages[0], new(Told.Now.AddDays(30), Told.Now.AddDays(30.1)), Told.Terms with { Negotiable = true });
        Assert.Null(slot.Publish(Told.Now));
        var dear = Application.Submit(slot, Told.Artist(), "Hello", 900, 1, Told.Now).Application!; // nobody said yes to that
        var bargained = Told.Applied(slot);
        Assert.Null(Told.Offer(bargained, slot, Side.Venue, 520) ?? Told.Offer(bargained, slot, Side.Artist, 700));
        Fall(slot, venue, [dear, bargained]);

        WaitingList.AskNext(slot, [dear, bargained], Day, Told.Now);
        Assert.Equal((null, 520m), (dear.Asked, bargained.Asked!.Fee.Amount));
    }

    [Fact]
    public void R17_who_has_not_read_the_slot_as_it_was_changed_is_passed_by()
    {
        var (slot, waiting) = Fallen(2);
        Assert.Null(slot.Change(Told.Venue().Stages[0], slot.Time, slot.Terms with { MaxFee = 450 }, [], Told.Now));
        Assert.Null(waiting[1].ConfirmTerms(slot, 2));
        WaitingList.AskNext(slot, waiting, Day, Told.Now);
        Assert.Equal(waiting[1], waiting.Single(a => a.Asked is not null));
    }

    [Fact]
    public void R17_a_new_application_outlasts_the_asking_by_a_day_where_the_start_allows_it()
    {
        var venue = Told.Venue();
        var slot = Told.Open(venue, 6.5);
        var fresh = Told.Applied(slot);
        var waiting = Told.Applied(slot);
        Fall(slot, venue, [waiting]);
        fresh.Outlast(slot);
        Assert.Equal(Told.Now.AddDays(5), fresh.ExpiresAt); // nobody is asked
        WaitingList.AskNext(slot, [waiting], TimeSpan.FromDays(1.5), Told.Now.AddDays(2.75));
        fresh.Outlast(slot);
        Assert.Equal(Told.Now.AddDays(5.25), fresh.ExpiresAt);
        WaitingList.Stop(slot, waiting);
        WaitingList.AskNext(slot, [waiting], TimeSpan.FromDays(2), Told.Now.AddDays(4));
        fresh.Outlast(slot);
        Assert.Equal(slot.Time.Start.AddHours(-24), fresh.ExpiresAt);
    }

    [Fact]
    public void R17_a_slot_that_is_taken_back_or_over_is_asked_about_no_more()
    {
        foreach (var end in (Action<Slot, List<Application>>[])[(slot, all) => slot.Cancel(all, "The roof leaks.", Told.Now), (slot, all) => slot.Lapse(all, [], slot.Time.Start)])
        {
            var (slot, waiting) = Fallen(2);
            WaitingList.AskNext(slot, waiting, Day, Told.Now);
            end(slot, waiting);
            Assert.Null(slot.AskedUntil);
            Assert.All(waiting, application => Assert.Null(application.Asked));
        }
    }

    private static (Booking? Booking, Refusal? Refusal) Accept(Side by, Slot slot, Application application, DateTimeOffset? now = null) =>
        Booking.Accept(by, Told.Venue(), slot, application, slot.TermsVersion, application.Standing?.Number ?? 0, new([], []), false, now ?? Told.Now);

    /// <summary>An open slot whose booking fell, and so many who wait for it, who applied one after the other.</summary>
    private static (Slot Slot, List<Application> Waiting) Fallen(int waiting)
    {
        var venue = Told.Venue();
        var slot = Told.Open(venue);
        List<Application> all = [];
        for (var number = 0; number < waiting; number++) all.Add(Application.Submit(slot, Told.Artist(), "Hello", 400, 1, Told.Now.AddSeconds(number)).Application!);
        Fall(slot, venue, all);
        return (slot, all);
    }

    private static void Fall(Slot slot, Domain.Venues.Venue venue, List<Application> waiting)
    {
        var chosen = Told.Applied(slot);
        var booking = Booking.Accept(Side.Venue, venue, slot, chosen, slot.TermsVersion, 0, new(waiting, []), false, Told.Now).Booking!;
        Assert.Null(booking.Cancel(Side.Artist, new(slot, chosen, waiting), "Ill.", true, new(BookingState.Confirmed, false), Told.Now));
        slot.TakeFacts();
        waiting.ForEach(application => application.TakeFacts());
    }
}
