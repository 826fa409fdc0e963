using System.Globalization;
using System.Runtime.CompilerServices;

namespace EasyGig.Web.Paging;

/// <summary>Where a page of a list begins: after the row of a key or, going back, before it. In an address it is <c>part_part</c>, with a dash in front when it goes back.</summary>
/// <param name="Key">What the list is sorted by, of that row.</param>
public readonly record struct Cursor<TKey>(TKey Key, bool Back) where TKey : struct, ITuple
{
    public override string ToString()
    {
        var key = Key;
        return (Back ? "-" : "") + string.Join('_', Enumerable.Range(0, key.Length).Select(i => Cursor.Written(key[i]!)));
    }
}

public static class Cursor
{
    private const int LongestPart = 120;

    /// <summary>Reads what an address carries; null when it carries nothing, or nonsense.</summary>
    public static Cursor<TKey>? Read<TKey>(string? text) where TKey : struct, ITuple
    {
        if (string.IsNullOrEmpty(text)) return null;
        var (back, types) = (text[0] == '-', typeof(TKey).GetGenericArguments());
        var written = (back ? text[1..] : text).Split('_');
        if (written.Length != types.Length) return null;
        var values = written.Zip(types, Part).ToArray();
        return values.Contains(null) ? null : new((TKey)Activator.CreateInstance(typeof(TKey), values)!, back);
    }

    private static object? Part(string text, Type type) => type switch
    {
        _ when text.Length > LongestPart || text.Any(char.IsControl) => null,
        _ when type == typeof(DateTimeOffset) => Number(text) is { } ticks && ticks <= DateTime.MaxValue.Ticks ? new DateTimeOffset(ticks, TimeSpan.Zero) : null,
        _ when type == typeof(Guid) => Guid.TryParseExact(text, "N", out var id) ? id : null,
        _ when type == typeof(int) => Number(text) is { } number and <= int.MaxValue ? (int)number : null,
        _ when type == typeof(long) => Number(text),
        _ when type == typeof(decimal) => decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) && amount < 1e9m ? amount : null,
        _ when type == typeof(double) => double.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var size) ? size : null,
        _ => text,
    };

    private static long? Number(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    internal static string Written(object part) => part switch
    {
        DateTimeOffset at => at.UtcTicks.ToString(CultureInfo.InvariantCulture),
        Guid id => id.ToString("N"),
        double size => size.ToString("R", CultureInfo.InvariantCulture),
        _ => Convert.ToString(part, CultureInfo.InvariantCulture)!,
    };
}
