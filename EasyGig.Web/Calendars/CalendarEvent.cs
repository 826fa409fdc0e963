using System.Globalization;
using EasyGig.Domain.Slots;

namespace EasyGig.Web.Calendars;

/// <summary>An entry as the script reads it that draws calendars.</summary>
/// <param name="Start">A day, or what the venue's clocks show, without an offset: no script has to know about zones, and a night on
/// which the clocks change is right.</param>
/// <param name="Looks">The classes of the link that it is drawn as.</param>
/// <param name="Move">Where its new time is sent when it is dragged; null where it cannot be.</param>
public sealed record CalendarEvent(string Title, string Start, string? End, bool AllDay, string Href, string Looks, string? Alert, string? Move, uint? Version)
{
    public bool Editable => Move is not null;

    /// <summary>Whether it is a day that waits for something to be planned.</summary>
    public bool Gap { get; private init; }

    public static CalendarEvent Of(CalendarEntry entry) => new(
        $"{entry.Where}: {entry.What}", entry.Window is { } window ? At(window.Date, window.From) : Day(entry.Date),
        entry.Window is { } time ? At(time.Date.AddDays(time.To <= time.From ? 1 : 0), time.To) : null, entry.Window is null, entry.Href, entry.Looks, entry.Alert,
        entry.Handle is { } handle ? $"/director/slots/{handle.SlotId}/edit?handler=Move" : null, entry.Handle?.Version);

    /// <summary>A day that waits for something to be planned.</summary>
    /// <param name="words">What the link says.</param>
    public static CalendarEvent Free(CalendarDay day, string words) => new(words, Day(day.Date), null, true, day.New!, "month-entry month-gap", null, null, null) { Gap = true };

    /// <summary>The window that begins and ends when the clocks show that; null where that is nonsense or a day and more.</summary>
    public static LocalWindow? Read(string? start, string? end) =>
        Read(start) is { } from && Read(end) is { } to && to > from && to - from < TimeSpan.FromDays(1)
            ? new(DateOnly.FromDateTime(from), TimeOnly.FromDateTime(from), TimeOnly.FromDateTime(to)) : null;

    private static DateTime? Read(string? moment) => DateTime.TryParseExact(moment, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var read) ? read : null;

    private const string Format = "yyyy-MM-ddTHH:mm";

    private static string At(DateOnly date, TimeOnly time) => date.ToDateTime(time).ToString(Format, CultureInfo.InvariantCulture);

    private static string Day(DateOnly date) => date.ToString("O", CultureInfo.InvariantCulture);
}
