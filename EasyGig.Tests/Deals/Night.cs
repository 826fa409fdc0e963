using EasyGig.Domain;
using EasyGig.Domain.Deals;
using FsCheck;
using FsCheck.Fluent;

namespace EasyGig.Tests.Deals;

/// <summary>Any deal and any night that it may meet. Amounts are in minor units, percentages in thousandths of a percent.</summary>
public sealed record Night(
    string Currency, DealKind Kind, DealBase Base, int Guarantee, int Share, int Profit, int Price, int TicketFee, int Tax, bool Included, int Expenses, int Capacity, int Sold)
{
    public static Arbitrary<Night> Any { get; } = (
        from currency in Gen.Elements("JPY", "EUR", "KWD")
        from kind in Gen.Elements(Enum.GetValues<DealKind>())
        from of in Gen.Elements(Enum.GetValues<DealBase>())
        from guarantee in Gen.OneOf(Gen.Constant(0), Gen.Choose(0, 2_000_000))
        from share in Percentages
        from profit in Percentages
        from tax in Percentages
        from price in Gen.Choose(0, 20_000)
        from fee in Gen.OneOf(Gen.Constant(0), Gen.Choose(0, price))
        from included in Gen.Elements(true, false)
        from expenses in Gen.OneOf(Gen.Constant(0), Gen.Choose(0, 2_000_000))
        from capacity in Gen.Choose(1, 1_000)
        from sold in Gen.Choose(0, capacity)
        select new Night(currency, kind, of, guarantee, share, profit, price, fee, tax, included, expenses, capacity, sold)).ToArbitrary();

    private static Gen<int> Percentages => Gen.OneOf(Gen.Elements(0, 5_000, 6_625, 10_500, 22_000, 100_000), Gen.Choose(0, 100_000));

    public Deal Deal => Deal.Read(Kind, Currency, Amount(Guarantee), Share / 1000m, Base, Profit / 1000m).Deal!;

    public DoorTerms Door => DoorTerms.Read(Currency, Amount(Price), Capacity, Tax / 1000m, Included, Amount(TicketFee), Amount(Expenses)).Terms!;

    public decimal Payout => PayoutAt(Sold);

    public decimal PayoutAt(int sold) => Statement.Of(Deal, Door.At(sold)).Payout.Amount;

    public int Digits => Money.MinorDigits(Currency);

    public Exact NetBoxOffice
    {
        get
        {
            Exact adjusted = Sold * (Amount(Price) - Amount(TicketFee));
            return Included ? adjusted / (1 + Tax / 100_000m) : adjusted;
        }
    }

    /// <summary>The formulas once more, as they are written, in fractions.</summary>
    public Exact Owed
    {
        get
        {
            Exact p = Share / 100_000m, pp = Profit / 100_000m, e = Amount(Expenses), g = Amount(Guarantee);
            var share = p * (Base is DealBase.Net ? Exact.Max(0, NetBoxOffice - e - pp * e) : NetBoxOffice);
            return Kind switch
            {
                DealKind.Flat => g,
                DealKind.Door => share,
                DealKind.Versus => Exact.Max(g, share),
                DealKind.Plus => g + p * Exact.Max(0, NetBoxOffice - (e + g) * (1 + pp)),
            };
        }
    }

    public decimal Amount(int minorUnits) => new(minorUnits, 0, 0, isNegative: false, (byte)Digits);
}
