using EasyGig.Domain;
using EasyGig.Domain.Deals;

namespace EasyGig.Tests.Deals;

public sealed class DealTermsTests
{
    public static TheoryData<Refusal, DealKind, decimal, decimal?, DealBase?, decimal?> BadDeals => new()
    {
        { DealRefusals.FeeNotNegative, DealKind.Flat, -1, null, null, null },
        { DealRefusals.FeeNotNegative, DealKind.Plus, -0.01m, 70, null, null },
        { DealRefusals.FeeTooFine, DealKind.Versus, 0.005m, 70, DealBase.Net, null },
        { DealRefusals.Share, DealKind.Door, 0, null, DealBase.Net, null },
        { DealRefusals.Share, DealKind.Door, 0, -1, DealBase.Net, null },
        { DealRefusals.Share, DealKind.Versus, 500, 100.001m, DealBase.Net, null },
        { DealRefusals.Share, DealKind.Plus, 500, 33.3333m, null, null },
        { DealRefusals.Base, DealKind.Door, 0, 70, null, null },
        { DealRefusals.Base, DealKind.Versus, 500, 70, null, null },
        { DealRefusals.ProfitShare, DealKind.Door, 0, 70, DealBase.Net, 101 },
        { DealRefusals.ProfitShare, DealKind.Plus, 500, 70, null, -5 },
    };

    [Theory, MemberData(nameof(BadDeals), DisableDiscoveryEnumeration = true)]
    public void R6_terms_of_a_deal_that_make_no_sense_are_refused_by_name(Refusal refusal, DealKind kind, decimal fee, decimal? share, DealBase? of, decimal? profitShare)
    {
        var (deal, no) = Deal.Read(kind, "EUR", fee, share, of, profitShare);
        Assert.Equal((null, refusal.Rule, refusal.Field), (deal, no?.Rule, no?.Field));
    }

    [Fact]
    public void R6_a_deal_keeps_only_what_its_kind_asks_for()
    {
        Assert.Equal(Deal.Flat(new(500, "EUR")), Deal.Read(DealKind.Flat, "EUR", 500, 70, DealBase.Net, 15).Deal);
        Assert.Equal(Deal.Door("EUR", new(70), DealBase.Gross), Deal.Read(DealKind.Door, "EUR", -3.333m, 70, DealBase.Gross, 500).Deal);
        Assert.Equal(Deal.Versus(new(500, "EUR"), new(70), DealBase.Net, new(15)), Deal.Read(DealKind.Versus, "EUR", 500, 70, DealBase.Net, 15).Deal);
        Assert.Equal(Deal.Plus(new(500, "EUR"), new(0), new(100)), Deal.Read(DealKind.Plus, "EUR", 500, 0, DealBase.Gross, 100).Deal);
    }

    public static TheoryData<Refusal, string, decimal?, int?, decimal?, decimal?, decimal?> BadDoors => new()
    {
        { DealRefusals.DoorStated, "TicketPrice", null, 200, 22, 1, 600 },
        { DealRefusals.DoorStated, "Capacity", 15, null, 22, 1, 600 },
        { DealRefusals.DoorStated, "Tax", 15, 200, null, 1, 600 },
        { DealRefusals.DoorStated, "TicketFee", 15, 200, 22, null, 600 },
        { DealRefusals.DoorStated, "ExpenseCap", 15, 200, 22, 1, null },
        { DealRefusals.DoorNotNegative, "TicketPrice", -15, 200, 22, 0, 600 },
        { DealRefusals.DoorNotNegative, "TicketFee", 15, 200, 22, -1, 600 },
        { DealRefusals.DoorNotNegative, "ExpenseCap", 15, 200, 22, 1, -600 },
        { DealRefusals.DoorTooFine, "TicketPrice", 15.005m, 200, 22, 1, 600 },
        { DealRefusals.Capacity, "Capacity", 15, 0, 22, 1, 600 },
        { DealRefusals.Tax, "Tax", 15, 200, 100.5m, 1, 600 },
        { DealRefusals.Tax, "Tax", 15, 200, -1, 1, 600 },
        { DealRefusals.TicketFee, "TicketFee", 15, 200, 22, 15.01m, 600 },
    };

    [Theory, MemberData(nameof(BadDoors), DisableDiscoveryEnumeration = true)]
    public void R6_terms_that_share_the_door_state_all_of_it_within_reason(
        Refusal refusal, string field, decimal? price, int? capacity, decimal? tax, decimal? ticketFee, decimal? cap)
    {
        var (door, no) = DoorTerms.Read("EUR", price, capacity, tax, taxIncluded: true, ticketFee, cap);
        Assert.Equal((null, refusal.Rule, field), (door, no?.Rule, no?.Field));
    }

    [Fact]
    public void R6_free_entry_a_full_tax_and_no_expenses_are_terms() =>
        Assert.NotNull(DoorTerms.Read("EUR", 0, 1, 100, taxIncluded: false, 0, 0).Terms);

    [Theory]
    [InlineData(-0.001)]
    [InlineData(100.001)]
    [InlineData(6.6255)]
    public void R6_a_percentage_is_0_to_100(double value) => Assert.Throws<ArgumentOutOfRangeException>(() => new Percent((decimal)value));

    [Fact]
    public void What_cannot_be_is_a_mistake()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Deal.Flat(new(-1, "EUR")));
        Assert.Throws<ArgumentOutOfRangeException>(() => new BoxOffice(1, 10, 11, default, taxIncluded: true, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new BoxOffice(1, 10, -1, default, taxIncluded: true, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new BoxOffice(-1, 10, 0, default, taxIncluded: true, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new BoxOffice(1, 10, 0, default, taxIncluded: true, -1));
    }
}
