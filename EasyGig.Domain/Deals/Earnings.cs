namespace EasyGig.Domain.Deals;

/// <summary>What an artist would earn if so much were sold (R11).</summary>
/// <param name="Sales">Of the sellable capacity.</param>
/// <param name="Sold">Whole tickets, rounded down.</param>
public sealed record Earnings(Percent Sales, int Sold, Statement Statement)
{
    /// <summary>The sales that are shown to whoever thinks about applying.</summary>
    public static readonly IReadOnlyList<Percent> Shown = [new(25), new(50), new(75), new(100)];

    public static Earnings At(Percent sales, Deal deal, DoorTerms door)
    {
        var sold = (int)decimal.Floor(sales.Of(door.Capacity));
        return new(sales, sold, Statement.Of(deal, door.At(sold)));
    }
}
