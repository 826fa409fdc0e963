using EasyGig.Domain;
using EasyGig.Domain.Bookings;
using Microsoft.Extensions.Localization;

namespace EasyGig.Web.Localization;

/// <summary>A run of show in the reader's language and the venue's zone.</summary>
public static class ShowFormat
{
    /// <summary><c>01:00 (next day)</c>: seen from the day on which the show begins.</summary>
    public static string At(DateTimeOffset at, Period show, TimeZoneInfo zone, IStringLocalizer text)
    {
        var time = TimeFormat.Time(at, zone);
        var days = (TimeZoneInfo.ConvertTime(at, zone).Date - TimeZoneInfo.ConvertTime(show.Start, zone).Date).Days;
        return days == 0 ? time : $"{time} ({text[days > 0 ? "next day" : "the day before"]})";
    }

    /// <summary>What is known, in order: <c>Load-in</c> and <c>16:00</c>.</summary>
    public static IEnumerable<(string Label, string Time)> Lines(RunOfShow? day, Period show, TimeZoneInfo zone, IStringLocalizer text) =>
        day is null ? [] : day.Times.Known.Select(known => (text[$"show.{Word.Of(known.Point)}"].Value, At(known.At, show, zone, text)));
}
