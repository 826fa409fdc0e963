using EasyGig.Domain;
using EasyGig.Domain.Bookings;
using EasyGig.Domain.Facts;
using EasyGig.Domain.Slots;

namespace EasyGig.Tests.Bookings;

/// <summary>R17 and R19 without pages or tables.</summary>
public sealed class LifeVerbTests
{
    private static readonly DateTimeOffset Start = Told.Now.AddDays(30), Short = Start.AddHours(-48).AddTicks(1);

    [Theory]
    [InlineData(-49, BookingState.Cancelled, 0)]
    [InlineData(-48, BookingState.Cancelled, 0)] // exactly 48 hours are time enough
    [InlineData(-47, BookingState.Cancelled, 1)]
    [InlineData(0, BookingState.Confirmed, 0)]
    public void R17_a_venue_that_cancels_within_48_hours_gets_a_strike(int hours, BookingState then, int strikes)
    {
        var (booking, on) = Confirmed();
        var refusal = booking.Cancel(Side.Venue, on, "The roof leaks.", true, new(BookingState.Confirmed, hours > -48), Start.AddHours(hours));
        Assert.Equal(then is BookingState.Cancelled, refusal is null);
        Assert.Equal((then, strikes), (booking.State, booking.Strikes.Count));
        Assert.Equal(strikes == 1 ? [FactKind.Cancelled, FactKind.StrikeGiven] : then is BookingState.Cancelled ? [FactKind.Cancelled] : [], booking.TakeFacts().Select(fact => fact.Kind));
    }

    [Fact]
    public void R17_each_verb_is_for_its_time_and_a_refused_one_changes_nothing()
    {
        var (booking, on) = Confirmed();
        var seen = new Foretold(BookingState.Confirmed, true);
        Refused(BookingRefusals.NotAlone, booking.Cancel(Side.Artist, on, "Ill.", true, seen, Short));
        Refused(BookingRefusals.CancelInstead, booking.CannotPlay("Ill.", Start.AddHours(-48)));
        Refused(BookingRefusals.NothingToAnswer, booking.Release(on, true));
        Refused(BookingRefusals.NothingToAnswer, booking.LetStrikeStand(on, true, Short));
        Refused(BookingRefusals.NotBegun, booking.Play(on.Slot, on.Waiting, Start.AddTicks(-1)));
        Refused(BookingRefusals.NotBegun, booking.NotCome(on, "Nobody there.", Start.AddTicks(-1)));
        Refused(BookingRefusals.CancelledTooLate, booking.CannotPlay("Ill.", Start));
        Refused(BookingRefusals.CancelledTooLate, booking.Cancel(Side.Venue, on, "The roof leaks.", true, seen, Start));
        Refused(BookingRefusals.Foretold, booking.Cancel(Side.Venue, on, "The roof leaks.", true, new(BookingState.PendingReview, false), Short));
        Assert.Null(booking.CannotPlay("Ill.", Short));
        booking.TakeFacts();
        Refused(BookingRefusals.CannotPlaySaid, booking.CannotPlay("Ill.", Short));
        Refused(BookingRefusals.AnswerInstead, booking.Cancel(Side.Venue, on, "The roof leaks.", true, seen, Short));

        void Refused(Refusal with, Refusal? refusal)
        {
            Assert.Equal(with, refusal);
            Assert.Equal((BookingState.Confirmed, SlotState.Booked, 0), (booking.State, on.Slot.State, booking.Strikes.Count));
            Assert.Empty(booking.TakeFacts());
        }
    }

