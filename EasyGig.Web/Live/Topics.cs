using EasyGig.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Web.Live;

/// <summary>What pages show and the triggers of rules.live.sql tell of: a word and an id.</summary>
internal static class Topics
{
    /// <summary>A page shows no more of them.</summary>
    private const int Most = 20;

    private const string SignedOut = "signed_out:";

    /// <summary>The notices of a person.</summary>
    public static string Person(Guid id) => $"person:{id}";

    /// <summary>Whose sessions a piece of news says have ended, all or some; null of all other news.</summary>
    public static Guid? WhoSignedOut(string news) => news.StartsWith(SignedOut, StringComparison.Ordinal) ? Guid.Parse(news.AsSpan(SignedOut.Length)) : null;

    /// <summary>Those that the person may see.</summary>
    public static async Task<IReadOnlyList<string>> MineAsync(this EasyGigDb db, Guid person, IEnumerable<string?> topics, CancellationToken ct)
    {
        var asked = topics.Take(Most).Select(topic => topic?.Split(':')).ToLookup(parts => parts?[0], parts => parts is [_, var id] && Guid.TryParse(id, out var read) ? read : Guid.Empty);
        (string Kind, IQueryable<Guid> Mine)[] kinds =
        [
            ("booking", db.BookingsOf(person).Select(b => b.Id)),
            ("application", db.ApplicationsOf(person).Select(a => a.Id).Union(db.ApplicationsTo(person).Select(a => a.Id))),
            ("slot", db.SlotsOf(person).Select(s => s.Id)),
        ];
        List<string> mine = [];
        foreach (var (kind, ids) in kinds.Where(kind => asked.Contains(kind.Kind)))
        {
            Guid[] wanted = [.. asked[kind]];
            mine.AddRange(await ids.Where(id => wanted.Contains(id)).Select(id => $"{kind}:{id}").ToListAsync(ct));
        }
        return mine;
    }
}
