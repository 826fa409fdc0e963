using EasyGig.Web.Hosting.Metrics;
using Microsoft.AspNetCore.SignalR;

namespace EasyGig.Web.Live;

/// <summary>The pages that people have open on this node and that listen.</summary>
public sealed class OpenPages
{
    /// <summary>So many pages of one person listen at once; the others are as they would be without scripts.</summary>
    public const int Most = 30;

    private readonly Lock _lock = new();
    private readonly Dictionary<Guid, HashSet<HubCallerContext>> _pages = [];

    /// <returns>False when the person has too many.</returns>
    public bool Open(Guid person, HubCallerContext page)
    {
        lock (_lock)
        {
            if (!_pages.TryGetValue(person, out var open)) _pages[person] = open = [];
            if (open.Count >= Most || !open.Add(page)) return false;
        }
        Counts.Opened(1);
        return true;
    }

    public void Close(Guid person, HubCallerContext page)
    {
        lock (_lock)
        {
            if (!_pages.TryGetValue(person, out var open) || !open.Remove(page)) return;
            if (open.Count == 0) _pages.Remove(person);
        }
        Counts.Opened(-1);
    }

    public int CountOf(Guid person)
    {
        lock (_lock) return _pages.GetValueOrDefault(person)?.Count ?? 0;
    }

    /// <summary>Breaks off those of everybody, one after the other so that they do not all come back at once; they look when they are back.</summary>
    public void BreakAll()
    {
        HubCallerContext[] open;
        lock (_lock) open = [.. _pages.Values.SelectMany(pages => pages)];
        foreach (var page in open) _ = BreakSoonAsync(page);

        static async Task BreakSoonAsync(HubCallerContext page)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(Random.Shared.Next(3000)), page.ConnectionAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            page.Abort();
        }
    }

    /// <summary>Breaks them all off: those who are still signed in come back by themselves.</summary>
    public void Break(Guid person)
    {
        HubCallerContext[] open;
        lock (_lock) open = [.. _pages.GetValueOrDefault(person) ?? []];
        foreach (var page in open) page.Abort();
    }
}
