using EasyGig.Domain.Facts;

namespace EasyGig.Domain.Bookings;

/// <summary>How the day of a booking goes, as the venue says it. It has the booking's id.</summary>
public sealed class RunOfShow : Entity
{
    private RunOfShow() { }

    /// <summary>One that says nothing yet.</summary>
    public RunOfShow(Booking booking) => Id = booking.Id;

    public ShowTimes Times { get; private set; }

    /// <summary>Where to park, who opens, the password of the wifi; may be empty.</summary>
    public string Notes { get; private set; } = "";
    public uint Version { get; private set; }

    /// <summary>Says it anew. Nobody is told when it is what was said before.</summary>
    public Refusal? Plan(Booking booking, ShowTimes times, string notes, DateTimeOffset now)
    {
        if (!MayPlan(booking, now)) return RunOfShowRefusals.Over;
        if (times.Refused(booking.Time) is { } refusal) return refusal;
        if ((times, notes) == (Times, Notes)) return null;
        (Times, Notes) = (times, notes);
        Record(booking.That(FactKind.RunOfShowChanged));
        return null;
    }

    public static bool MayPlan(Booking booking, DateTimeOffset now) => booking.Stands && now < booking.Time.End;
}
