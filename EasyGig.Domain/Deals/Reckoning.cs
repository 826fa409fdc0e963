namespace EasyGig.Domain.Deals;

/// <summary>Reckons a deal that shares the door, and notes each step.</summary>
/// <remarks>
/// The formulas are those by which live music is settled: GBOR gross box office, AG = GBOR − facility fees, NBOR = AG ÷ (1 + tax) where
/// prices include tax, else AG, net = max(0, NBOR − E − pp·E), split point SP = (E + G)·(1 + pp).
/// Door: p·NBOR or p·net. Versus: max(G, p·NBOR or p·net). Plus: G + p·max(0, NBOR − SP).
/// Doubling every amount doubles each of them, so all amounts are carried times (1 + tax) and divided once, at the end: half a
/// minor unit is then exactly a half when it is rounded, which a quotient cut after 28 digits would not always be.
/// </remarks>
internal sealed class Reckoning
{
    private readonly List<StatementLine> _lines = [];
    private readonly Deal _deal;
    private readonly BoxOffice _box;
    private readonly decimal _times;

    public Reckoning(Deal deal, BoxOffice box)
    {
        (_deal, _box, _times) = (deal, box, box.TaxDivisor);
        var nbor = NetBoxOffice();
        if (deal.Kind is DealKind.Plus) PayPlus(nbor);
        else
        {
            var share = deal.Base is DealBase.Net ? Share(Net(nbor), "line.share.net") : Share(nbor, "line.share.gross");
            if (deal.Kind is DealKind.Versus) PayTheMore(share);
            else Note(StatementKey.Payout, share, "line.payout.door");
        }
    }

    public IReadOnlyList<StatementLine> Lines => _lines;

    private decimal NetBoxOffice()
    {
        Note(StatementKey.Gross, _box.Gross * _times, "line.gross.how", _box.Sold);
        if (_box.Fees > 0)
        {
            Note(StatementKey.FacilityFees, -_box.Fees * _times, "line.facility_fees.how");
            Note(StatementKey.AdjustedGross, _box.AdjustedGross * _times, "line.adjusted_gross.how");
        }
        var nbor = _box.AdjustedGross; // of which the net box office is what dividing by (1 + tax) leaves
        if (_times == 1) return Note(StatementKey.NetBoxOffice, nbor, "line.net_box_office.untaxed");
        Note(StatementKey.Tax, nbor - nbor * _times, "line.tax.how", _box.Tax);
        return Note(StatementKey.NetBoxOffice, nbor, "line.net_box_office.how");
    }

    private decimal Net(decimal nbor)
    {
        var (expenses, profit) = (_box.Expenses * _times, _deal.ProfitShare.Of(_box.Expenses) * _times);
        if (expenses > 0) Note(StatementKey.Expenses, -expenses, "line.expenses.how");
        if (profit > 0) Note(StatementKey.PromoterProfit, -profit, "line.promoter_profit.how", _deal.ProfitShare);
        var left = nbor - expenses - profit;
        return Note(StatementKey.Net, Math.Max(0, left), left < 0 ? "line.net.none" : "line.net.how");
    }

    private void PayTheMore(decimal share)
    {
        var guarantee = Guarantee();
        Note(StatementKey.Payout, Math.Max(guarantee, share), guarantee >= share ? "line.payout.guarantee" : "line.payout.share");
    }

    private void PayPlus(decimal nbor)
    {
        var (expenses, profit) = (_box.Expenses, _deal.ProfitShare);
        var recouped = (expenses + _deal.Guarantee.Amount) * _times;
        var splitPoint = Note(StatementKey.SplitPoint, recouped + profit.Of(recouped), "line.split_point.how", Money.Round(expenses, _deal.Guarantee.Currency), profit);
        var above = Note(StatementKey.AboveSplitPoint, Math.Max(0, nbor - splitPoint), nbor > splitPoint ? "line.above_split_point.how" : "line.above_split_point.none");
        var share = Share(above, "line.share.above");
        Note(StatementKey.Payout, Guarantee() + share, "line.payout.plus");
    }

    private decimal Share(decimal of, string how) => Note(StatementKey.Share, _deal.Share.Of(of), how, _deal.Share);

    private decimal Guarantee() => Note(StatementKey.Guarantee, _deal.Guarantee.Amount * _times, "line.guarantee.how");

    /// <param name="amount">Times (1 + tax).</param>
    private decimal Note(StatementKey key, decimal amount, string how, params IReadOnlyList<object> arguments)
    {
        _lines.Add(new(key, Money.Round(amount / _times, _deal.Guarantee.Currency), how, arguments));
        return amount;
    }
}
