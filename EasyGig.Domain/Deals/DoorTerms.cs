namespace EasyGig.Domain.Deals;

/// <summary>What terms that share the door state of it (R6). Amounts are in the deal's currency, in major units.</summary>
public sealed record DoorTerms
{
    private DoorTerms() { }

    public decimal TicketPrice { get; private init; }

    /// <summary>Tickets that can be sold, at least one.</summary>
    public int Capacity { get; private init; }
    public Percent Tax { get; private init; }

    /// <summary>Whether the ticket price includes the tax; otherwise it comes on top.</summary>
    public bool TaxIncluded { get; private init; }

    /// <summary>What the house keeps of each ticket; never more than its price.</summary>
    public decimal TicketFee { get; private init; }

    /// <summary>The most that counts as expenses, whatever was spent.</summary>
    public decimal ExpenseCap { get; private init; }

    /// <summary>The terms that a form or a row states; null is what it leaves out.</summary>
    /// <param name="currency">ISO 4217.</param>
    /// <param name="tax">In percent.</param>
    public static (DoorTerms? Terms, Refusal? Refusal) Read(
        string currency, decimal? ticketPrice, int? capacity, decimal? tax, bool taxIncluded, decimal? ticketFee, decimal? expenseCap)
    {
        if ((Amount(ticketPrice, nameof(TicketPrice), currency) ?? Amount(ticketFee, nameof(TicketFee), currency) ?? Amount(expenseCap, nameof(ExpenseCap), currency)) is { } refusal)
            return (null, refusal);
        if (capacity is null || tax is null) return (null, DealRefusals.DoorStated with { Field = capacity is null ? nameof(Capacity) : nameof(Tax) });
        if (capacity < 1) return (null, DealRefusals.Capacity);
        if (Percent.Read(tax.Value) is not { } percent) return (null, DealRefusals.Tax);
        if (ticketFee > ticketPrice) return (null, DealRefusals.TicketFee);
        return (new()
        {
            TicketPrice = ticketPrice!.Value, Capacity = capacity.Value, Tax = percent, TaxIncluded = taxIncluded, TicketFee = ticketFee!.Value, ExpenseCap = expenseCap!.Value,
        }, null);
    }

    /// <summary>What a night with so many tickets sold takes.</summary>
    /// <param name="expenses">What was spent; null before anybody knows, when the cap counts: whoever is promised a share is not promised too much.</param>
    /// <exception cref="ArgumentOutOfRangeException">More are sold than there are, or fewer than none.</exception>
    public BoxOffice At(int sold, decimal? expenses = null)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(sold, Capacity);
        return new(sold, sold * TicketPrice, sold * TicketFee, Tax, TaxIncluded, Math.Min(expenses ?? ExpenseCap, ExpenseCap));
    }

    private static Refusal? Amount(decimal? amount, string field, string currency) => amount switch
    {
        null => DealRefusals.DoorStated with { Field = field },
        < 0 => DealRefusals.DoorNotNegative with { Field = field },
        { } stated when !Money.IsWhole(stated, currency) => (DealRefusals.DoorTooFine with { Field = field }).About(currency),
        _ => null,
    };
}
