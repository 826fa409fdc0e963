namespace EasyGig.Domain.Settlements;

/// <summary>What is still to be paid after the night. Amounts are in the payout's currency, in major units, and none is negative.</summary>
/// <param name="Payout">What the deal pays, rounded.</param>
/// <param name="Reimbursements">What the artist spent for the house: a hotel, a hired amplifier.</param>
/// <param name="Deductions">What the house spent for the artist, or is owed.</param>
/// <param name="Withholding">Tax that the payer pays for the artist.</param>
/// <param name="Deposits">What was paid already.</param>
public sealed record BalanceDue(Money Payout, decimal Reimbursements = 0, decimal Deductions = 0, decimal Withholding = 0, decimal Deposits = 0)
{
    /// <summary>Negative where the artist has to pay back. Nothing is rounded again: each amount is a whole number of minor units.</summary>
    /// <exception cref="ArgumentException">One of the amounts is finer than the currency's minor unit.</exception>
    public Money Amount => new(Payout.Amount + Reimbursements - Deductions - Withholding - Deposits, Payout.Currency);
}
