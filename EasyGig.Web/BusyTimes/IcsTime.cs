using System.Globalization;
using System.Text.RegularExpressions;

namespace EasyGig.Web.BusyTimes;

/// <summary>A time as a calendar says it: what the clocks of a zone show, or a whole day.</summary>
internal readonly partial record struct IcsTime(DateTime Local, TimeZoneInfo Zone, bool WholeDay)
{
    private static readonly string[] Clock = ["yyyyMMdd'T'HHmmss", "yyyyMMdd'T'HHmm"];

    /// <summary>The moment: of a time that the clocks repeat the first, of one that they skip an hour later.</summary>
    public DateTimeOffset Moment
    {
        get
        {
            var there = Zone.IsInvalidTime(Local) ? Local.AddHours(1) : Local;
            var offset = Zone.IsAmbiguousTime(there) ? Zone.GetAmbiguousTimeOffsets(there).Max() : Zone.GetUtcOffset(there);
            return new(there - offset, TimeSpan.Zero);
        }
    }

    /// <returns>Null where it is no time, or of another age.</returns>
    public static IcsTime? Read(string value, TimeZoneInfo zone)
    {
        if (DateTime.TryParseExact(value, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return Known(day) ? new(day, zone, true) : null;
        var utc = value.EndsWith('Z');
        return DateTime.TryParseExact(utc ? value[..^1] : value, Clock, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) && Known(time) ? new(time, utc ? TimeZoneInfo.Utc : zone, false) : null;
    }

    /// <summary>A length such as <c>PT1H30M</c> or <c>P2D</c>; null where it is none, or not one of time that passes.</summary>
    public static TimeSpan? ReadLength(string value)
    {
        var match = Length().Match(value);
        if (!match.Success) return null;
        int Of(int group) => match.Groups[group].Success ? int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture) : 0;
        var length = new TimeSpan(Of(1) * 7 + Of(2), Of(3), Of(4), Of(5));
        return length > TimeSpan.Zero ? length : null;
    }

    private static bool Known(DateTime time) => time.Year is > 1600 and <= 2200;

    [GeneratedRegex(@"^\+?P(?:([0-9]{1,3})W)?(?:([0-9]{1,4})D)?(?:T(?:([0-9]{1,4})H)?(?:([0-9]{1,5})M)?(?:([0-9]{1,6})S)?)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Length();
}
