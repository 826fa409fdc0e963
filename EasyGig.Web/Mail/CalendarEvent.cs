using EasyGig.Domain;

namespace EasyGig.Web.Mail;

/// <summary>One entry of a calendar file.</summary>
/// <param name="Key">Stays the same for the entry's whole life: <c>booking-{id}</c>.</param>
/// <param name="Sequence">Counts up when time or place change, so that calendars replace what they hold.</param>
/// <param name="Zone">The venue's.</param>
/// <param name="Link">The absolute address of its page.</param>
public sealed record CalendarEvent(
    string Key, int Sequence, Period Time, TimeZoneInfo Zone, string Summary, string Location, string Description, Uri Link)
{
    /// <summary>A fallen entry stays in the calendar, struck through.</summary>
    public bool Cancelled { get; init; }

    /// <summary>Not certain yet.</summary>
    public bool Tentative { get; init; }

    /// <summary>When it last changed; null where only the moment of writing is known.</summary>
    public DateTimeOffset? ChangedAt { get; init; }
}
