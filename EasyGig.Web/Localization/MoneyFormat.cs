using System.Globalization;
using EasyGig.Domain;

namespace EasyGig.Web.Localization;

/// <summary>Money as the reader writes it, always with its currency.</summary>
public static class MoneyFormat
{
    /// <param name="exact">Whether whole amounts keep their decimals, as columns of a table want.</param>
    public static string Say(Money money, bool exact = false)
    {
        var digits = exact || decimal.Truncate(money.Amount) != money.Amount ? Money.MinorDigits(money.Currency) : 0;
        var format = (NumberFormatInfo)CultureInfo.CurrentCulture.NumberFormat.Clone();
        format.CurrencySymbol = Symbol(money.Currency);
        if (format.CurrencySymbol.Length > 1 && format.CurrencyPositivePattern == 0)
            (format.CurrencyPositivePattern, format.CurrencyNegativePattern) = (2, 9);
        return money.Amount.ToString($"C{digits}", format);
    }

    /// <summary>A range in one currency: <c>€300–€500</c>, or one amount when both ends are the same.</summary>
    public static string Range(Money from, Money to) => from == to ? Say(from) : $"{Say(from)}–{Say(to)}";

    private static string Symbol(string currency) => currency switch
    {
        "EUR" => "€",
        "GBP" => "£",
        "USD" => "$",
        "JPY" => "¥",
        _ => currency,
    };
}
