using System.Globalization;
using EasyGig.Domain;
using EasyGig.Domain.Deals;
using Microsoft.Extensions.Localization;

namespace EasyGig.Web.Localization;

/// <summary>Deals and what they pay, in words.</summary>
public static class DealFormat
{
    /// <summary>The deal in one sentence: <c>€500 or 70 % of the door after tax, whichever is more</c>.</summary>
    public static string Say(Deal deal, IStringLocalizer<Text> text)
    {
        var fee = MoneyFormat.Say(deal.Guarantee);
        return deal.Kind switch
        {
            DealKind.Flat => text["deal.flat", fee],
            DealKind.Door => Share(deal, text),
            DealKind.Versus => text["deal.versus", fee, Share(deal, text)],
            DealKind.Plus => text[$"deal.plus{Profit(deal)}", fee, Say(deal.Share), Say(deal.ProfitShare)],
        };
    }

    /// <summary>How a line of a statement came about.</summary>
    public static string How(StatementLine line, IStringLocalizer<Text> text) => text[line.How, [.. line.Arguments.Select(Argument)]];

    /// <summary><c>12.5 %</c>, never broken in two.</summary>
    public static string Say(Percent percent) => $"{percent.Value.ToString("0.###", CultureInfo.CurrentCulture)}\u00a0%";

    private static string Share(Deal deal, IStringLocalizer<Text> text) =>
        text[$"deal.share.{Word.Of(deal.Base!)}{Profit(deal)}", Say(deal.Share), Say(deal.ProfitShare)];

    private static string Profit(Deal deal) => deal.ProfitShare == default ? "" : ".profit";

    private static object Argument(object argument) => argument switch
    {
        Money money => MoneyFormat.Say(money, exact: true),
        Percent percent => Say(percent),
        int count => count.ToString("N0", CultureInfo.CurrentCulture),
        _ => argument,
    };
}
