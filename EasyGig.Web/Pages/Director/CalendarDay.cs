using EasyGig.Domain.Bookings;
using EasyGig.Domain.Slots;
using EasyGig.Web.Holds;

namespace EasyGig.Web.Pages.Director;

/// <summary>A day of the calendar, on the venue's own calendar.</summary>
public sealed record CalendarDay(DateOnly Date, bool InMonth, DateOnly Today, IReadOnlyList<CalendarEntry> Entries, IReadOnlyList<StackView> Held)
{
    /// <summary>A Friday or Saturday to come on which nothing is planned and nobody waits.</summary>
    public bool IsGap => InMonth && MayPlan && !HoldsSomething && Date.DayOfWeek is DayOfWeek.Friday or DayOfWeek.Saturday;

    public bool HoldsSomething => Entries.Count + Held.Count > 0;

    public bool MayPlan => Date >= Today;

    public string Kind => !InMonth ? "month-out" : HoldsSomething ? "month-full" : IsGap ? "month-gap" : "";
}

/// <summary>A slot on the calendar.</summary>
/// <param name="Applicants">How many live applications it has.</param>
/// <param name="Artist">Who is booked on it.</param>
/// <param name="Booking">How the booking stands.</param>
public sealed record CalendarEntry(SlotTitle Slot, int Applicants, string? Artist, BookingState? Booking)
{
    public TimeOnly From => LocalWindow.Of(Slot.Time, Slot.Zone).From;

    public DateOnly Date => LocalWindow.Of(Slot.Time, Slot.Zone).Date;

    /// <summary>What gives the entry its colour and its word.</summary>
    public Enum StateAt(DateTimeOffset now) => Booking is { } state ? state : Slot.StateAt(now);
}
