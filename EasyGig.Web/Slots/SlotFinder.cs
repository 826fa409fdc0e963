using System.Runtime.CompilerServices;
using EasyGig.Domain;
using EasyGig.Domain.Applications;
using EasyGig.Domain.Slots;
using EasyGig.Web.Components;
using EasyGig.Web.Data;
using EasyGig.Web.Genres;
using EasyGig.Web.Paging;
using Npgsql;

namespace EasyGig.Web.Slots;

/// <summary>Finds open slots that have not begun.</summary>
public sealed class SlotFinder(NpgsqlDataSource database, SlotQuestions questions, GenreCatalogue genres, TimeProvider clock)
{
    /// <summary>Beyond this a count says "200+".</summary>
    public const int MostCounted = 200;

    /// <summary>How many of the nearest slots are ranked by fit.</summary>
    public const int MostRanked = 500;

    /// <summary>A page of what is found, in the order of the search.</summary>
    /// <param name="cursor">As the address carries it; nonsense asks for the first page.</param>
    /// <param name="seeker">Whose fit is shown, if anybody's.</param>
    /// <returns>The page, and on the first page how many there are, counted up to one more than <see cref="MostCounted"/>.</returns>
    public async Task<(ListPage<SlotSummary> Page, int? Count)> FindAsync(SlotSearch search, string? cursor, Seeker? seeker, CancellationToken ct)
    {
        var question = await questions.AskAsync(search, seeker, ct);
        var count = cursor is null ? CountAsync(question, ct) : null; // on a connection of its own, beside the page
        var page = await PageAsync(question, cursor, seeker, ct);
        return (page, count is null ? null : await count);
    }

    private async Task<ListPage<SlotSummary>> PageAsync(SlotQuestion question, string? cursor, Seeker? seeker, CancellationToken ct)
    {
        var page = question.Sort switch
        {
            SlotSort.Fee => await PageAsync<(decimal, DateTimeOffset, Guid)>(question, cursor, SlotKeys.ByFee, row => (row.Terms.MaxFee, row.Time.Start, row.Id), ct),
            SlotSort.Distance => await NearAsync(question, cursor, ct),
            SlotSort.Fit => await RankedAsync(question, cursor, seeker!, ct),
            _ => await PageAsync<(DateTimeOffset, Guid)>(question, cursor, SlotKeys.ByDate, row => (row.Time.Start, row.Id), ct),
        };
        return new([.. page.Rows.Select(row => Summary(row, question, seeker))], page.Before, page.After);
    }

    /// <summary>How many there are, counted up to one more than <see cref="MostCounted"/>.</summary>
    public async Task<int> CountAsync(SlotSearch search, Seeker? seeker, CancellationToken ct) => await CountAsync(await questions.AskAsync(search, seeker, ct), ct);

    private async Task<int> CountAsync(SlotQuestion question, CancellationToken ct)
    {
        var sql = new SqlText();
        sql.Add($"SELECT count(*)::integer FROM ({SlotKeys.ByDate(sql, question, null, MostCounted + 1).Text}) found");
        return (await sql.ReadAsync(database, row => row.GetInt32(0), ct))[0];
    }

    /// <summary>The next few that take applications, anywhere or of one venue.</summary>
    public async Task<IReadOnlyList<SlotSummary>> NextAsync(int number, Guid? venue, CancellationToken ct)
    {
        var question = new SlotQuestion(new(), clock.GetUtcNow() + Application.Notice) { Venue = venue };
        var sql = new SqlText();
        return [.. (await SlotRow.Select(sql, SlotKeys.ByDate(sql, question, null, number)).ReadAsync(database, row => SlotRow.Read(row, false), ct)).Select(row => Summary(row, question, null))];
    }

    private delegate SlotKeys Keys<TKey>(SqlText sql, SlotQuestion question, Cursor<TKey>? from, int limit) where TKey : struct, ITuple;

    private async Task<ListPage<SlotRow>> PageAsync<TKey>(SlotQuestion question, string? cursor, Keys<TKey> keys, Func<SlotRow, TKey> key, CancellationToken ct)
        where TKey : struct, ITuple
    {
        var (sql, from) = (new SqlText(), Cursor.Read<TKey>(cursor));
        var rows = await SlotRow.Select(sql, keys(sql, question, from, ListPage.Fetch)).ReadAsync(database, row => SlotRow.Read(row, false), ct);
        return ListPage.Of(rows, from, key);
    }

    private async Task<ListPage<SlotRow>> NearAsync(SlotQuestion question, string? cursor, CancellationToken ct)
    {
        var from = Cursor.Read<(double, Guid, DateTimeOffset, Guid)>(cursor);
        var rows = await NearestAsync(question, from, ListPage.Fetch, ct);
        return ListPage.Of(rows, from, row => (row.Away, row.VenueId, row.Time.Start, row.Id));
    }

    /// <summary>Mostly a few venues are enough; where they offer too little, all are asked.</summary>
    private async Task<List<SlotRow>> NearestAsync(SlotQuestion question, Cursor<(double, Guid, DateTimeOffset, Guid)>? from, int limit, CancellationToken ct)
    {
        var rows = await AskAsync(10 * limit);
        return rows.Count == limit ? rows : await AskAsync(null);

        Task<List<SlotRow>> AskAsync(int? venues)
        {
            var sql = new SqlText();
            return SlotRow.Select(sql, SlotKeys.ByDistance(sql, question, from, limit, venues)).ReadAsync(database, row => SlotRow.Read(row, true), ct);
        }
    }

    /// <summary>The best fit first, of the nearest <see cref="MostRanked"/>.</summary>
    private async Task<ListPage<SlotRow>> RankedAsync(SlotQuestion question, string? cursor, Seeker seeker, CancellationToken ct)
    {
        var from = Cursor.Read<(int Lack, DateTimeOffset At, Guid Id)>(cursor);
        var near = await NearestAsync(question, null, MostRanked, ct);
        var ranked = near.Select(row => (Row: row, Key: (100 - seeker.FitFor(row.Terms, row.Spot, row.VenueId, genres).Score, row.Time.Start, row.Id))).OrderBy(r => r.Key).ToList();
        var fetched = from switch
        {
            { Back: true, Key: var last } => Enumerable.Reverse(ranked).Where(r => r.Key.CompareTo(last) < 0),
            { Key: var last } => ranked.Where(r => r.Key.CompareTo(last) > 0),
            null => ranked,
        };
        var page = ListPage.Of([.. fetched.Take(ListPage.Fetch)], from, r => r.Key);
        return new([.. page.Rows.Select(r => r.Row)], page.Before, page.After);
    }

    private SlotSummary Summary(SlotRow row, SlotQuestion question, Seeker? seeker) => new()
    {
        Id = row.Id, Period = row.Time, Zone = TimeZoneInfo.FindSystemTimeZoneById(row.TimeZone), Venue = row.Venue, Stage = row.Stage,
        City = row.Province.Length > 0 ? $"{row.City} ({row.Province})" : row.City, Genres = genres.NamesOf(row.Terms.Genres),
        MinFee = row.Terms.Lowest, MaxFee = row.Terms.Highest, Deal = row.Terms.Deal, Negotiable = row.Terms.Negotiable,
        Late = row.Time.Start - clock.GetUtcNow() < Application.Notice, Km = question.Centre?.KmTo(row.Spot),
        Fit = seeker?.FitFor(row.Terms, row.Spot, row.VenueId, genres),
    };
}
