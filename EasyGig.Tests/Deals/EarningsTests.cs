using EasyGig.Domain.Deals;

namespace EasyGig.Tests.Deals;

public sealed class EarningsTests
{
    private static readonly DoorTerms Door = DoorTerms.Read("EUR", 12, 150, 22, taxIncluded: true, 1, 400).Terms!;

    [Fact]
    public void R11_tickets_are_whole_and_rounded_down()
    {
        var shown = Earnings.Shown.Select(sales => Earnings.At(sales, Deal.Door("EUR", new(70), DealBase.Gross), Door)).ToList();

        Assert.Equal([(25, 37), (50, 75), (75, 112), (100, 150)], shown.Select(row => ((int)row.Sales.Value, row.Sold)));
        Assert.Equal([233.52m, 473.36m, 706.89m, 946.72m], shown.Select(row => row.Statement.Payout.Amount));
    }

    [Fact]
    public void R11_before_anybody_knows_the_expenses_they_are_as_high_as_they_may_be()
    {
        Assert.Equal(400, Door.At(150).Expenses);
        Assert.Equal(250, Door.At(150, 250).Expenses);
        Assert.Equal(400, Door.At(150, 900).Expenses);
    }

    [Fact]
    public void R11_nobody_sells_more_than_there_is()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Door.At(151));
        Assert.Throws<ArgumentOutOfRangeException>(() => Door.At(-1));
    }
}
