using System.Globalization;
using EasyGig.Domain.Slots;
using EasyGig.Web.Data;
using EasyGig.Web.Paging;
using Microsoft.EntityFrameworkCore;

namespace EasyGig.Web.Sitemap;

/// <summary>The addresses of one kind of page, in parts that each begin behind the last address of the one before, so that the
/// hundredth costs what the first does.</summary>
internal sealed class SitemapParts(EasyGigDb db, TimeProvider clock)
{
    /// <summary>Addresses of one part; sitemaps.org allows 50,000.</summary>
    public const int Size = 10_000;

    private static readonly string[] Always = ["/", "/slots", "/venues", "/artists"];

    /// <summary>The parts there are: what kind, and the cursor behind which each begins.</summary>
    public async Task<IReadOnlyList<(string Kind, string? After)>> ListAsync(CancellationToken ct)
    {
        var venues = await db.Database.SqlQuery<string>($"""SELECT slug AS "Value" FROM (SELECT slug, row_number() OVER (ORDER BY slug) AS n FROM venues) v WHERE n % {Size} = 0""").ToListAsync(ct);
        var artists = await db.Database.SqlQuery<string>($"""SELECT slug AS "Value" FROM (SELECT slug, row_number() OVER (ORDER BY slug) AS n FROM artists) a WHERE n % {Size} = 0""").ToListAsync(ct);
        var slots = await db.Database.SqlQuery<SlotKey>($"""
            SELECT starts_at AS "StartsAt", id AS "Id" FROM (SELECT starts_at, id, row_number() OVER (ORDER BY starts_at, id) AS n FROM slots WHERE state = 'open' AND starts_at > {clock.GetUtcNow()}) s WHERE n % {Size} = 0
            """).ToListAsync(ct);
        return
        [
            ("pages", null), .. Of("venues", venues), .. Of("artists", artists),
            .. Of("slots", slots.Select(key => new Cursor<(DateTimeOffset, Guid)>((key.StartsAt, key.Id), Back: false).ToString())),
        ];
    }

    /// <summary>The paths of one part; null when there is no such kind.</summary>
    /// <param name="after">As the list says; nonsense asks for the first part.</param>
    public IAsyncEnumerable<string>? Paths(string kind, string? after)
    {
        var slug = Cursor.Read<ValueTuple<string>>(after)?.Key.Item1 ?? "";
        return kind switch
        {
            "pages" => Always.ToAsyncEnumerable(),
            "venues" => db.Venues.Where(v => v.Slug.CompareTo(slug) > 0).OrderBy(v => v.Slug).Take(Size).Select(v => $"/venues/{v.Slug}").AsAsyncEnumerable(),
            "artists" => db.Artists.Where(a => a.Slug.CompareTo(slug) > 0).OrderBy(a => a.Slug).Take(Size).Select(a => $"/artists/{a.Slug}").AsAsyncEnumerable(),
            "slots" => Slots(Cursor.Read<(DateTimeOffset, Guid)>(after)?.Key ?? (clock.GetUtcNow(), Guid.Empty)),
            _ => null,
        };
    }

    private IAsyncEnumerable<string> Slots((DateTimeOffset At, Guid Id) after)
    {
        var (now, at, id) = (clock.GetUtcNow(), after.At, after.Id);
        return db.Slots.Where(s => s.State == SlotState.Open && s.Time.Start > now && EF.Functions.GreaterThan(ValueTuple.Create(s.Time.Start, s.Id), ValueTuple.Create(at, id)))
            .OrderBy(s => s.Time.Start).ThenBy(s => s.Id).Take(Size).Select(s => s.Id).AsAsyncEnumerable().Select(found => string.Create(CultureInfo.InvariantCulture, $"/slots/{found}"));
    }

    private static IEnumerable<(string, string?)> Of(string kind, IEnumerable<string> starts) => [(kind, null), .. starts.Select(start => (kind, (string?)start))];

    private sealed record SlotKey(DateTimeOffset StartsAt, Guid Id);
}
