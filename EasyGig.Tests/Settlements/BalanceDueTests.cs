using EasyGig.Domain;
using EasyGig.Domain.Settlements;

namespace EasyGig.Tests.Settlements;

public sealed class BalanceDueTests
{
    [Fact]
    public void R37_the_balance_is_the_payout_and_reimbursements_without_deductions_withholding_and_deposits() =>
        Assert.Equal(new(9_057.12m, "EUR"), new BalanceDue(new(11_407.12m, "EUR"), Reimbursements: 250, Deductions: 100, Withholding: 1_000, Deposits: 1_500).Amount);

    [Fact]
    public void R37_who_was_paid_too_much_before_pays_back() =>
        Assert.Equal(new(-500, "EUR"), new BalanceDue(new(1_000, "EUR"), Deposits: 1_500).Amount);

    [Fact]
    public void R37_a_balance_is_not_rounded_a_second_time() =>
        Assert.Throws<ArgumentException>(() => new BalanceDue(new(1_000, "EUR"), Withholding: 0.005m).Amount);
}
