using System.Globalization;
using EasyGig.Domain;
using Microsoft.Extensions.Localization;

namespace EasyGig.Web.Localization;

/// <summary>Dates and times in the reader's language and in the zone of the place they belong to.</summary>
public static class TimeFormat
{
    /// <summary><c>Fri 1 May 2026</c></summary>
    public static string Day(DateTimeOffset moment, TimeZoneInfo zone) => In(moment, zone, "ddd d MMM yyyy");

    /// <inheritdoc cref="Day(DateTimeOffset, TimeZoneInfo)"/>
    public static string Day(DateOnly day) => day.ToString("ddd d MMM yyyy", CultureInfo.CurrentCulture);

    /// <summary><c>20:00</c></summary>
    public static string Time(DateTimeOffset moment, TimeZoneInfo zone) => In(moment, zone, "HH:mm");

    /// <summary><c>Fri 1 May 2026, 20:00</c></summary>
    public static string Moment(DateTimeOffset moment, TimeZoneInfo zone) => $"{Day(moment, zone)}, {Time(moment, zone)}";

    /// <summary><c>Fri 1 May 20:00</c>: of what is near, without the year.</summary>
    public static string Soon(DateTimeOffset moment, TimeZoneInfo zone) => In(moment, zone, "ddd d MMM HH:mm");

    /// <summary><c>Fri 1 May 2026, 20:00–23:00</c>; an end within a day is only a time, also after midnight.</summary>
    public static string Span(Period period, TimeZoneInfo zone)
    {
        var end = period.End - period.Start < TimeSpan.FromDays(1) ? Time(period.End, zone) : $" {Moment(period.End, zone)}";
        return $"{Moment(period.Start, zone)}–{end}";
    }

    /// <summary><c>Europe/Rome (UTC+2)</c>: the same in every language, and right on both sides of a clock change.</summary>
    public static string ZoneName(DateTimeOffset moment, TimeZoneInfo zone)
    {
        var offset = zone.GetUtcOffset(moment);
        var minutes = offset.Minutes == 0 ? "" : $":{Math.Abs(offset.Minutes):00}";
        return $"{zone.Id} (UTC{(offset < TimeSpan.Zero ? '−' : '+')}{Math.Abs(offset.Hours)}{minutes})";
    }

    /// <summary>How far away: <c>in 5 hours</c>, <c>tomorrow</c>, <c>3 days ago</c>. Days are counted on the zone's calendar.</summary>
    public static string Distance(DateTimeOffset moment, DateTimeOffset now, TimeZoneInfo zone, IStringLocalizer text)
    {
        var (away, ahead) = ((moment - now).Duration(), moment >= now);
        if (away < TimeSpan.FromMinutes(1)) return text["distance.now"];
        if (away < TimeSpan.FromHours(1)) return Count(text, (int)away.TotalMinutes, ahead, "minute");
        if (away < TimeSpan.FromDays(1)) return Count(text, (int)away.TotalHours, ahead, "hour");
        var days = Math.Abs((LocalDay(moment, zone) - LocalDay(now, zone)).Days);
        if (days == 1) return text[ahead ? "tomorrow" : "yesterday"];
        return days < 60 ? Count(text, days, ahead, "day") : Count(text, days / 30, ahead, "month");
    }

    private static string Count(IStringLocalizer text, int number, bool ahead, string unit) =>
        text[$"distance.{unit}.{(ahead ? "ahead" : "ago")}.{(number == 1 ? "one" : "many")}", number];

    private static DateTime LocalDay(DateTimeOffset moment, TimeZoneInfo zone) => TimeZoneInfo.ConvertTime(moment, zone).Date;

    private static string In(DateTimeOffset moment, TimeZoneInfo zone, string format) =>
        TimeZoneInfo.ConvertTime(moment, zone).ToString(format, CultureInfo.CurrentCulture);
}