    [Theory]
    [InlineData(BookingState.Cancelled)]
    [InlineData(BookingState.Played)]
    [InlineData(BookingState.NoShow)]
    public void R17_what_has_ended_neither_ends_again_nor_changes(BookingState state)
    {
        var (booking, on) = Confirmed();
        Assert.Null(state switch
        {
            BookingState.Cancelled => booking.Cancel(Side.Venue, on, "The roof leaks.", true, new(BookingState.Confirmed, false), Told.Now),
            BookingState.Played => booking.Play(on.Slot, on.Waiting, Start),
            _ => booking.NotCome(on, "Nobody there.", Start),
        });
        Assert.Equal(BookingRefusals.NotCancellable, booking.Cancel(Side.Venue, on, "Again.", true, new(state, false), Told.Now));
        Assert.Equal(BookingRefusals.NotCancellable, booking.CannotPlay("Ill.", Short));
        Assert.Equal(BookingRefusals.NotConfirmed, booking.Play(on.Slot, on.Waiting, Start));
        Assert.Equal(BookingRefusals.NotConfirmed, booking.NotCome(on, "Nobody there.", Start));
        Assert.Equal(BookingRefusals.TermsClosed, booking.Propose(Side.Artist, 1, More(booking), null, Told.Now));
        Assert.Equal(BookingRefusals.Decided, booking.Approve(Reviewer.Promoter, new([], []), Told.Now));
    }

    [Fact]
    public void R19_a_proposal_is_answered_once_by_the_other_side()
    {
        var (booking, _) = Confirmed();
        var terms = More(booking);
        Assert.Equal(BookingRefusals.TermsSame, booking.Propose(Side.Artist, 1, booking.Terms, null, Told.Now));
        Assert.Null(booking.Propose(Side.Artist, 1, terms, "Please.", Told.Now));
        Assert.Equal(BookingRefusals.TermsSame, booking.Propose(Side.Venue, 2, terms, null, Told.Now));
        Assert.Equal(BookingRefusals.TermsSide, booking.AgreeToTerms(2, Side.Artist, Told.Now));
        Assert.Equal(BookingRefusals.TermsSide, booking.WithdrawTerms(2, Side.Venue, Told.Now));
        Assert.Equal(BookingRefusals.TermsGone, booking.AgreeToTerms(1, Side.Venue, Told.Now));
        Assert.Equal(BookingRefusals.TermsClosed, booking.AgreeToTerms(2, Side.Venue, Start));
        Assert.Equal(BookingRefusals.TermsClosed, booking.RefuseTerms(2, Side.Venue, Start));
        Assert.Equal(BookingRefusals.TermsClosed, booking.WithdrawTerms(2, Side.Artist, Start));
        Assert.Null(booking.AgreeToTerms(2, Side.Venue, Told.Now));
        Assert.Equal((terms, 2), (booking.Terms, booking.Agreed!.Number));
        Assert.Equal(BookingRefusals.TermsGone, booking.RefuseTerms(2, Side.Venue, Told.Now));
        Assert.Equal([(FactKind.TermsProposed, (Side?)Side.Venue), (FactKind.TermsAgreed, null)], booking.TakeFacts().Select(fact => (fact.Kind, fact.To)));
    }

    [Fact]
    public void R19_another_word_another_time_or_another_band_is_another_fingerprint()
    {
        var (one, other) = (Confirmed().Booking, Confirmed().Booking);
        string[] prints = [TermsFingerprint.Of(one, one.Terms), TermsFingerprint.Of(one, More(one)), TermsFingerprint.Of(one, one.Terms with { Clause = "A room." }), TermsFingerprint.Of(other, other.Terms)];
        Assert.Equal(prints.Length, prints.Distinct().Count());
        Assert.Equal(prints[0], TermsFingerprint.Of(one, one.Terms with { Fee = new(400.00m, "EUR") }));
        Assert.All(prints, print => Assert.Matches("^[0-9a-f]{64}$", print));
        Assert.Matches("^([0-9a-f]{4} ){15}[0-9a-f]{4}$", TermsFingerprint.Groups(prints[0]));
    }

    private static BookingTerms More(Booking booking) => booking.Terms with { Fee = new(booking.Fee.Amount + 50, booking.Fee.Currency) };

    private static (Booking Booking, Footing On) Confirmed()
    {
        var venue = Told.Venue();
        var slot = Told.Open(venue);
        var application = Told.Applied(slot);
        var booking = Booking.Accept(Side.Venue, venue, slot, application, slot.TermsVersion, 0, new([], []), false, Told.Now).Booking!;
        booking.TakeFacts();
        return (booking, new(slot, application, []));
    }
}
