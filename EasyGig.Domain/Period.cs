namespace EasyGig.Domain;

/// <summary>A half-open stretch of time, [Start, End), in UTC: two periods that only touch do not overlap.</summary>
public readonly record struct Period
{
    /// <exception cref="ArgumentOutOfRangeException">The end is not after the start.</exception>
    public Period(DateTimeOffset start, DateTimeOffset end)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(start, end);
        (Start, End) = (start.ToUniversalTime(), end.ToUniversalTime());
    }

    public DateTimeOffset Start { get; }
    public DateTimeOffset End { get; }

    public bool Overlaps(Period other) => Start < other.End && other.Start < End;
}
