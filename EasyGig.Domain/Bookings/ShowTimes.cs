namespace EasyGig.Domain.Bookings;

/// <summary>What has its time on the day of a show, in the order in which it comes.</summary>
public enum ShowPoint { LoadIn, Soundcheck, Doors, Set, Curfew }

/// <summary>When what happens on the day of a show, in UTC, none before the one before it; what nobody has said yet is null.</summary>
public readonly record struct ShowTimes(DateTimeOffset? LoadIn, DateTimeOffset? Soundcheck, DateTimeOffset? Doors, DateTimeOffset? Set, DateTimeOffset? Curfew)
{
    /// <summary>How long before the slot somebody may load in, and how long after it the house may stay open.</summary>
    public static readonly TimeSpan MostBefore = TimeSpan.FromHours(24), MostAfter = TimeSpan.FromHours(12);

    public DateTimeOffset? this[ShowPoint point] => point switch
    {
        ShowPoint.LoadIn => LoadIn,
        ShowPoint.Soundcheck => Soundcheck,
        ShowPoint.Doors => Doors,
        ShowPoint.Set => Set,
        ShowPoint.Curfew => Curfew,
    };

    /// <summary>What has a time, in order.</summary>
    public IReadOnlyList<(ShowPoint Point, DateTimeOffset At)> Known
    {
        get
        {
            List<(ShowPoint, DateTimeOffset)> known = [];
            foreach (var point in Enum.GetValues<ShowPoint>())
                if (this[point] is { } at) known.Add((point, at));
            return known;
        }
    }

    /// <summary>Why these are no times for a show, or null.</summary>
    public Refusal? Refused(Period show)
    {
        foreach (var (point, at) in Known)
            if (No(point, at, show) is { } refusal) return refusal with { Field = point.ToString() };
        return null;
    }

    private static Refusal? No(ShowPoint point, DateTimeOffset at, Period show) => point switch
    {
        ShowPoint.Set => at < show.Start || at >= show.End ? RunOfShowRefusals.SetOutside : null,
        ShowPoint.Curfew => at > show.End + MostAfter ? RunOfShowRefusals.CurfewLate : null,
        _ => at < show.Start - MostBefore ? RunOfShowRefusals.TooEarly : at >= show.End ? RunOfShowRefusals.TooLate : null,
    };
}
