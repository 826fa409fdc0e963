using EasyGig.Domain;

namespace EasyGig.Web.BusyTimes;

/// <summary>Why an event cannot be taken over.</summary>
internal enum Unread { Time, Zone, Rule }

/// <summary>An event of a calendar file.</summary>
/// <param name="Replaces">Which time of the event that repeats it stands for.</param>
/// <param name="Except">When it does not take place, though its rule says so.</param>
/// <param name="More">When it does, though its rule does not say so.</param>
internal sealed record IcsEvent(string Uid, IcsTime Start, TimeSpan Length, bool Free, Recurrence? Rule, IcsTime? Replaces, IReadOnlyList<IcsTime> Except, IReadOnlyList<IcsTime> More)
{
    /// <summary>The event that lines describe, or why there is none; neither where it takes no time.</summary>
    public static (IcsEvent? Event, Unread? Why) Read(IReadOnlyList<IcsLine> lines, IcsZones zones)
    {
        if (Of("DTSTART") is not { } begins) return (null, Unread.Time);
        if (lines.Any(line => line["TZID"] is { } id && zones.Of(id) is null)) return (null, Unread.Zone);
        if (Time(begins, zones) is not { } start) return (null, Unread.Time);
        if (Of("RECURRENCE-ID") is { } id1 && (Time(id1, zones) is null || id1["RANGE"] is not null)) return (null, Unread.Rule);
        TimeSpan? length = start.WholeDay ? TimeSpan.FromDays(1) : TimeSpan.Zero;
        if (Of("DTEND") is { } ends) length = Time(ends, zones) is not { } end ? null : start.WholeDay && end.WholeDay ? end.Local - start.Local : end.Moment - start.Moment;
        else if (Of("DURATION") is { } lasts) length = IcsTime.ReadLength(lasts.Value);
        if (length is not { } known || known < TimeSpan.Zero || known > TimeSpan.FromDays(3660)) return (null, Unread.Time);
        if (lines.Count(line => line.Name == "RRULE") > 1 || Of("EXRULE") is not null) return (null, Unread.Rule);
        var rule = Of("RRULE") is { } repeats ? Recurrence.Read(repeats.Value, start.Zone) : null;
        if (rule is null && Of("RRULE") is not null) return (null, Unread.Rule);
        var free = Of("STATUS")?.Value.ToUpperInvariant() is "CANCELLED" || Of("TRANSP")?.Value.ToUpperInvariant() is "TRANSPARENT";
        return (new(Of("UID")?.Value ?? "", start, known, free || known == TimeSpan.Zero, rule, Of("RECURRENCE-ID") is { } replaces ? Time(replaces, zones) : null, Times(lines, "EXDATE", zones), Times(lines, "RDATE", zones)), null);

        IcsLine? Of(string name) => lines.FirstOrDefault(line => line.Name == name);
    }

    /// <summary>When it takes place within a window.</summary>
    /// <param name="replaced">Other events stand for it at these moments.</param>
    /// <param name="steps">How much may still be looked at; used up as it goes on.</param>
    public IEnumerable<Period> Within(Period window, IReadOnlySet<DateTimeOffset> replaced, Budget steps)
    {
        var (exceptDays, except) = (Except.Where(time => time.WholeDay).Select(time => time.Local).ToHashSet(), Except.Where(time => !time.WholeDay).Select(time => time.Moment).ToHashSet());
        foreach (var start in Starts(window, steps).Concat(More.TakeWhile(_ => steps.Take()).Select(time => time.WholeDay && !Start.WholeDay ? Start with { Local = time.Local.Date + Start.Local.TimeOfDay } : time)))
        {
            var from = start.Moment;
            if (replaced.Contains(from) || except.Contains(from) || exceptDays.Contains(start.Local.Date)) continue;
            var until = start.WholeDay ? (start with { Local = start.Local + Length }).Moment : from + Length;
            if (until > from && from < window.End && until > window.Start) yield return new(from, until);
        }
    }

    private IEnumerable<IcsTime> Starts(Period window, Budget steps)
    {
        yield return Start;
        if (Rule is null) yield break;
        var (number, nearly) = (1, window.Start.UtcDateTime - Length - TimeSpan.FromDays(2));
        for (var period = Rule.Count is null ? Rule.Before(nearly, Start.Local) : 0; steps.Take(); period++)
        {
            if (Start.Local.Year + (long)period * Rule.Interval / Rule.InYear > window.End.Year + 1) yield break;
            foreach (var day in Rule.In(period, Start.Local))
            {
                var next = Start with { Local = day + Start.Local.TimeOfDay };
                if (next.Local <= Start.Local) continue;
                if (++number > Rule.Count || next.Moment > Rule.Until || next.Moment >= window.End) yield break;
                yield return next;
            }
        }
    }

    private static IcsTime? Time(IcsLine line, IcsZones zones) => zones.Of(line["TZID"]) is { } zone ? IcsTime.Read(line.Value, zone) : null;

    private static List<IcsTime> Times(IReadOnlyList<IcsLine> lines, string name, IcsZones zones) =>
        [.. lines.Where(line => line.Name == name).SelectMany(line => line.Value.Split(',').Select(value => IcsTime.Read(value.Trim(), zones.Of(line["TZID"])!))).OfType<IcsTime>()];
}

/// <summary>How much work a file may make.</summary>
internal sealed class Budget(int steps)
{
    public bool IsSpent => steps <= 0;

    public bool Take() => steps-- > 0;
}
