using EasyGig.Domain.Clockwork;

namespace EasyGig.Web.Clockwork;

/// <summary>Something that comes when its time has come. The database keeps the rows from what its tables say (Data/Sql/rules.clockwork.sql).</summary>
public sealed class Deadline
{
    private static readonly int[] MinutesBetween = [1, 5, 15, 60];

    /// <summary>The row that it is about.</summary>
    public Guid Subject { get; private set; }
    public DeadlineKind Kind { get; private set; }
    public DateTimeOffset DueAt { get; private set; }

    /// <summary>When a node looks at it next.</summary>
    public DateTimeOffset NextAt { get; private set; }

    /// <summary>When it took effect; null while it waits.</summary>
    public DateTimeOffset? RanAt { get; private set; }
    public int Attempts { get; private set; }

    /// <summary>What the last attempt ran into.</summary>
    public string? Error { get; private set; }

    /// <summary>How long it rests after an attempt that failed; the hours go on until it takes effect.</summary>
    /// <param name="attempts">So many have failed.</param>
    public static TimeSpan Rest(int attempts) => TimeSpan.FromMinutes(MinutesBetween[Math.Min(attempts, MinutesBetween.Length) - 1]);
}
