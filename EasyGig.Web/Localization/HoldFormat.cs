using System.Globalization;
using Microsoft.Extensions.Localization;

namespace EasyGig.Web.Localization;

/// <summary>How holds are spoken of.</summary>
public static class HoldFormat
{
    /// <summary><c>1st</c>, <c>2nd</c>; there are at most twenty.</summary>
    public static string Rank(int rank, IStringLocalizer text) => text[rank is >= 1 and <= 3 ? $"rank.{rank}" : "rank.more", rank];

    /// <summary>The page of a stage's date, for its directors.</summary>
    public static string Address(Guid stage, DateOnly date) => $"/director/holds/{stage}/{date.ToString("O", CultureInfo.InvariantCulture)}";
}
