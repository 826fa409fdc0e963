namespace EasyGig.Tests;

/// <summary>A clock that stands still until a test moves it.</summary>
public sealed class TestClock : TimeProvider
{
    /// <summary>A Wednesday at noon, in winter, long before the clocks change.</summary>
    public static readonly DateTimeOffset Start = new(2027, 2, 3, 12, 0, 0, TimeSpan.Zero);

    public DateTimeOffset Now { get; set; } = Start;

    public override DateTimeOffset GetUtcNow() => Now;
}
