using EasyGig.Domain;
using EasyGig.Domain.Applications;
using EasyGig.Domain.Bookings;
using EasyGig.Domain.Facts;
using EasyGig.Domain.Slots;

namespace EasyGig.Tests.Bookings;

public sealed class BookingVerbTests
{
    [Fact]
    public void R15a_accepting_books_the_slot_and_puts_the_rivals_on_the_waiting_list_without_a_word()
    {
        var (venue, slot) = House(reviewed: true);
        var (chosen, rival) = (Told.Applied(slot), Told.Applied(slot));

        var (booking, refusal) = Booking.Accept(Side.Venue, venue, slot, chosen, slot.TermsVersion, 0, new([rival], []), declineRivals: true, Told.Now);

        Assert.Null(refusal);
        Assert.Equal((BookingState.PendingReview, SlotState.Booked, ApplicationState.Accepted, ApplicationState.Waitlisted),
            (booking!.State, slot.State, chosen.State, rival.State));
        Assert.Equal(Told.Now + TimeSpan.FromDays(3), booking.ReviewDueAt);
        Assert.Equal([FactKind.Accepted], booking.TakeFacts().Select(f => f.Kind));
        Assert.Equal([FactKind.Waitlisted], rival.TakeFacts().Select(f => f.Kind));
    }

    [Theory]
    [InlineData(true, ApplicationState.Declined, FactKind.Declined)]
    [InlineData(false, ApplicationState.Waitlisted, FactKind.MissedOut)]
    public void R15b_the_rivals_are_told_when_the_booking_is_confirmed(bool decline, ApplicationState then, FactKind told)
    {
        var (venue, slot) = House(reviewed: true);
        var (chosen, rival, elsewhere) = (Told.Applied(slot), Told.Applied(slot), Told.Applied(Told.Open(Told.Venue())));
        var booking = Booking.Accept(Side.Venue, venue, slot, chosen, slot.TermsVersion, 0, new([rival], [elsewhere]), decline, Told.Now).Booking!;
        Assert.Equal(ApplicationState.Submitted, elsewhere.State);
        rival.TakeFacts();

        Assert.Null(booking.Approve(Reviewer.Promoter, new([rival], [elsewhere]), Told.Now));

        Assert.Equal((BookingState.Confirmed, then, ApplicationState.Withdrawn), (booking.State, rival.State, elsewhere.State));
        Assert.Equal([told], rival.TakeFacts().Select(f => f.Kind));
        Assert.Equal([FactKind.Withdrew], elsewhere.TakeFacts().Select(f => f.Kind));
    }

    [Fact]
    public void R16b_without_a_house_promoter_a_booking_starts_confirmed()
    {
        var (venue, slot) = House(reviewed: false);
        var booking = Booking.Accept(Side.Venue, venue, slot, Told.Applied(slot), slot.TermsVersion, 0, new([], []), false, Told.Now).Booking!;
        Assert.Equal((BookingState.Confirmed, null, Told.Now), (booking.State, booking.ReviewDueAt, booking.ConfirmedAt));
        Assert.Equal([FactKind.Accepted, FactKind.Confirmed], booking.TakeFacts().Select(f => f.Kind));
    }

    [Fact]
    public void R16c_the_director_decides_only_when_the_three_days_are_over()
    {
        var (venue, slot) = House(reviewed: true);
        var booking = Booking.Accept(Side.Venue, venue, slot, Told.Applied(slot), slot.TermsVersion, 0, new([], []), false, Told.Now).Booking!;
        var due = Told.Now.AddDays(3);

        Assert.Equal(BookingRefusals.ReviewFirst.Rule, booking.Approve(Reviewer.Director, new([], []), due.AddTicks(-1))!.Rule);
        Assert.True(booking.MayDecide(Reviewer.Promoter, due.AddTicks(-1)));
        Assert.Null(booking.Approve(Reviewer.Director, new([], []), due));
        Assert.Equal(BookingRefusals.Decided, booking.Approve(Reviewer.Promoter, new([], []), due));
    }

    [Fact]
    public void R16d_a_rejected_booking_opens_the_slot_again()
    {
        var (venue, slot) = House(reviewed: true);
        var chosen = Told.Applied(slot);
        var booking = Booking.Accept(Side.Venue, venue, slot, chosen, slot.TermsVersion, 0, new([], []), false, Told.Now).Booking!;

        Assert.Null(booking.Reject(Reviewer.Promoter, new(slot, chosen, []), "Too loud for a Tuesday.", Told.Now));

        Assert.Equal((BookingState.Rejected, SlotState.Open, ApplicationState.Declined, "Too loud for a Tuesday."), (booking.State, slot.State, chosen.State, chosen.Reason));
        Assert.Equal(BookingRefusals.Decided, booking.Reject(Reviewer.Promoter, new(slot, chosen, []), "again", Told.Now));
    }

    [Fact]
    public void R14a_a_booked_slot_refuses_the_next_and_nothing_changes()
    {
        var (venue, slot) = House(reviewed: true);
        var (first, second) = (Told.Applied(slot), Told.Applied(slot));
        Booking.Accept(Side.Venue, venue, slot, first, slot.TermsVersion, 0, new([], []), false, Told.Now);
        Assert.Equal(SlotRefusals.AlreadyBooked, Booking.Accept(Side.Venue, venue, slot, second, slot.TermsVersion, 0, new([], []), false, Told.Now).Refusal);
        Assert.Equal(ApplicationState.Submitted, second.State);
    }

    [Fact]
    public void R16a_nothing_is_approved_after_the_start()
    {
        var (venue, slot) = House(reviewed: true);
        var booking = Booking.Accept(Side.Venue, venue, slot, Told.Applied(slot), slot.TermsVersion, 0, new([], []), false, Told.Now).Booking!;
        Assert.Equal(BookingRefusals.Started, booking.Approve(Reviewer.Promoter, new([], []), slot.Time.Start));
        Assert.Equal(BookingState.PendingReview, booking.State);
    }

    private static (Domain.Venues.Venue Venue, Slot Slot) House(bool reviewed)
    {
        var venue = Told.Venue(reviewed ? Guid.NewGuid() : null);
        return (venue, Told.Open(venue));
    }
}
