namespace EasyGig.Domain.Strikes;

/// <summary>Where an artist or a venue stands: how many strikes count against it, and what that leads to (R18).</summary>
/// <param name="Count">Those that neither lapsed nor were lifted.</param>
/// <param name="FrozenUntil">Until then it may not publish, apply, accept, offer or invite; null when it may.</param>
/// <param name="NextFreeze">How long the next strike would freeze it; null when it would not.</param>
public sealed record Standing(int Count, DateTimeOffset? FrozenUntil, TimeSpan? NextFreeze)
{
    public const int WarnedFrom = 2, FrozenFrom = 3;

    public static readonly TimeSpan FirstFreeze = TimeSpan.FromDays(7), LaterFreeze = TimeSpan.FromDays(14);

    /// <summary>One more, and it is frozen.</summary>
    public bool IsWarned => Count >= WarnedFrom && FrozenUntil is null;

    /// <param name="strikes">All that one owner ever got.</param>
    public static Standing Of(IEnumerable<Strike> strikes, DateTimeOffset now)
    {
        List<Strike> all = [.. strikes];
        var count = all.Count(strike => strike.StateAt(now) is StrikeState.Standing);
        return new(count, all.Where(strike => strike.FrozenUntil > now).Max(strike => strike.FrozenUntil),
            count + 1 < FrozenFrom ? null : all.Any(strike => strike.FrozenUntil is not null && FreezeBy(strike, all) is not null) ? LaterFreeze : FirstFreeze);
    }

    /// <summary>How long a strike freezes its owner, seen from what has been lifted by now; null when it does not.</summary>
    internal static TimeSpan? FreezeBy(Strike strike, IReadOnlyList<Strike> all) =>
        strike.LiftedAt is not null || all.Count(other => other.LiftedAt is null && other.GivenAt <= strike.GivenAt && other.LapsesAt > strike.GivenAt) < FrozenFrom ? null
        : all.Any(other => other.FrozenUntil is not null && IsBefore(other, strike) && FreezeBy(other, all) is not null) ? LaterFreeze : FirstFreeze;

    private static bool IsBefore(Strike one, Strike other) =>
        (one.GivenAt, one.FrozenUntil ?? DateTimeOffset.MaxValue, one.Id).CompareTo((other.GivenAt, other.FrozenUntil ?? DateTimeOffset.MaxValue, other.Id)) < 0;
}
