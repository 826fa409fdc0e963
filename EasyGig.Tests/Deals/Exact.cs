using System.Numerics;

namespace EasyGig.Tests.Deals;

/// <summary>A fraction without any rounding: what the reckoning is held against.</summary>
public readonly record struct Exact(BigInteger Over, BigInteger Under)
{
    public static implicit operator Exact(decimal number)
    {
        var bits = decimal.GetBits(number);
        var digits = new BigInteger(new decimal(bits[0], bits[1], bits[2], isNegative: false, scale: 0));
        return new(number < 0 ? -digits : digits, BigInteger.Pow(10, (bits[3] >> 16) & 0xff));
    }

    public static Exact operator +(Exact a, Exact b) => new(a.Over * b.Under + b.Over * a.Under, a.Under * b.Under);
    public static Exact operator -(Exact a, Exact b) => a + new Exact(-b.Over, b.Under);
    public static Exact operator *(Exact a, Exact b) => new(a.Over * b.Over, a.Under * b.Under);
    public static Exact operator /(Exact a, Exact b) => new(a.Over * b.Under, a.Under * b.Over);
    public static bool operator >(Exact a, Exact b) => a.Over * b.Under > b.Over * a.Under;
    public static bool operator <(Exact a, Exact b) => b > a;

    public static Exact Max(Exact a, Exact b) => a > b ? a : b;

    /// <summary>Half to even, of a number that is not negative.</summary>
    public decimal Round(int digits)
    {
        var scale = BigInteger.Pow(10, digits);
        var whole = BigInteger.DivRem(Over * scale, Under, out var rest);
        var up = (2 * rest).CompareTo(Under);
        if (up > 0 || (up == 0 && !whole.IsEven)) whole++;
        return (decimal)whole / (decimal)scale;
    }
}
