using EasyGig.Domain;

namespace EasyGig.Web.Components;

/// <summary>What a list says about one open slot.</summary>
/// <param name="Zone">The venue's.</param>
/// <param name="Genres">Names in the reader's language.</param>
public sealed record SlotSummary(
    Guid Id, Period Period, TimeZoneInfo Zone, string Venue, string Stage, string City, IReadOnlyList<string> Genres,
    Money MinFee, Money MaxFee, bool Negotiable);
