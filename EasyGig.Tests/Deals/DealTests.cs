using EasyGig.Domain;
using EasyGig.Domain.Deals;

namespace EasyGig.Tests.Deals;

public sealed class DealTests
{
    private static readonly BoxOffice Night = new(450, 22_500, 1_000, new(6.5m), taxIncluded: true, 6_000);
    private static readonly Percent P = new(85), Pp = new(15);

    public static TheoryData<string, Deal, decimal, decimal> Checks => new()
    {
        { "plus", Deal.Plus(Euro(5_000), P, Pp), 22_500, 11_407.12m },
        { "plus below its split point", Deal.Plus(Euro(5_000), P, Pp), 13_000, 5_000 },
        { "versus net", Deal.Versus(Euro(10_000), P, DealBase.Net), 22_500, 12_059.62m },
        { "versus net, the guarantee is more", Deal.Versus(Euro(15_000), P, DealBase.Net), 22_500, 15_000 },
        { "versus gross", Deal.Versus(Euro(10_000), P, DealBase.Gross), 22_500, 17_159.62m },
        { "door net", Deal.Door("EUR", P, DealBase.Net, Pp), 22_500, 11_294.62m },
        { "door gross", Deal.Door("EUR", P, DealBase.Gross), 22_500, 17_159.62m },
        { "flat", Deal.Flat(Euro(5_000)), 22_500, 5_000 },
    };

    [Theory, MemberData(nameof(Checks), DisableDiscoveryEnumeration = true)]
    public void R37_each_deal_pays_what_its_formula_says_to_the_cent(string deal, Deal terms, decimal gross, decimal payout)
    {
        var box = new BoxOffice(450, gross, 1_000, new(6.5m), taxIncluded: true, 6_000);
        Assert.Equal((deal, Euro(payout)), (deal, Statement.Of(terms, box).Payout));
    }

    [Fact]
    public void R37_a_statement_says_each_step()
    {
        Assert.Equal(
            ["gross 22500", "facility_fees -1000", "adjusted_gross 21500", "tax -1312.21", "net_box_office 20187.79", "split_point 12650", "above_split_point 7537.79", "share 6407.12", "guarantee 5000", "payout 11407.12"],
            Steps(Deal.Plus(Euro(5_000), P, Pp), Night));
        Assert.Equal(
            ["gross 22500", "facility_fees -1000", "adjusted_gross 21500", "tax -1312.21", "net_box_office 20187.79", "expenses -6000", "promoter_profit -900", "net 13287.79", "share 11294.62", "payout 11294.62"],
            Steps(Deal.Door("EUR", P, DealBase.Net, Pp), Night));
        Assert.Equal(["payout 5000"], Steps(Deal.Flat(Euro(5_000)), null));
    }

    [Fact]
    public void R37_what_takes_nothing_away_has_no_line() =>
        Assert.Equal(["gross 1000", "net_box_office 1000", "net 1000", "share 700", "guarantee 500", "payout 700"],
            Steps(Deal.Versus(Euro(500), new(70), DealBase.Net), new(50, 1_000, 0, new(22), taxIncluded: false, 0)));

    [Fact]
    public void R37_tax_on_top_of_the_price_is_nobodys_to_share()
    {
        BoxOffice Box(bool included) => new(100, 1_220, 0, new(22), included, 0);
        decimal Paid(bool included) => Statement.Of(Deal.Door("EUR", new(50), DealBase.Gross), Box(included)).Payout.Amount;
        Assert.Equal((500, 610), (Paid(included: true), Paid(included: false)));
    }

    [Theory]
    [InlineData("JPY", "333", "117")]
    [InlineData("EUR", "333.33", "116.67")]
    [InlineData("KWD", "333.333", "116.667")]
    public void R37_a_payout_is_rounded_once_to_its_currencys_minor_unit(string currency, string gross, string payout) =>
        Assert.Equal(Number(payout), Statement.Of(Deal.Door(currency, new(35), DealBase.Gross), new(1, Number(gross), 0, default, taxIncluded: false, 0)).Payout.Amount);

    /// <summary>35 % of 0.10, 0.30 and 0.50: what is left to round is exactly a half.</summary>
    [Theory]
    [InlineData("0.10", "0.04")]
    [InlineData("0.30", "0.10")]
    [InlineData("0.50", "0.18")]
    public void R37_a_half_goes_to_the_even_side(string gross, string payout) =>
        Assert.Equal(Number(payout), Statement.Of(Deal.Door("EUR", new(35), DealBase.Gross), new(1, Number(gross), 0, default, taxIncluded: false, 0)).Payout.Amount);

    [Fact]
    public void R37_a_deal_that_shares_the_door_is_not_settled_without_it() =>
        Assert.Throws<ArgumentNullException>(() => Statement.Of(Deal.Door("EUR", P, DealBase.Net), null));

    private static List<string> Steps(Deal deal, BoxOffice? box) =>
        [.. Statement.Of(deal, box).Lines.Select(line => FormattableString.Invariant($"{Word.Of(line.Key)} {line.Amount.Amount:0.###}"))];

    private static Money Euro(decimal amount) => new(amount, "EUR");

    private static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
