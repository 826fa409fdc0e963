namespace EasyGig.Domain.Venues;

/// <summary>A day on a venue's own calendar.</summary>
public readonly record struct VenueDay(DateOnly Date, TimeZoneInfo Zone)
{
    /// <summary>Days further away than these are on nobody's calendar.</summary>
    public static readonly DateOnly Earliest = new(2000, 1, 1), Latest = new(2199, 12, 31);

    private static readonly TimeSpan Step = TimeSpan.FromMinutes(15);

    /// <summary>The day on which something begins; what goes on past midnight stays on it.</summary>
    public static VenueDay Of(DateTimeOffset moment, TimeZoneInfo zone) => new(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, zone).DateTime), zone);

    /// <summary>From its first moment to the next day's: 23, 24 or 25 hours.</summary>
    public Period Time => new(Begins(Date), Begins(Date.AddDays(1)));

    /// <summary>When the clocks show that time on this day: the first time that they do, null where they skip it.</summary>
    public DateTimeOffset? At(TimeOnly time) => Zone.MomentsAt(Date.ToDateTime(time)).Cast<DateTimeOffset?>().FirstOrDefault()?.ToUniversalTime();

    /// <remarks>Some clocks change at midnight: then the day begins later.</remarks>
    private DateTimeOffset Begins(DateOnly date)
    {
        var local = date.ToDateTime(TimeOnly.MinValue);
        while (Zone.IsInvalidTime(local)) local += Step;
        return Zone.MomentsAt(local).First();
    }
}
