using System.Globalization;

namespace EasyGig.Web.Pages.Director;

/// <summary>Where a page of a list ended, as the address of the next one carries it: <c>rank.ticks.id</c>.</summary>
/// <param name="Rank">The group of the last row, in lists that have groups.</param>
/// <param name="At">The time that the list is ordered by, of the last row.</param>
/// <param name="Id">The last row's.</param>
public readonly record struct ListCursor(int Rank, DateTimeOffset At, Guid Id)
{
    /// <summary>How many rows a page has.</summary>
    public const int PageSize = 20;

    /// <summary>The cursor in an address; null when there is none, or nonsense.</summary>
    public static ListCursor? Read(string? text) =>
        text?.Split('.') is [var rank, var ticks, var id]
        && int.TryParse(rank, NumberStyles.None, CultureInfo.InvariantCulture, out var group)
        && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at <= DateTime.MaxValue.Ticks
        && Guid.TryParseExact(id, "N", out var last)
            ? new(group, new(at, TimeSpan.Zero), last) : null;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Rank}.{At.UtcTicks}.{Id:N}");
}
