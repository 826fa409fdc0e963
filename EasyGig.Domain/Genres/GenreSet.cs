namespace EasyGig.Domain.Genres;

/// <summary>A set of genres, one bit each. A genre's number is fixed for ever in the reference data.</summary>
/// <param name="Bits">Bit n is set when genre n is in the set; n is 0 to 127.</param>
public readonly record struct GenreSet(UInt128 Bits)
{
    public const int Capacity = 128;

    public static readonly GenreSet None;

    public int Count => (int)UInt128.PopCount(Bits);

    /// <summary>The genres' numbers, ascending.</summary>
    public IEnumerable<int> Numbers
    {
        get
        {
            for (var rest = Bits; rest != 0; rest &= rest - 1)
                yield return (int)UInt128.TrailingZeroCount(rest);
        }
    }

    /// <exception cref="ArgumentOutOfRangeException">A number is not 0 to 127.</exception>
    public static GenreSet Of(IEnumerable<int> numbers) => new(numbers.Aggregate(UInt128.Zero, (bits, number) =>
    {
        ArgumentOutOfRangeException.ThrowIfNegative(number);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(number, Capacity);
        return bits | (UInt128.One << number);
    }));

    public bool Has(int number) => (Bits & (UInt128.One << number)) != 0;

    public bool Meets(GenreSet other) => (Bits & other.Bits) != 0;

    public GenreSet With(GenreSet other) => new(Bits | other.Bits);
}
