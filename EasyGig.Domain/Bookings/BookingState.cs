using static EasyGig.Domain.Bookings.BookingState;

namespace EasyGig.Domain.Bookings;

public enum BookingState { PendingReview, Confirmed, Rejected, Played, Settled, NoShow, Cancelled }

public static class BookingSteps
{
    public static readonly Steps<BookingState> All = new Steps<BookingState>()
        .Begin(PendingReview, Confirmed)
        .Allow([PendingReview], Confirmed, Rejected)
        .Allow([Confirmed], Played, NoShow)
        .Allow([Played], Settled)
        .Allow([PendingReview, Confirmed], Cancelled);
}
