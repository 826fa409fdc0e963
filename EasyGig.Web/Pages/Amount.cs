using System.ComponentModel.DataAnnotations;

namespace EasyGig.Web.Pages;

/// <summary>A field for an amount of money: nothing to a million, in major units.</summary>
public sealed class AmountAttribute : RangeAttribute
{
    public AmountAttribute() : base(typeof(decimal), "0", "1000000") => ParseLimitsInInvariantCulture = ConvertValueInInvariantCulture = true;
}

internal static class Amount
{
    /// <summary>The number without the zeros that the database keeps at its end.</summary>
    public static decimal Short(this decimal amount) => amount / 1.0000000000000000000000000000m;
}
