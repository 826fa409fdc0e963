namespace EasyGig.Domain;

/// <summary>An amount in one currency. Balances may be negative; what may not be is a rule of the table it lies in.</summary>
public readonly record struct Money
{
    /// <param name="amount">In major units (euros, not cents); at most as many decimals as the currency has.</param>
    /// <param name="currency">ISO 4217, three capital letters.</param>
    /// <exception cref="ArgumentException">The currency is no three letters, or the amount is finer than its minor unit.</exception>
    public Money(decimal amount, string currency)
    {
        if (currency is not [>= 'A' and <= 'Z', >= 'A' and <= 'Z', >= 'A' and <= 'Z'])
            throw new ArgumentException("A currency is three capital letters (ISO 4217).", nameof(currency));
        if (!IsWhole(amount, currency))
            throw new ArgumentException("An amount is a whole number of minor units.", nameof(amount));
        (Amount, Currency) = (amount, currency);
    }

    public decimal Amount { get; }
    public string Currency { get; }

    /// <summary>Whether an amount is a whole number of the currency's minor units.</summary>
    public static bool IsWhole(decimal amount, string currency) => decimal.Round(amount, MinorDigits(currency)) == amount;

    /// <summary>Rounds once, half to even, to the currency's minor unit.</summary>
    public static Money Round(decimal amount, string currency) =>
        new(decimal.Round(amount, MinorDigits(currency), MidpointRounding.ToEven), currency);

    /// <summary>How many decimals the currency's minor unit has (ISO 4217, list one). The database keeps the same list, as minor_digits.</summary>
    public static int MinorDigits(string currency) => currency switch
    {
        "BIF" or "CLP" or "DJF" or "GNF" or "ISK" or "JPY" or "KMF" or "KRW" or "PYG" or "RWF" or "UGX" or "VND" or "VUV" or "XAF" or "XOF" or "XPF" => 0,
        "BHD" or "IQD" or "JOD" or "KWD" or "LYD" or "OMR" or "TND" => 3,
        _ => 2,
    };
}
