namespace EasyGig.Domain.Slots;

/// <summary>Several slots at once: a window that is split, and that comes back every week.</summary>
/// <param name="First">The first night's window.</param>
/// <param name="Parts">Into how many equal slots each night is split, 1 to <see cref="MaxParts"/>.</param>
/// <param name="Until">The last day on which a night may begin; null for one night alone.</param>
public sealed record SlotSeries(LocalWindow First, int Parts = 1, DateOnly? Until = null)
{
    public const int MaxParts = 12;

    /// <summary>Of all nights together.</summary>
    public const int MaxSlots = 200;

    /// <summary>Nobody plays for less.</summary>
    public static readonly TimeSpan Shortest = TimeSpan.FromMinutes(15);

    /// <summary>The same weekday and clock times in every week, which stay right when the clocks change.</summary>
    public IEnumerable<LocalWindow> Nights => Enumerable.Range(0, Weeks).Select(week => First with { Date = First.Date.AddDays(7 * week) });

    private int Weeks => Until is { } until ? Math.Max(0, until.DayNumber - First.Date.DayNumber) / 7 + 1 : 1;

    public Refusal? Refuses() =>
        Until < First.Date ? SlotRefusals.SeriesOrder
        : (long)Weeks * Parts > MaxSlots ? SlotRefusals.SeriesTooLong.About(MaxSlots)
        : null;

    /// <summary>A night's slots, equal to the minute, with the changeover between; what is left over by rounding is at the end.</summary>
    /// <param name="changeover">The stage's, minutes.</param>
    public (IReadOnlyList<Period> Slots, Refusal? Refusal) Split(Period night, int changeover)
    {
        if (Parts == 1) return ([night], null);
        var playing = (night.End - night.Start).TotalMinutes - (Parts - 1) * changeover;
        var each = TimeSpan.FromMinutes(Math.Floor(playing / Parts));
        if (each < Shortest) return ([], SlotRefusals.SplitTooShort.About(Parts, changeover, Shortest.TotalMinutes));
        return ([.. Enumerable.Range(0, Parts).Select(part => night.Start + part * (each + TimeSpan.FromMinutes(changeover))).Select(start => new Period(start, start + each))], null);
    }
}
