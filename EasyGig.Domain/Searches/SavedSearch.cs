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
    /// <param name="timeZone">Whose morning: an IANA zone.</param>
    public SavedSearch(Guid personId, string name, string query, SearchAlert alert, string timeZone, DateTimeOffset now) =>
        (Id, PersonId, Name, Query, Alert, TimeZone, SavedAt) = (Guid.CreateVersion7(now), personId, name, query, alert, timeZone, now);

    public Guid PersonId { get; private set; }
    public string Name { get; private set; } = "";
    public string Query { get; private set; } = "";
    public SearchAlert Alert { get; private set; }
    public string TimeZone { get; private set; } = "";
    public DateTimeOffset SavedAt { get; private set; }

    /// <summary>When what it has found is told; null as long as it has found nothing.</summary>
    public DateTimeOffset? DueAt { get; private set; }
    public uint Version { get; private set; }

    /// <param name="timeZone">Where the person is by now.</param>
    public void Change(string name, SearchAlert alert, string timeZone, DateTimeOffset now)
    {
        if ((alert, timeZone) != (Alert, TimeZone))
        {
            (Alert, TimeZone) = (alert, timeZone);
            DueAt = DueAt is null ? null : Next(now);
        }
        Name = name;
    }

    /// <summary>What it has found and not told is never told.</summary>
    public void Silence() => (Alert, DueAt) = (SearchAlert.None, null);

    /// <summary>It has found something.</summary>
    public void Find(DateTimeOffset now) => DueAt ??= Next(now);

    /// <summary>What it has found is told now.</summary>
    public void Tell() => DueAt = null;

    private DateTimeOffset? Next(DateTimeOffset now) => Alert switch
    {
        SearchAlert.AtOnce => now,
        SearchAlert.Daily => NextMorning(TimeZoneInfo.FindSystemTimeZoneById(TimeZone), now),
        SearchAlert.None => null,
    };

    private static DateTimeOffset NextMorning(TimeZoneInfo zone, DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime);
        return Enumerable.Range(0, 3).SelectMany(days => zone.MomentsAt(today.AddDays(days).ToDateTime(Morning))).First(morning => morning > now).ToUniversalTime();
    }
}
