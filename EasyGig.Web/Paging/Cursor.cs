using System.Globalization;

namespace EasyGig.Web.Paging;

/// <summary>Where in a list a page begins: after a row, or, going back, before one.</summary>
/// <param name="Key">What the list is sorted by, of that row.</param>
public readonly record struct Cursor(string Key, bool Back)
{
    /// <summary>Reads what a link carries; null when it carries nothing.</summary>
    public static Cursor? Read(string? text) =>
        string.IsNullOrEmpty(text) ? null : text[0] == '-' ? new(text[1..], Back: true) : new(text, Back: false);

    public override string ToString() => Back ? $"-{Key}" : Key;

    /// <summary>The key of a row in a list that is sorted by a moment and, where two share it, by id.</summary>
    public static string KeyOf(DateTimeOffset at, Guid id) => string.Create(CultureInfo.InvariantCulture, $"{at.UtcTicks}_{id:N}");

    /// <summary>The row of such a key, or null when it is none.</summary>
    public (DateTimeOffset At, Guid Id)? Moment =>
        Key.Split('_') is [var ticks, var id] && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var at)
        && at <= DateTimeOffset.MaxValue.UtcTicks && Guid.TryParseExact(id, "N", out var guid) ? (new(at, TimeSpan.Zero), guid) : null;
}
