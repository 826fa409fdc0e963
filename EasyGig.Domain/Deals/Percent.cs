namespace EasyGig.Domain.Deals;

/// <summary>A percentage, 0 to 100, with at most three decimals: some taxes are 6.625 %.</summary>
public readonly record struct Percent
{
    /// <param name="value">In hundredths: 85 is 85 %.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is no percentage from 0 to 100, or finer than a thousandth of a percent.</exception>
    public Percent(decimal value) =>
        Value = Read(value) is null ? throw new ArgumentOutOfRangeException(nameof(value), value, "A percentage is 0 to 100.") : value;

    public decimal Value { get; private init; }

    /// <summary>The percentage of a number, or null where it is none.</summary>
    public static Percent? Read(decimal value) =>
        value is >= 0 and <= 100 && decimal.Round(value, 3) == value ? default(Percent) with { Value = value } : null;

    public decimal Of(decimal amount) => amount * Value / 100;
}
