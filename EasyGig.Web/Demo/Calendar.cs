namespace EasyGig.Web.Demo;

/// <summary>The days around today, where the demo scene is.</summary>
internal sealed class Calendar(DateTimeOffset now)
{
    public static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Rome");

    public DateTimeOffset Now { get; } = now;

    public DateOnly Today { get; } = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, Zone).DateTime);

    /// <summary>When today began.</summary>
    public DateTimeOffset Midnight => Local(Today.ToDateTime(TimeOnly.MinValue));

    /// <summary>The day so many days from today, or the first such weekday from there on.</summary>
    public DateOnly Day(int inDays, DayOfWeek? on)
    {
        var first = Today.AddDays(inDays);
        return on is { } day ? first.AddDays(((int)day - (int)first.DayOfWeek + 7) % 7) : first;
    }

    /// <summary>So many days before now; a whole day or more ago it was daytime.</summary>
    public DateTimeOffset Ago(double days) => days < 1 ? Now.AddDays(-days) : AtDaytime(Now.AddDays(-days));

    /// <summary>The same day between nine and nine: nobody answers mail at four in the morning. Keeps the order of times.</summary>
    public static DateTimeOffset AtDaytime(DateTimeOffset at)
    {
        var local = TimeZoneInfo.ConvertTime(at, Zone).DateTime;
        return Local(local.Date.AddHours(9) + local.TimeOfDay / 2);
    }

    private static DateTimeOffset Local(DateTime time) => new DateTimeOffset(time, Zone.GetUtcOffset(time)).ToUniversalTime();
}
