namespace EasyGig.Domain.Searches;

/// <summary>When a saved search tells of what is new: as soon as it is published, every morning, or never.</summary>
public enum SearchAlert { AtOnce, Daily, None }

/// <summary>A search for slots that somebody keeps, and is told of what it finds from then on.</summary>
public sealed class SavedSearch : Entity
{
    public const int NameLength = 80;

    /// <summary>A person keeps so many at most.</summary>
    public const int Most = 20;

    /// <summary>When those who want it every day are told, on their own clock.</summary>
    public static readonly TimeOnly Morning = new(8, 0);

    private SavedSearch() { }

    /// <param name="query">The address of the search, in the one way in which it is written.</param>
    /// <param name="until">The last day that it asks for; null where it asks for all to come.</param>
    public SavedSearch(Guid personId, string name, string query, DateOnly? until, SearchAlert alert, DateTimeOffset now) =>
        (Id, PersonId, Name, Query, Until, Alert, SavedAt) = (Guid.CreateVersion7(now), personId, name, query, until, alert, now);

    public Guid PersonId { get; private set; }
    public string Name { get; private set; } = "";
    public string Query { get; private set; } = "";

    /// <summary>The last day that it asks for, by the venues' clocks: after that it finds nothing any more.</summary>
    public DateOnly? Until { get; private set; }
    public SearchAlert Alert { get; private set; }
    public DateTimeOffset SavedAt { get; private set; }

    /// <summary>When what it has found is told; null as long as it has found nothing.</summary>
    public DateTimeOffset? DueAt { get; private set; }
    public uint Version { get; private set; }

    /// <param name="timeZone">Whose morning: an IANA zone.</param>
    public void Change(string name, SearchAlert alert, string timeZone, DateTimeOffset now)
    {
        if (alert != Alert) (Alert, DueAt) = (alert, DueAt is null ? null : Next(alert, timeZone, now));
        Name = name;
    }

    /// <summary>What it has found and not told is never told.</summary>
    public void Silence() => (Alert, DueAt) = (SearchAlert.None, null);

    /// <summary>What it has found is told now.</summary>
    public void Tell() => DueAt = null;

    /// <summary>When a search that has found something now tells of it; null: never.</summary>
    /// <param name="timeZone">Whose morning: an IANA zone.</param>
    public static DateTimeOffset? Next(SearchAlert alert, string timeZone, DateTimeOffset now) => alert switch
    {
        SearchAlert.AtOnce => now,
        SearchAlert.Daily => NextMorning(TimeZoneInfo.FindSystemTimeZoneById(timeZone), now),
        SearchAlert.None => null,
    };

    private static DateTimeOffset NextMorning(TimeZoneInfo zone, DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime);
        return Enumerable.Range(0, 3).SelectMany(days => zone.MomentsAt(today.AddDays(days).ToDateTime(Morning))).First(morning => morning > now).ToUniversalTime();
    }
}
