using System.Runtime.CompilerServices;

namespace EasyGig.Web.Paging;

/// <summary>One page of a list that is read by cursor, with the way to the pages beside it.</summary>
/// <param name="Before">The cursor of the page before; null on the first.</param>
/// <param name="After">The cursor of the page after; null on the last.</param>
public sealed record ListPage<T>(IReadOnlyList<T> Rows, string? Before, string? After);

public static class ListPage
{
    public const int Size = 20;

    /// <summary>One more than is shown: whether there is a next page.</summary>
    public const int Fetch = Size + 1;

    /// <param name="fetched">Up to <see cref="Fetch"/> rows in the direction of the cursor, which is backwards when it goes back.</param>
    /// <param name="key">What the list is sorted by.</param>
    public static ListPage<T> Of<T, TKey>(IReadOnlyList<T> fetched, Cursor<TKey>? from, Func<T, TKey> key) where TKey : struct, ITuple
    {
        var (back, more) = (from is { Back: true }, fetched.Count > Size);
        List<T> rows = [.. fetched.Take(Size)];
        if (back) rows.Reverse();
        if (rows.Count == 0) return new(rows, null, null);
        return new(rows,
            (back ? more : from is not null) ? new Cursor<TKey>(key(rows[0]), Back: true).ToString() : null,
            back || more ? new Cursor<TKey>(key(rows[^1]), Back: false).ToString() : null);
    }
}
