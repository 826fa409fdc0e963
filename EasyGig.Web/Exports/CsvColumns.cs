using EasyGig.Domain;
using EasyGig.Domain.Slots;
using EasyGig.Web.Components;
using EasyGig.Web.Localization;
using Microsoft.Extensions.Localization;

namespace EasyGig.Web.Exports;

/// <summary>What several lists say of their rows.</summary>
internal static class CsvColumns
{
    /// <summary>The day, the hours and the zone that they are told in; an end that is not after the start is one of the next day.</summary>
    public static IEnumerable<CsvColumn<T>> When<T>(IStringLocalizer<Text> text, Func<T, (Period Time, TimeZoneInfo Zone)> when) =>
    [
        new(text["Date"], row => WindowOf(when(row)).Date),
        new(text["From"], row => WindowOf(when(row)).From),
        new(text["To"], row => WindowOf(when(row)).To),
        new(text["Time zone"], row => when(row).Zone.Id),
    ];

    /// <summary>Amount and currency in columns of their own, so that a spreadsheet can add them up.</summary>
    public static IEnumerable<CsvColumn<T>> Fee<T>(IStringLocalizer<Text> text, Func<T, Money> fee) =>
        [new(text["Fee"], row => Amount(fee(row))), new(text["Currency"], row => fee(row).Currency)];

    /// <summary>With as many decimals as the currency has.</summary>
    public static decimal Amount(Money money) => decimal.Round(money.Amount, Money.MinorDigits(money.Currency));

    public static CsvColumn<T> State<T>(IStringLocalizer<Text> text, Func<T, Enum> state) => new(text["State"], row => text[$"state.{StateLook.KeyOf(state(row))}"].Value);

    private static LocalWindow WindowOf((Period Time, TimeZoneInfo Zone) when) => LocalWindow.Of(when.Time, when.Zone);
}
