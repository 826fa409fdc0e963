namespace EasyGig.Domain.Riders;

/// <summary>Whether the house has what an artist needs.</summary>
public enum Cover { Covered, TooFew, Missing }

/// <summary>One thing that an artist needs, looked for in the backline of a house.</summary>
/// <param name="Text">As the artist wrote it.</param>
/// <param name="Wanted">How many; 1 when it does not say.</param>
/// <param name="There">How many the house has; null when it has some and does not say how many.</param>
public sealed record RiderLine(string Text, int Wanted, int? There, Cover Cover);

/// <summary>Compares a rider with a backline, word by word. It knows words and numbers and no gear: a person has the last word.</summary>
public static class RiderCheck
{
    /// <summary>Every thing of the rider, in its order. It is there where one thing of the backline has all its words; several that have are added up.</summary>
    public static IReadOnlyList<RiderLine> Compare(string rider, string backline)
    {
        var house = GearItem.Read(backline);
        return [.. GearItem.Read(rider).Select(item => Find(item, [.. house.Where(one => item.Words.IsSubsetOf(one.Words))]))];
    }

    private static RiderLine Find(GearItem item, IReadOnlyList<GearItem> found)
    {
        var (wanted, there) = (item.Number ?? 1, found.Sum(one => one.Number ?? 1));
        var cover = found.Count == 0 ? Cover.Missing : there < wanted ? Cover.TooFew : Cover.Covered;
        return new(item.Text, wanted, found.Count > 0 && found.Any(one => one.Number is null) ? null : there, cover);
    }
}
